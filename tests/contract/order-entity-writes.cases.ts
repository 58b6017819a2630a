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
    says: 'add binds a free order',
    page: ADD,
    ask: add({ orderId: 3, ownerId: 202, ownerTypeId: 2 }),
    body: { result: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
    bindings: { 3: [2, 202] },
  },
  {
    says: 'add replaces another binding without a word',
    page: ADD,
    ask: add({ orderId: 1, ownerId: 202, ownerTypeId: 2 }),
    body: { result: { dealOrder: { orderId: 1, ownerId: 202, ownerTypeId: 2 } } },
    bindings: { 1: [2, 202] },
  },
  {
    says: 'add calls its answer dealOrder for an invoice too',
    page: ADD,
    ask: add({ orderId: 3, ownerId: 41, ownerTypeId: 31 }),
    body: { result: { dealOrder: { orderId: 3, ownerId: 41, ownerTypeId: 31 } } },
  },
  {
    says: 'add does not check that the owner exists',
    page: 'FACTS.md: 6',
    ask: add({ orderId: 3, ownerId: 999999, ownerTypeId: 2 }),
    body: { result: { dealOrder: { orderId: 3, ownerId: 999999, ownerTypeId: 2 } } },
  },
  {
    says: 'add casts numbers that come as text',
    page: 'api-reference/data-types.md',
    ask: add({ orderId: '3', ownerId: '202', ownerTypeId: '2' }),
    body: { result: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
  },
  {
    says: 'add takes names in lower snake case',
    page: 'FACTS.md: 7',
    ask: add({ order_id: 3, owner_id: 202, owner_type_id: 2 }),
    body: { result: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
  },
  {
    says: 'add works for a store administrator',
    page: ADD,
    ask: { ...add({ orderId: 3, ownerId: 202, ownerTypeId: 2 }), as: 'store administrator' },
    body: { result: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
  },
  {
    says: 'add works by webhook',
    page: ADD,
    ask: { ...add({ orderId: 3, ownerId: 202, ownerTypeId: 2 }), by: 'webhook' },
    body: { result: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
  },
  {
    says: 'add checks for fields before rights',
    page: CHECKS,
    ask: { method: 'crm.orderentity.add', params: {}, as: 'manager' },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {fields}'),
  },
  {
    says: 'add wants fields to be a map',
    page: CHECKS,
    ask: add('abc'),
    status: 400,
    body: refusal('100', 'Invalid value {abc} to match with parameter {fields}. Should be value of type array.'),
  },
  {
    says: 'add is refused to a store manager',
    page: ADD,
    ask: { ...add({ orderId: 3, ownerId: 202, ownerTypeId: 2 }), as: 'manager' },
    ...WRITE_DENIED,
    bindings: { 3: null },
  },
  {
    says: 'add checks rights before it looks at the fields',
    page: CHECKS,
    jsonOnly: true,
    ask: { ...add({}), as: 'manager' },
    ...WRITE_DENIED,
  },
  {
    says: 'add is refused to an employee',
    page: ADD,
    ask: { ...add({ orderId: 3, ownerId: 202, ownerTypeId: 2 }), as: 'employee' },
    ...WRITE_DENIED,
  },
  {
    says: 'add names all missing fields in its own order',
    page: CHECKS,
    jsonOnly: true,
    ask: add({}),
    status: 400,
    body: refusal('0', 'Required fields: ownerId, ownerTypeId, orderId'),
  },
  {
    says: 'add names only the missing fields',
    page: ADD,
    ask: add({ ownerTypeId: 2 }),
    status: 400,
    body: refusal('0', 'Required fields: ownerId, orderId'),
  },
  {
    says: 'add takes null for missing',
    page: CHECKS,
    jsonOnly: true,
    ask: add({ orderId: 3, ownerId: null, ownerTypeId: 2 }),
    status: 400,
    body: refusal('0', 'Required fields: ownerId'),
  },
  {
    says: 'add drops names in upper case',
    page: 'FACTS.md: 7',
    ask: add({ ORDER_ID: 3, OWNER_ID: 202, OWNER_TYPE_ID: 2 }),
    status: 400,
    body: refusal('0', 'Required fields: ownerId, ownerTypeId, orderId'),
  },
  {
    says: 'add complains of an empty owner first',
    page: CHECKS,
    ask: add({ orderId: 0, ownerId: 0, ownerTypeId: 0 }),
    status: 400,
    body: refusal('201640400001', 'ownerId - parameter is empty'),
  },
  {
    says: 'add complains of an empty type second',
    page: CHECKS,
    ask: add({ orderId: 0, ownerId: 1, ownerTypeId: 'abc' }),
    status: 400,
    body: refusal('201640400002', 'ownerTypeId - parameter is empty'),
  },
  {
    says: 'add complains of an empty order last',
    page: CHECKS,
    ask: add({ orderId: -5, ownerId: 1, ownerTypeId: 2 }),
    status: 400,
    body: refusal('201640400003', 'orderId - parameter is empty'),
  },
  {
    says: 'add names missing fields before empty ones',
    page: CHECKS,
    ask: add({ ownerId: 0 }),
    status: 400,
    body: refusal('0', 'Required fields: ownerTypeId, orderId'),
  },
  {
    says: 'add refuses the very binding that is there',
    page: ADD,
    ask: add(FIRST),
    status: 400,
    body: refusal('201650000001', 'Duplicate entry for key [ownerId, ownerTypeId, orderId]'),
  },
  {
    says: 'add refuses an order that does not exist',
    page: ADD,
    ask: add({ orderId: 77, ownerId: 201, ownerTypeId: 2 }),
    status: 400,
    body: refusal('200540400001', 'order does not exist'),
    bindings: { 77: null },
  },
  {
    says: 'the same owner number of another type is another owner',
    page: ADD,
    ask: add({ orderId: 1, ownerId: 201, ownerTypeId: 31 }),
    body: { result: { dealOrder: { orderId: 1, ownerId: 201, ownerTypeId: 31 } } },
    bindings: { 1: [31, 201] },
  },
  {
    says: 'deleteByFilter unbinds',
    page: DELETE,
    ask: remove(FIRST),
    body: { result: true },
    bindings: { 1: null },
  },
  {
    says: 'deleteByFilter wants the exact triple',
    page: DELETE,
    ask: remove({ ...FIRST, ownerId: 202 }),
    status: 400,
    body: refusal('201640400004', 'entity relation is not exists'),
    bindings: { 1: [2, 201] },
  },
  {
    says: 'deleteByFilter looks for the binding before the order',
    page: CHECKS,
    ask: remove({ orderId: 77, ownerId: 1, ownerTypeId: 2 }),
    status: 400,
    body: refusal('201640400004', 'entity relation is not exists'),
  },
  {
    says: 'deleteByFilter names the missing fields',
    page: DELETE,
    ask: remove({ ownerTypeId: 2 }),
    status: 400,
    body: refusal('0', 'Required fields: ownerId, orderId'),
  },
  {
    says: 'deleteByFilter is refused to a store manager',
    page: DELETE,
    ask: { ...remove(FIRST), as: 'manager' },
    ...WRITE_DENIED,
    bindings: { 1: [2, 201] },
  },
  {
    says: 'deleteByFilter reads fields, not filter',
    page: DELETE,
    ask: { method: 'crm.orderentity.deleteByFilter', params: { filter: FIRST } },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {fields}'),
  },
  {
    says: 'a deleted order takes its binding along',
    page: 'api-reference/sale/order/sale-order-delete.md',
    before: [
      { change: ({ data }) => void data.orders.get(2)?.payments.splice(0) },
      { calls: 1, ask: { method: 'sale.order.delete', params: { id: 2 } } },
    ],
    ask: list(),
    ...found(FIRST),
  },
  {
    says: 'a deal that was made a moment ago owns an order at once',
    page: ADD,
    before: [
      { calls: 1, ask: { method: 'crm.item.add', params: { entityTypeId: 2, fields: { title: 'New' } } } },
      {
        calls: 1,
        ask: { method: 'crm.orderentity.add', params: { fields: { orderId: 3, ownerId: 5001, ownerTypeId: 2 } } },
      },
    ],
    ask: list({ filter: { ownerId: 5001 } }),
    ...found({ orderId: 3, ownerId: 5001, ownerTypeId: 2 }),
  },
  {
    says: 'an order that was deleted is bound to nothing',
    page: ADD,
    before: [{ change: ({ data }) => void data.orders.delete(3) }],
    ask: { method: 'crm.orderentity.add', params: { fields: { orderId: 3, ownerId: 201, ownerTypeId: 2 } } },
    status: 400,
    body: refusal('200540400001', 'order does not exist'),
    bindings: { 3: null },
  },
  {
    says: 'a binding may point to a deal that was deleted',
    page: 'FACTS.md: 6',
    settings: { dealDeletion: 'unbinds-orders' },
    before: [{ calls: 1, ask: { method: 'crm.item.delete', params: { entityTypeId: 2, id: 201 } } }],
    ask: { method: 'crm.orderentity.add', params: { fields: { orderId: 3, ownerId: 201, ownerTypeId: 2 } } },
    body: { result: { dealOrder: { orderId: 3, ownerId: 201, ownerTypeId: 2 } } },
  },
  {
    says: 'binding leaves the order as it was',
    page: 'FACTS.md: what a binding changes',
    before: [
      {
        change: ({ data }) =>
          void Object.assign(data.orders.get(3) ?? {}, { version: 4, dateUpdate: '2026-09-03T10:00:00+03:00' }),
      },
      {
        calls: 1,
        ask: { method: 'crm.orderentity.add', params: { fields: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
      },
    ],
    ask: { method: 'sale.order.list', params: { filter: { id: 3 }, select: ['version', 'dateUpdate'] } },
    body: { result: { orders: [{ dateUpdate: '2026-09-03T10:00:00+03:00', version: 4 }] }, total: 1 },
  },
  {
    says: 'add without fields is the same on every portal',
    page: 'FACTS.md: 4',
    live: true,
    ask: { method: 'crm.orderentity.add', params: {} },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {fields}'),
  },
]
