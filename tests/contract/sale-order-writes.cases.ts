import type { LocalPortal } from '@emulator/portal/state'
import type { Case } from './case'
import { invalidValue } from './crm-items'
import { refusal, WRITE_DENIED } from './refusals'
import { removePayments } from './small-portal'
import { NOW } from './test-clock'

const ADD = 'api-reference/sale/order/sale-order-add.md'
const UPDATE = 'api-reference/sale/order/sale-order-update.md'
const DELETE = 'api-reference/sale/order/sale-order-delete.md'
const DEALS_ONLY = 'FACTS.md: a new order in deals-only mode'

const add = (fields: unknown) => ({ method: 'sale.order.add', params: { fields } })
const update = (id: number, fields: unknown) => ({ method: 'sale.order.update', params: { id, fields } })
const remove = (id: number) => ({ method: 'sale.order.delete', params: { id } })
const listOne = (id: number, select: string[]) => ({ method: 'sale.order.list', params: { filter: { id }, select } })
const oneOrder = (order: object) => ({ body: { result: { orders: [order] }, total: 1 } })
const listNewDeals = (select: string[]) => ({
  method: 'crm.item.list',
  params: { entityTypeId: 2, filter: { '>id': 5000 }, select },
})
const REQUIRED = { lid: 's1', personTypeId: 3, currency: 'USD' }
const ORDER_MISSING = { status: 400, body: refusal('200540400001', 'order does not exist') }

const NEW_ORDER = {
  accountNumber: '6001',
  additionalInfo: '',
  affiliateId: null,
  canceled: 'N',
  clients: [],
  comments: '',
  companyId: null,
  currency: 'USD',
  dateCanceled: null,
  dateInsert: NOW,
  dateMarked: null,
  dateStatus: NOW,
  dateUpdate: NOW,
  deducted: 'N',
  discountValue: 0,
  empCanceledId: null,
  empMarkedId: null,
  empStatusId: 1,
  externalOrder: 'N',
  id: 5001,
  id1c: '',
  lid: 's1',
  lockedBy: null,
  marked: 'N',
  orderTopic: '',
  payed: 'N',
  personTypeId: 3,
  personTypeXmlId: '',
  price: 0,
  reasonCanceled: '',
  reasonMarked: '',
  recountFlag: 'Y',
  recurringId: null,
  requisiteLink: [],
  responsibleId: 1,
  statusId: 'N',
  statusXmlId: '',
  updated1c: 'N',
  userDescription: '',
  userId: 99,
  version1c: '',
  xmlId: 'shop-1',
}

function addPayment({ data }: LocalPortal): void {
  data.orders.get(3)?.payments.push({
    id: 1,
    orderId: 3,
    accountNumber: '3/1',
    paid: 'Y',
    sum: 30,
    currency: 'USD',
    paySystemName: 'Card',
  })
}

export const SALE_ORDER_WRITE_CASES: Case[] = [
  {
    name: 'a new order is answered with its clients and requisites',
    page: ADD,
    settings: { mode: 'with-orders' },
    request: add({ ...REQUIRED, xmlId: 'shop-1' }),
    body: { result: { order: NEW_ORDER } },
  },
  {
    name: 'add sets what is sent',
    page: ADD,
    settings: { mode: 'with-orders' },
    before: [
      { times: 1, request: add({ ...REQUIRED, price: '12.50', responsibleId: 4, userDescription: 'Ring twice' }) },
    ],
    request: listOne(5001, ['price', 'responsibleId', 'userDescription']),
    ...oneOrder({ price: 12.5, responsibleId: 4, userDescription: 'Ring twice' }),
  },
  {
    name: 'add ignores what is no field of it',
    page: ADD,
    settings: { mode: 'with-orders' },
    before: [{ times: 1, request: add({ ...REQUIRED, payed: 'Y', accountNumber: '7', nonsense: 1 }) }],
    request: listOne(5001, ['payed', 'accountNumber']),
    ...oneOrder({ payed: 'N', accountNumber: '6001' }),
  },
  {
    name: 'an order added as cancelled has the time and the user',
    page: ADD,
    settings: { mode: 'with-orders' },
    before: [{ times: 1, request: add({ ...REQUIRED, canceled: 'Y' }) }],
    request: listOne(5001, ['canceled', 'dateCanceled', 'empCanceledId']),
    ...oneOrder({ canceled: 'Y', dateCanceled: NOW, empCanceledId: 1 }),
  },
  {
    name: 'add requires fields',
    page: ADD,
    live: true,
    request: { method: 'sale.order.add', params: {} },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {fields}'),
  },
  {
    name: 'add takes empty fields for none',
    page: ADD,
    jsonOnly: true,
    request: add({}),
    status: 400,
    body: refusal('100', 'Could not find value for parameter {fields}'),
  },
  {
    name: 'add names the required fields that are missing',
    page: ADD,
    request: add({ currency: 'USD' }),
    status: 400,
    body: refusal('0', 'Required fields: lid, personTypeId'),
  },
  {
    name: 'add is refused to a store manager',
    page: ADD,
    request: { ...add(REQUIRED), user: 'manager' },
    ...WRITE_DENIED,
  },
  {
    name: 'add checks rights before it looks for required fields',
    page: 'FACTS.md: checks of sale.order.add',
    request: { ...add({ currency: 'USD' }), user: 'employee' },
    ...WRITE_DENIED,
  },
  {
    name: 'add is open to a store administrator',
    page: ADD,
    before: [{ times: 1, request: { ...add(REQUIRED), user: 'store administrator' } }],
    request: listOne(5001, ['responsibleId']),
    ...oneOrder({ responsibleId: 4 }),
  },
  {
    name: 'in deals-only mode a new order makes a deal called by its number',
    page: DEALS_ONLY,
    before: [{ times: 1, request: add({ ...REQUIRED, price: 80, currency: 'EUR' }) }],
    request: listNewDeals(['title', 'opportunity', 'currencyId', 'stageId']),
    body: {
      result: { items: [{ title: 'Order No. 6001', opportunity: 80, currencyId: 'EUR', stageId: 'NEW' }] },
      total: 1,
    },
  },
  {
    name: 'in deals-only mode a new order is bound to its deal',
    page: DEALS_ONLY,
    before: [{ times: 1, request: add(REQUIRED) }],
    request: { method: 'crm.orderentity.list', params: { filter: { orderId: 5001 } } },
    body: { result: { orderEntity: [{ orderId: 5001, ownerId: 5002, ownerTypeId: 2 }] }, total: 1 },
    bindings: { 5001: [2, 5002] },
  },
  {
    name: 'the buyer of a new order is the contact of its deal',
    page: DEALS_ONLY,
    before: [{ times: 1, request: add({ ...REQUIRED, userId: 102 }) }],
    request: listNewDeals(['contactId', 'contactIds']),
    body: { result: { items: [{ contactId: 2, contactIds: [2] }] }, total: 1 },
  },
  {
    name: 'the buyer of a new order is a client of the order too',
    page: DEALS_ONLY,
    before: [{ times: 1, request: add({ ...REQUIRED, userId: 102 }) }],
    request: {
      method: 'crm.ordercontactcompany.list',
      params: { filter: { orderId: 5001, entityTypeId: 3 }, select: ['entityTypeId', 'entityId', 'isPrimary'] },
    },
    body: { result: { clients: [{ entityId: 2, entityTypeId: 3, isPrimary: 'Y' }] }, total: 1 },
  },
  {
    name: 'an order from outside makes a deal as well',
    page: DEALS_ONLY,
    before: [{ times: 1, request: add({ ...REQUIRED, externalOrder: 'Y' }) }],
    request: listNewDeals(['title']),
    body: { result: { items: [{ title: 'Order No. 6001' }] }, total: 1 },
  },
  {
    name: 'in with-orders mode a new order makes no deal',
    page: 'FACTS.md: a new order in with-orders mode',
    settings: { mode: 'with-orders' },
    before: [{ times: 1, request: add(REQUIRED) }],
    request: listNewDeals(['id']),
    body: { result: { items: [] }, total: 0 },
    bindings: { 5001: null },
  },
  {
    name: 'update changes what is sent and counts the version up',
    page: UPDATE,
    before: [
      { change: ({ data }) => void Object.assign(data.orders.get(2) ?? {}, { version: 2 }) },
      { times: 1, request: update(2, { comments: 'Fragile' }) },
    ],
    request: listOne(2, ['comments', 'version', 'dateUpdate']),
    ...oneOrder({ comments: 'Fragile', version: 3, dateUpdate: NOW }),
  },
  {
    name: 'update records who set a status and when',
    page: UPDATE,
    before: [{ times: 1, request: { ...update(2, { statusId: 'P' }), user: 'store administrator' } }],
    request: listOne(2, ['statusId', 'dateStatus', 'empStatusId']),
    ...oneOrder({ statusId: 'P', dateStatus: NOW, empStatusId: 4 }),
  },
  {
    name: 'update records who cancelled and why',
    page: UPDATE,
    before: [{ times: 1, request: update(2, { canceled: 'Y', reasonCanceled: 'Too late' }) }],
    request: listOne(2, ['canceled', 'dateCanceled', 'empCanceledId', 'reasonCanceled']),
    ...oneOrder({ canceled: 'Y', dateCanceled: NOW, empCanceledId: 1, reasonCanceled: 'Too late' }),
  },
  {
    name: 'the deal of an order in rubles is in rubles',
    page: 'FACTS.md: a new order in deals-only mode',
    before: [{ times: 1, request: add({ ...REQUIRED, price: '1234,56', currency: 'RUB' }) }],
    request: {
      method: 'crm.item.list',
      params: { entityTypeId: 2, filter: { '>id': 5000 }, select: ['currencyId', 'opportunity'] },
    },
    body: { result: { items: [{ currencyId: 'RUB', opportunity: 1234.56 }] }, total: 1 },
  },
  {
    name: 'an order whose deal could not have its currency is not made',
    page: 'FACTS.md: checks of sale.order.add',
    request: add({ ...REQUIRED, currency: 'XYZ' }),
    ...invalidValue('currencyId'),
    after: [
      {
        request: { method: 'sale.order.list', params: { filter: { '>id': 3 }, select: ['id'] } },
        body: { result: { orders: [] }, total: 0 },
      },
    ],
  },
  {
    name: 'an order without a deal has any currency',
    page: 'FACTS.md: checks of sale.order.add',
    settings: { mode: 'with-orders' },
    before: [{ times: 1, request: add({ ...REQUIRED, currency: 'XYZ' }) }],
    request: { method: 'sale.order.list', params: { filter: { '>id': 3 }, select: ['currency'] } },
    ...oneOrder({ currency: 'XYZ' }),
  },
  {
    name: 'update does not change the currency',
    page: UPDATE,
    before: [{ times: 1, request: update(2, { currency: 'USD', price: 9 }) }],
    request: listOne(2, ['currency', 'price']),
    ...oneOrder({ currency: 'EUR', price: 9 }),
  },
  {
    name: 'update leaves the binding alone',
    page: UPDATE,
    before: [{ times: 1, request: update(1, { comments: 'x' }) }],
    request: listOne(1, ['comments']),
    ...oneOrder({ comments: 'x' }),
    bindings: { 1: [2, 201] },
  },
  {
    name: 'update requires an id',
    page: UPDATE,
    live: true,
    request: { method: 'sale.order.update', params: { fields: { comments: 'x' } } },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {id}'),
  },
  {
    name: 'update requires fields',
    page: UPDATE,
    live: true,
    request: { method: 'sale.order.update', params: { id: 1 } },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {fields}'),
  },
  { name: 'update finds no such order', page: UPDATE, request: update(77, { comments: 'x' }), ...ORDER_MISSING },
  {
    name: 'update is refused to a store manager',
    page: UPDATE,
    request: { ...update(1, { comments: 'x' }), user: 'manager' },
    ...WRITE_DENIED,
  },
  {
    name: 'delete answers true, and the binding is gone with the order',
    page: DELETE,
    before: [{ change: removePayments }],
    request: remove(1),
    body: { result: true },
    bindings: { 1: null },
    after: [
      {
        request: { method: 'sale.order.get', params: { id: 1 } },
        status: 400,
        body: refusal('200540400001', 'order is not exists'),
      },
    ],
  },
  {
    name: 'a deleted order leaves its deal',
    page: 'FACTS.md: a deleted order',
    before: [{ change: removePayments }, { times: 1, request: remove(1) }],
    request: { method: 'crm.item.list', params: { entityTypeId: 2, filter: { id: 201 }, select: ['id'] } },
    body: { result: { items: [{ id: 201 }] }, total: 1 },
  },
  {
    name: 'an order with a payment that was made is not deleted',
    page: DELETE,
    before: [{ change: addPayment }],
    request: remove(3),
    status: 400,
    body: refusal('SALE_ORDER_CANCEL_PAYMENT_EXIST_ACTIVE', 'The order has active payments'),
    after: [{ request: listOne(3, ['id']), ...oneOrder({ id: 3 }) }],
  },
  {
    name: 'delete requires an id',
    page: DELETE,
    live: true,
    request: { method: 'sale.order.delete', params: {} },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {id}'),
  },
  { name: 'delete finds no such order', page: DELETE, request: remove(77), ...ORDER_MISSING },
  {
    name: 'delete is refused to an employee',
    page: DELETE,
    request: { ...remove(1), user: 'employee' },
    ...WRITE_DENIED,
  },
]
