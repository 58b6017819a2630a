import type { Case } from './case'
import { refusal, WRITE_DENIED } from './refusals'

const ADD = 'api-reference/crm/universal/order-entity/crm-order-entity-add.md'
const DELETE = 'api-reference/crm/universal/order-entity/crm-order-entity-delete-by-filter.md'
const CHECKS = 'FACTS.md: 4'

const add = (fields: unknown) => ({ method: 'crm.orderentity.add', params: { fields } })
const remove = (fields: unknown) => ({ method: 'crm.orderentity.deleteByFilter', params: { fields } })
const FIRST = { orderId: 1, ownerId: 201, ownerTypeId: 2 }
const list = (params: object = {}) => ({ method: 'crm.orderentity.list', params: { ...params } })
const found = (...rows: object[]) => ({ body: { result: { orderEntity: rows }, total: rows.length } })

/** Binding, unbinding, and what follows from them. */
export const ORDER_ENTITY_WRITE_CASES: Case[] = [
  {
    name: 'add binds a free order',
    page: ADD,
    request: add({ orderId: 3, ownerId: 202, ownerTypeId: 2 }),
    body: { result: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
    bindings: { 3: [2, 202] },
  },
  {
    name: 'add replaces another binding without an error',
    page: ADD,
    request: add({ orderId: 1, ownerId: 202, ownerTypeId: 2 }),
    body: { result: { dealOrder: { orderId: 1, ownerId: 202, ownerTypeId: 2 } } },
    bindings: { 1: [2, 202] },
  },
  {
    name: 'add calls its answer dealOrder for an invoice too',
    page: ADD,
    request: add({ orderId: 3, ownerId: 41, ownerTypeId: 31 }),
    body: { result: { dealOrder: { orderId: 3, ownerId: 41, ownerTypeId: 31 } } },
  },
  {
    name: 'add does not check that the owner exists',
    page: 'FACTS.md: 6',
    request: add({ orderId: 3, ownerId: 999999, ownerTypeId: 2 }),
    body: { result: { dealOrder: { orderId: 3, ownerId: 999999, ownerTypeId: 2 } } },
  },
  {
    name: 'add casts numbers that come as text',
    page: 'api-reference/data-types.md',
    request: add({ orderId: '3', ownerId: '202', ownerTypeId: '2' }),
    body: { result: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
  },
  {
    name: 'add takes names in lower snake case',
    page: 'FACTS.md: 7',
    request: add({ order_id: 3, owner_id: 202, owner_type_id: 2 }),
    body: { result: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
  },
  {
    name: 'add works for a store administrator',
    page: ADD,
    request: { ...add({ orderId: 3, ownerId: 202, ownerTypeId: 2 }), user: 'store administrator' },
    body: { result: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
  },
  {
    name: 'add works by webhook',
    page: ADD,
    request: { ...add({ orderId: 3, ownerId: 202, ownerTypeId: 2 }), auth: 'webhook' },
    body: { result: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
  },
  {
    name: 'add checks for fields before rights',
    page: CHECKS,
    request: { method: 'crm.orderentity.add', params: {}, user: 'manager' },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {fields}'),
  },
  {
    name: 'add requires fields to be a map',
    page: CHECKS,
    request: add('abc'),
    status: 400,
    body: refusal('100', 'Invalid value {abc} to match with parameter {fields}. Should be value of type array.'),
  },
  {
    name: 'add is refused to a store manager',
    page: ADD,
    request: { ...add({ orderId: 3, ownerId: 202, ownerTypeId: 2 }), user: 'manager' },
    ...WRITE_DENIED,
    bindings: { 3: null },
  },
  {
    name: 'add checks rights before it looks at the fields',
    page: CHECKS,
    jsonOnly: true,
    request: { ...add({}), user: 'manager' },
    ...WRITE_DENIED,
  },
  {
    name: 'add is refused to an employee',
    page: ADD,
    request: { ...add({ orderId: 3, ownerId: 202, ownerTypeId: 2 }), user: 'employee' },
    ...WRITE_DENIED,
  },
  {
    name: 'add names all missing fields in a fixed order',
    page: CHECKS,
    jsonOnly: true,
    request: add({}),
    status: 400,
    body: refusal('0', 'Required fields: ownerId, ownerTypeId, orderId'),
  },
  {
    name: 'add names only the missing fields',
    page: ADD,
    request: add({ ownerTypeId: 2 }),
    status: 400,
    body: refusal('0', 'Required fields: ownerId, orderId'),
  },
  {
    name: 'add takes null for missing',
    page: CHECKS,
    jsonOnly: true,
    request: add({ orderId: 3, ownerId: null, ownerTypeId: 2 }),
    status: 400,
    body: refusal('0', 'Required fields: ownerId'),
  },
  {
    name: 'add drops names in upper case',
    page: 'FACTS.md: 7',
    request: add({ ORDER_ID: 3, OWNER_ID: 202, OWNER_TYPE_ID: 2 }),
    status: 400,
    body: refusal('0', 'Required fields: ownerId, ownerTypeId, orderId'),
  },
  {
    name: 'add refuses an empty owner first',
    page: CHECKS,
    request: add({ orderId: 0, ownerId: 0, ownerTypeId: 0 }),
    status: 400,
    body: refusal('201640400001', 'ownerId - parameter is empty'),
  },
  {
    name: 'add refuses an empty type second',
    page: CHECKS,
    request: add({ orderId: 0, ownerId: 1, ownerTypeId: 'abc' }),
    status: 400,
    body: refusal('201640400002', 'ownerTypeId - parameter is empty'),
  },
  {
    name: 'add refuses an empty order last',
    page: CHECKS,
    request: add({ orderId: -5, ownerId: 1, ownerTypeId: 2 }),
    status: 400,
    body: refusal('201640400003', 'orderId - parameter is empty'),
  },
  {
    name: 'add names missing fields before empty ones',
    page: CHECKS,
    request: add({ ownerId: 0 }),
    status: 400,
    body: refusal('0', 'Required fields: ownerTypeId, orderId'),
  },
  {
    name: 'add refuses the very binding that is there',
    page: ADD,
    request: add(FIRST),
    status: 400,
    body: refusal('201650000001', 'Duplicate entry for key [ownerId, ownerTypeId, orderId]'),
  },
  {
    name: 'add refuses an order that does not exist',
    page: ADD,
    request: add({ orderId: 77, ownerId: 201, ownerTypeId: 2 }),
    status: 400,
    body: refusal('200540400001', 'order does not exist'),
    bindings: { 77: null },
  },
  {
    name: 'the same owner number of another type is another owner',
    page: ADD,
    request: add({ orderId: 1, ownerId: 201, ownerTypeId: 31 }),
    body: { result: { dealOrder: { orderId: 1, ownerId: 201, ownerTypeId: 31 } } },
    bindings: { 1: [31, 201] },
  },
  {
    name: 'deleteByFilter unbinds',
    page: DELETE,
    request: remove(FIRST),
    body: { result: true },
    bindings: { 1: null },
  },
  {
    name: 'deleteByFilter requires the exact triple',
    page: DELETE,
    request: remove({ ...FIRST, ownerId: 202 }),
    status: 400,
    body: refusal('201640400004', 'entity relation is not exists'),
    bindings: { 1: [2, 201] },
  },
  {
    name: 'deleteByFilter looks for the binding before the order',
    page: CHECKS,
    request: remove({ orderId: 77, ownerId: 1, ownerTypeId: 2 }),
    status: 400,
    body: refusal('201640400004', 'entity relation is not exists'),
  },
  {
    name: 'deleteByFilter names the missing fields',
    page: DELETE,
    request: remove({ ownerTypeId: 2 }),
    status: 400,
    body: refusal('0', 'Required fields: ownerId, orderId'),
  },
  {
    name: 'deleteByFilter is refused to a store manager',
    page: DELETE,
    request: { ...remove(FIRST), user: 'manager' },
    ...WRITE_DENIED,
    bindings: { 1: [2, 201] },
  },
  {
    name: 'deleteByFilter reads fields, not filter',
    page: DELETE,
    request: { method: 'crm.orderentity.deleteByFilter', params: { filter: FIRST } },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {fields}'),
  },
  {
    name: 'a deleted order takes its binding along',
    page: 'api-reference/sale/order/sale-order-delete.md',
    before: [
      { change: ({ data }) => void data.orders.get(2)?.payments.splice(0) },
      { times: 1, request: { method: 'sale.order.delete', params: { id: 2 } } },
    ],
    request: list(),
    ...found(FIRST),
  },
  {
    name: 'a deal that was made a moment ago owns an order at once',
    page: ADD,
    before: [
      { times: 1, request: { method: 'crm.item.add', params: { entityTypeId: 2, fields: { title: 'New' } } } },
      {
        times: 1,
        request: { method: 'crm.orderentity.add', params: { fields: { orderId: 3, ownerId: 5001, ownerTypeId: 2 } } },
      },
    ],
    request: list({ filter: { ownerId: 5001 } }),
    ...found({ orderId: 3, ownerId: 5001, ownerTypeId: 2 }),
  },
  {
    name: 'an order that was deleted is bound to nothing',
    page: ADD,
    before: [{ change: ({ data }) => void data.orders.delete(3) }],
    request: { method: 'crm.orderentity.add', params: { fields: { orderId: 3, ownerId: 201, ownerTypeId: 2 } } },
    status: 400,
    body: refusal('200540400001', 'order does not exist'),
    bindings: { 3: null },
  },
  {
    name: 'a binding may point to a deal that was deleted',
    page: 'FACTS.md: 6',
    settings: { dealDeletion: 'unbinds-orders' },
    before: [{ times: 1, request: { method: 'crm.item.delete', params: { entityTypeId: 2, id: 201 } } }],
    request: { method: 'crm.orderentity.add', params: { fields: { orderId: 3, ownerId: 201, ownerTypeId: 2 } } },
    body: { result: { dealOrder: { orderId: 3, ownerId: 201, ownerTypeId: 2 } } },
  },
  {
    name: 'binding leaves the order as it was',
    page: 'FACTS.md: what a binding changes',
    before: [
      {
        change: ({ data }) =>
          void Object.assign(data.orders.get(3) ?? {}, { version: 4, dateUpdate: '2026-09-03T10:00:00+03:00' }),
      },
      {
        times: 1,
        request: { method: 'crm.orderentity.add', params: { fields: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
      },
    ],
    request: { method: 'sale.order.list', params: { filter: { id: 3 }, select: ['version', 'dateUpdate'] } },
    body: { result: { orders: [{ dateUpdate: '2026-09-03T10:00:00+03:00', version: 4 }] }, total: 1 },
  },
  {
    name: 'add without fields is the same on every portal',
    page: 'FACTS.md: 4',
    live: true,
    request: { method: 'crm.orderentity.add', params: {} },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {fields}'),
  },
]
