import type { Statement } from './statement'
import { READ_DENIED, WRITE_DENIED, refusal } from './refusals'
import { addSixtyBindings } from './small-portal'

const add = (fields: unknown, rest: Omit<Statement, 'method' | 'params'>): Statement => ({
  method: 'crm.orderentity.add',
  params: { fields },
  ...rest,
})
const remove = (fields: unknown, rest: Omit<Statement, 'method' | 'params'>): Statement => ({
  method: 'crm.orderentity.deleteByFilter',
  params: { fields },
  ...rest,
})
const list = (params: Record<string, unknown>, rest: Omit<Statement, 'method' | 'params'>): Statement => ({
  method: 'crm.orderentity.list',
  params,
  ...rest,
})

const FIRST = { orderId: 1, ownerId: 201, ownerTypeId: 2 }
const SECOND = { orderId: 2, ownerId: 41, ownerTypeId: 31 }
const found = (...rows: object[]) => ({ result: { orderEntity: rows }, total: rows.length })
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ orderId: from + index, ownerId: 201, ownerTypeId: 2 }))
const FIELD = { isImmutable: true, isReadOnly: false, isRequired: true, type: 'integer' }

/** @see api-reference/crm/universal/order-entity/index.md */
export const ORDER_ENTITY_STATEMENTS: Statement[] = [
  {
    says: 'getFields describes the three fields',
    method: 'crm.orderentity.getFields',
    body: { result: { orderEntity: { orderId: FIELD, ownerId: FIELD, ownerTypeId: FIELD } } },
  },
  {
    says: 'getFields is refused without the right to read',
    as: 'employee',
    method: 'crm.orderentity.getFields',
    ...READ_DENIED,
  },
  { says: 'method names count in any letter case', method: 'CRM.OrderEntity.LIST', body: found(SECOND, FIRST) },

  add(
    { orderId: 3, ownerId: 202, ownerTypeId: 2 },
    {
      says: 'add binds a free order',
      body: { result: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
      bindings: { 3: [2, 202] },
    },
  ),
  add(
    { orderId: 1, ownerId: 202, ownerTypeId: 2 },
    {
      says: 'add replaces another binding without a word',
      body: { result: { dealOrder: { orderId: 1, ownerId: 202, ownerTypeId: 2 } } },
      bindings: { 1: [2, 202] },
    },
  ),
  add(
    { orderId: 3, ownerId: 41, ownerTypeId: 31 },
    {
      says: 'add calls its answer dealOrder for an invoice too',
      body: { result: { dealOrder: { orderId: 3, ownerId: 41, ownerTypeId: 31 } } },
    },
  ),
  add(
    { orderId: 3, ownerId: 999999, ownerTypeId: 2 },
    {
      says: 'add does not check that the owner exists',
      body: { result: { dealOrder: { orderId: 3, ownerId: 999999, ownerTypeId: 2 } } },
    },
  ),
  add(
    { orderId: '3', ownerId: '202', ownerTypeId: '2' },
    {
      says: 'add casts numbers that come as text',
      body: { result: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
    },
  ),
  add(
    { order_id: 3, owner_id: 202, owner_type_id: 2 },
    {
      says: 'add takes names in lower snake case',
      body: { result: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
    },
  ),
  add(
    { orderId: 3, ownerId: 202, ownerTypeId: 2 },
    {
      says: 'add works for a store administrator',
      as: 'store administrator',
      body: { result: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
    },
  ),
  add(
    { orderId: 3, ownerId: 202, ownerTypeId: 2 },
    {
      says: 'add works by webhook',
      byWebhook: true,
      body: { result: { dealOrder: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
    },
  ),
  {
    says: 'add checks for fields before rights',
    as: 'manager',
    method: 'crm.orderentity.add',
    params: {},
    status: 400,
    body: refusal('100', 'Could not find value for parameter {fields}'),
  },
  add('abc', {
    says: 'add wants fields to be a map',
    status: 400,
    body: refusal('100', 'Invalid value {abc} to match with parameter {fields}. Should be value of type array.'),
  }),
  add(
    { orderId: 3, ownerId: 202, ownerTypeId: 2 },
    { says: 'add is refused to a store manager', as: 'manager', ...WRITE_DENIED, bindings: { 3: null } },
  ),
  add({}, { says: 'add checks rights before it looks at the fields', as: 'manager', ...WRITE_DENIED }),
  add(
    { orderId: 3, ownerId: 202, ownerTypeId: 2 },
    { says: 'add is refused to an employee', as: 'employee', ...WRITE_DENIED },
  ),
  add(
    {},
    {
      says: 'add names all missing fields in its own order',
      status: 400,
      body: refusal('0', 'Required fields: ownerId, ownerTypeId, orderId'),
    },
  ),
  add(
    { ownerTypeId: 2 },
    { says: 'add names only the missing fields', status: 400, body: refusal('0', 'Required fields: ownerId, orderId') },
  ),
  add(
    { orderId: 3, ownerId: null, ownerTypeId: 2 },
    { says: 'add takes null for missing', status: 400, body: refusal('0', 'Required fields: ownerId') },
  ),
  add(
    { ORDER_ID: 3, OWNER_ID: 202, OWNER_TYPE_ID: 2 },
    {
      says: 'add drops names in upper case',
      status: 400,
      body: refusal('0', 'Required fields: ownerId, ownerTypeId, orderId'),
    },
  ),
  add(
    { orderId: 0, ownerId: 0, ownerTypeId: 0 },
    {
      says: 'add complains of an empty owner first',
      status: 400,
      body: refusal('201640400001', 'ownerId - parameter is empty'),
    },
  ),
  add(
    { orderId: 0, ownerId: 1, ownerTypeId: 'abc' },
    {
      says: 'add complains of an empty type second',
      status: 400,
      body: refusal('201640400002', 'ownerTypeId - parameter is empty'),
    },
  ),
  add(
    { orderId: -5, ownerId: 1, ownerTypeId: 2 },
    {
      says: 'add complains of an empty order last',
      status: 400,
      body: refusal('201640400003', 'orderId - parameter is empty'),
    },
  ),
  add(
    { ownerId: 0 },
    {
      says: 'an add that cannot write still tells who may',
      as: 'administrator',
      status: 400,
      body: refusal('0', 'Required fields: ownerTypeId, orderId'),
    },
  ),
  add(FIRST, {
    says: 'add refuses the very binding that is there',
    status: 400,
    body: refusal('201650000001', 'Duplicate entry for key [ownerId, ownerTypeId, orderId]'),
  }),
  add(
    { orderId: 77, ownerId: 201, ownerTypeId: 2 },
    {
      says: 'add refuses an order that does not exist',
      status: 400,
      body: refusal('200540400001', 'order does not exist'),
      bindings: { 77: null },
    },
  ),
  add(
    { orderId: 1, ownerId: 201, ownerTypeId: 31 },
    {
      says: 'the same owner number of another type is another owner',
      body: { result: { dealOrder: { orderId: 1, ownerId: 201, ownerTypeId: 31 } } },
      bindings: { 1: [31, 201] },
    },
  ),

  remove(FIRST, { says: 'deleteByFilter unbinds', body: { result: true }, bindings: { 1: null } }),
  remove(
    { ...FIRST, ownerId: 202 },
    {
      says: 'deleteByFilter wants the exact triple',
      status: 400,
      body: refusal('201640400004', 'entity relation is not exists'),
      bindings: { 1: [2, 201] },
    },
  ),
  remove(
    { orderId: 77, ownerId: 1, ownerTypeId: 2 },
    {
      says: 'deleteByFilter looks for the binding before the order',
      status: 400,
      body: refusal('201640400004', 'entity relation is not exists'),
    },
  ),
  remove(
    { ownerTypeId: 2 },
    {
      says: 'deleteByFilter names the missing fields',
      status: 400,
      body: refusal('0', 'Required fields: ownerId, orderId'),
    },
  ),
  remove(FIRST, {
    says: 'deleteByFilter is refused to a store manager',
    as: 'manager',
    ...WRITE_DENIED,
    bindings: { 1: [2, 201] },
  }),
  {
    says: 'deleteByFilter reads fields, not filter',
    method: 'crm.orderentity.deleteByFilter',
    params: { filter: FIRST },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {fields}'),
  },

  list({}, { says: 'list gives all three fields, by owner', body: found(SECOND, FIRST) }),
  list({}, { says: 'list is open to a store manager', as: 'manager', body: found(SECOND, FIRST) }),
  list({}, { says: 'list is refused without any right to the store', as: 'employee', ...READ_DENIED }),
  list({ select: ['*'] }, { says: 'a star selects all fields', body: found(SECOND, FIRST) }),
  list(
    { select: ['orderId', 'nonsense'] },
    { says: 'unknown names in select are ignored', body: found({ orderId: 2 }, { orderId: 1 }) },
  ),
  list({ filter: { ownerId: 201, ownerTypeId: 2 } }, { says: 'a bare key means equal', body: found(FIRST) }),
  list(
    { filter: { orderId: [1, 2, 3] }, order: { orderId: 'ASC' } },
    { says: 'a list as value means any of them', body: found(FIRST, SECOND) },
  ),
  list({ filter: { '@orderId': [2] } }, { says: '@ means any of them', body: found(SECOND) }),
  list({ filter: { '!@orderId': [2] } }, { says: '!@ means none of them', body: found(FIRST) }),
  list({ filter: { '!ownerTypeId': 2 } }, { says: '! means not equal', body: found(SECOND) }),
  list({ filter: { '>orderId': 1 } }, { says: '> means greater', body: found(SECOND) }),
  list({ filter: { '<=orderId': 1 } }, { says: '<= means not greater', body: found(FIRST) }),
  list(
    { filter: { ORDER_ID: 1 } },
    { says: 'a filter in upper case is dropped, and everything comes', body: found(SECOND, FIRST) },
  ),
  list({ filter: { '><orderId': [2, 3] } }, { says: 'a between filter is dropped', body: found(SECOND, FIRST) }),
  list({ filter: { orderId: 'abc' } }, { says: 'text where a number belongs counts as 0', body: found() }),
  list({ filter: { orderId: [] } }, { says: 'an empty list counts as [1]', body: found(FIRST) }),
  list({ order: { orderId: 'DESC' } }, { says: 'order takes any letter case', body: found(SECOND, FIRST) }),
  list(
    { filter: { ownerId: 201 }, order: { orderId: 'asc' } },
    {
      says: 'a page is fifty rows, next is its end',
      given: addSixtyBindings,
      body: { result: { orderEntity: [FIRST, ...numbered(101, 149)] }, total: 61, next: 50 },
    },
  ),
  list(
    { filter: { ownerId: 201 }, order: { orderId: 'asc' }, start: 50 },
    {
      says: 'the last page has no next',
      given: addSixtyBindings,
      body: { result: { orderEntity: numbered(150, 160) }, total: 61 },
    },
  ),
  list(
    { filter: { ownerId: 201 }, order: { orderId: 'asc' }, start: 75 },
    {
      says: 'a start inside a page gives that page',
      given: addSixtyBindings,
      body: { result: { orderEntity: numbered(150, 160) }, total: 61 },
    },
  ),
  list(
    { filter: { ownerId: 201 }, order: { orderId: 'asc' }, start: -1 },
    {
      says: 'start -1 gives fifty rows and counts nothing',
      given: addSixtyBindings,
      body: { result: { orderEntity: [FIRST, ...numbered(101, 149)] } },
    },
  ),
]
