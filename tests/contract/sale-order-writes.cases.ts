import type { LocalPortal } from '@emulator/portal/state'
import type { Case } from './case'
import { refusal, WRITE_DENIED } from './refusals'

const ADD = 'api-reference/sale/order/sale-order-add.md'
const UPDATE = 'api-reference/sale/order/sale-order-update.md'
const DELETE = 'api-reference/sale/order/sale-order-delete.md'
const DEALS_ONLY = 'FACTS.md: a new order in deals-only mode'
const AT = '2026-11-02T15:00:00+03:00'

const add = (fields: unknown) => ({ method: 'sale.order.add', params: { fields } })
const update = (id: number, fields: unknown) => ({ method: 'sale.order.update', params: { id, fields } })
const remove = (id: number) => ({ method: 'sale.order.delete', params: { id } })
const look = (id: number, select: string[]) => ({ method: 'sale.order.list', params: { filter: { id }, select } })
const shown = (order: object) => ({ body: { result: { orders: [order] }, total: 1 } })
const lookDeal = (select: string[]) => ({
  method: 'crm.item.list',
  params: { entityTypeId: 2, filter: { '>id': 5000 }, select },
})
const REQUIRED = { lid: 's1', personTypeId: 3, currency: 'USD' }
const MISSING = { status: 400, body: refusal('200540400001', 'order does not exist') }

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
  dateInsert: AT,
  dateMarked: null,
  dateStatus: AT,
  dateUpdate: AT,
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

function pay({ data }: LocalPortal): void {
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

function forgetPayments({ data }: LocalPortal): void {
  for (const order of data.orders.values()) order.payments = []
}

export const SALE_ORDER_WRITE_CASES: Case[] = [
  {
    says: 'a new order is answered with its clients and requisites',
    page: ADD,
    settings: { mode: 'with-orders' },
    ask: add({ ...REQUIRED, xmlId: 'shop-1' }),
    body: { result: { order: NEW_ORDER } },
  },
  {
    says: 'add sets what is sent',
    page: ADD,
    settings: { mode: 'with-orders' },
    before: [{ calls: 1, ask: add({ ...REQUIRED, price: '12.50', responsibleId: 4, userDescription: 'Ring twice' }) }],
    ask: look(5001, ['price', 'responsibleId', 'userDescription']),
    ...shown({ price: 12.5, responsibleId: 4, userDescription: 'Ring twice' }),
  },
  {
    says: 'add ignores what is no field of it',
    page: ADD,
    settings: { mode: 'with-orders' },
    before: [{ calls: 1, ask: add({ ...REQUIRED, payed: 'Y', accountNumber: '7', nonsense: 1 }) }],
    ask: look(5001, ['payed', 'accountNumber']),
    ...shown({ payed: 'N', accountNumber: '6001' }),
  },
  {
    says: 'an order that comes cancelled says when and by whom',
    page: ADD,
    settings: { mode: 'with-orders' },
    before: [{ calls: 1, ask: add({ ...REQUIRED, canceled: 'Y' }) }],
    ask: look(5001, ['canceled', 'dateCanceled', 'empCanceledId']),
    ...shown({ canceled: 'Y', dateCanceled: AT, empCanceledId: 1 }),
  },
  {
    says: 'add wants fields',
    page: ADD,
    live: true,
    ask: { method: 'sale.order.add', params: {} },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {fields}'),
  },
  {
    says: 'add takes empty fields for none',
    page: ADD,
    jsonOnly: true,
    ask: add({}),
    status: 400,
    body: refusal('100', 'Could not find value for parameter {fields}'),
  },
  {
    says: 'add names the required fields that are missing',
    page: ADD,
    ask: add({ currency: 'USD' }),
    status: 400,
    body: refusal('0', 'Required fields: lid, personTypeId'),
  },
  { says: 'add is refused to a store manager', page: ADD, ask: { ...add(REQUIRED), as: 'manager' }, ...WRITE_DENIED },
  {
    says: 'add checks rights before it looks for required fields',
    page: 'FACTS.md: checks of sale.order.add',
    ask: { ...add({ currency: 'USD' }), as: 'employee' },
    ...WRITE_DENIED,
  },
  {
    says: 'add is open to a store administrator',
    page: ADD,
    before: [{ calls: 1, ask: { ...add(REQUIRED), as: 'store administrator' } }],
    ask: look(5001, ['responsibleId']),
    ...shown({ responsibleId: 4 }),
  },
  {
    says: 'in deals-only mode a new order makes a deal called by its number',
    page: DEALS_ONLY,
    before: [{ calls: 1, ask: add({ ...REQUIRED, price: 80, currency: 'EUR' }) }],
    ask: lookDeal(['title', 'opportunity', 'currencyId', 'stageId']),
    body: {
      result: { items: [{ title: 'Order No. 6001', opportunity: 80, currencyId: 'EUR', stageId: 'NEW' }] },
      total: 1,
    },
  },
  {
    says: 'in deals-only mode a new order is bound to its deal',
    page: DEALS_ONLY,
    before: [{ calls: 1, ask: add(REQUIRED) }],
    ask: { method: 'crm.orderentity.list', params: { filter: { orderId: 5001 } } },
    body: { result: { orderEntity: [{ orderId: 5001, ownerId: 5002, ownerTypeId: 2 }] }, total: 1 },
    bindings: { 5001: [2, 5002] },
  },
  {
    says: 'the buyer of a new order is the contact of its deal',
    page: DEALS_ONLY,
    before: [{ calls: 1, ask: add({ ...REQUIRED, userId: 102 }) }],
    ask: lookDeal(['contactId', 'contactIds']),
    body: { result: { items: [{ contactId: 2, contactIds: [2] }] }, total: 1 },
  },
  {
    says: 'the buyer of a new order is a client of the order too',
    page: DEALS_ONLY,
    before: [{ calls: 1, ask: add({ ...REQUIRED, userId: 102 }) }],
    ask: {
      method: 'crm.ordercontactcompany.list',
      params: { filter: { orderId: 5001, entityTypeId: 3 }, select: ['entityTypeId', 'entityId', 'isPrimary'] },
    },
    body: { result: { clients: [{ entityId: 2, entityTypeId: 3, isPrimary: 'Y' }] }, total: 1 },
  },
  {
    says: 'an order from outside makes a deal as well',
    page: DEALS_ONLY,
    before: [{ calls: 1, ask: add({ ...REQUIRED, externalOrder: 'Y' }) }],
    ask: lookDeal(['title']),
    body: { result: { items: [{ title: 'Order No. 6001' }] }, total: 1 },
  },
  {
    says: 'in with-orders mode a new order makes no deal',
    page: 'FACTS.md: a new order in with-orders mode',
    settings: { mode: 'with-orders' },
    before: [{ calls: 1, ask: add(REQUIRED) }],
    ask: lookDeal(['id']),
    body: { result: { items: [] }, total: 0 },
    bindings: { 5001: null },
  },
  {
    says: 'update changes what is sent and counts the version up',
    page: UPDATE,
    before: [
      { change: ({ data }) => void Object.assign(data.orders.get(2) ?? {}, { version: 2 }) },
      { calls: 1, ask: update(2, { comments: 'Fragile' }) },
    ],
    ask: look(2, ['comments', 'version', 'dateUpdate']),
    ...shown({ comments: 'Fragile', version: 3, dateUpdate: AT }),
  },
  {
    says: 'update notes who set a status and when',
    page: UPDATE,
    before: [{ calls: 1, ask: { ...update(2, { statusId: 'P' }), as: 'store administrator' } }],
    ask: look(2, ['statusId', 'dateStatus', 'empStatusId']),
    ...shown({ statusId: 'P', dateStatus: AT, empStatusId: 4 }),
  },
  {
    says: 'update notes who cancelled and why',
    page: UPDATE,
    before: [{ calls: 1, ask: update(2, { canceled: 'Y', reasonCanceled: 'Too late' }) }],
    ask: look(2, ['canceled', 'dateCanceled', 'empCanceledId', 'reasonCanceled']),
    ...shown({ canceled: 'Y', dateCanceled: AT, empCanceledId: 1, reasonCanceled: 'Too late' }),
  },
  {
    says: 'update does not change the currency',
    page: UPDATE,
    before: [{ calls: 1, ask: update(2, { currency: 'USD', price: 9 }) }],
    ask: look(2, ['currency', 'price']),
    ...shown({ currency: 'EUR', price: 9 }),
  },
  {
    says: 'update leaves the binding alone',
    page: UPDATE,
    before: [{ calls: 1, ask: update(1, { comments: 'x' }) }],
    ask: look(1, ['comments']),
    ...shown({ comments: 'x' }),
    bindings: { 1: [2, 201] },
  },
  {
    says: 'update wants an id',
    page: UPDATE,
    live: true,
    ask: { method: 'sale.order.update', params: { fields: { comments: 'x' } } },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {id}'),
  },
  {
    says: 'update wants fields',
    page: UPDATE,
    live: true,
    ask: { method: 'sale.order.update', params: { id: 1 } },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {fields}'),
  },
  { says: 'update knows no such order', page: UPDATE, ask: update(77, { comments: 'x' }), ...MISSING },
  {
    says: 'update is refused to a store manager',
    page: UPDATE,
    ask: { ...update(1, { comments: 'x' }), as: 'manager' },
    ...WRITE_DENIED,
  },
  {
    says: 'delete answers true, and the binding is gone with the order',
    page: DELETE,
    before: [{ change: forgetPayments }],
    ask: remove(1),
    body: { result: true },
    bindings: { 1: null },
    after: [
      {
        ask: { method: 'sale.order.get', params: { id: 1 } },
        status: 400,
        body: refusal('200540400001', 'order is not exists'),
      },
    ],
  },
  {
    says: 'a deleted order leaves its deal',
    page: 'FACTS.md: a deleted order',
    before: [{ change: forgetPayments }, { calls: 1, ask: remove(1) }],
    ask: { method: 'crm.item.list', params: { entityTypeId: 2, filter: { id: 201 }, select: ['id'] } },
    body: { result: { items: [{ id: 201 }] }, total: 1 },
  },
  {
    says: 'an order with a payment that was made stays',
    page: DELETE,
    before: [{ change: pay }],
    ask: remove(3),
    status: 400,
    body: refusal('SALE_ORDER_CANCEL_PAYMENT_EXIST_ACTIVE', 'The order has active payments'),
    after: [{ ask: look(3, ['id']), ...shown({ id: 3 }) }],
  },
  {
    says: 'delete wants an id',
    page: DELETE,
    live: true,
    ask: { method: 'sale.order.delete', params: {} },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {id}'),
  },
  { says: 'delete knows no such order', page: DELETE, ask: remove(77), ...MISSING },
  { says: 'delete is refused to an employee', page: DELETE, ask: { ...remove(1), as: 'employee' }, ...WRITE_DENIED },
]
