import type { Case } from './case'
import { READ_DENIED, refusal } from './refusals'
import { addSixtyBindings } from './small-portal'

const PRINCIPLES = 'settings/how-to-call-rest-api/general-principles.md'
const LIST = 'api-reference/crm/universal/order-entity/crm-order-entity-list.md'
const FIELDS = 'api-reference/crm/universal/order-entity/crm-order-entity-get-fields.md'
const LENIENT = 'FACTS.md: 8'

const FIRST = { orderId: 1, ownerId: 201, ownerTypeId: 2 }
const SECOND = { orderId: 2, ownerId: 41, ownerTypeId: 31 }
const list = (params: object = {}) => ({ method: 'crm.orderentity.list', params: { ...params } })
const found = (...rows: object[]) => ({ body: { result: { orderEntity: rows }, total: rows.length } })
const bindingsOfOrders = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ orderId: from + index, ownerId: 201, ownerTypeId: 2 }))
const FIELD = { isImmutable: true, isReadOnly: false, isRequired: true, type: 'integer' }

/** What may be read about bindings. */
export const ORDER_ENTITY_LIST_CASES: Case[] = [
  {
    name: 'getFields describes the three fields',
    page: FIELDS,
    request: { method: 'crm.orderentity.getFields' },
    body: { result: { orderEntity: { orderId: FIELD, ownerId: FIELD, ownerTypeId: FIELD } } },
  },
  {
    name: 'getFields is refused without the right to read',
    page: FIELDS,
    request: { method: 'crm.orderentity.getFields', user: 'employee' },
    ...READ_DENIED,
  },
  {
    name: 'method names count in any letter case',
    page: PRINCIPLES,
    request: { method: 'CRM.OrderEntity.LIST' },
    ...found(SECOND, FIRST),
  },
  {
    name: 'list gives all three fields, by owner',
    page: LIST,
    request: list(),
    ...found(SECOND, FIRST),
  },
  {
    name: 'list is open to a store manager',
    page: LIST,
    request: { ...list(), user: 'manager' },
    ...found(SECOND, FIRST),
  },
  {
    name: 'list is refused without any right to the store',
    page: LIST,
    request: { ...list(), user: 'employee' },
    ...READ_DENIED,
  },
  {
    name: 'a star selects all fields',
    page: LIST,
    request: list({ select: ['*'] }),
    ...found(SECOND, FIRST),
  },
  {
    name: 'unknown names in select are ignored',
    page: 'FACTS.md: 7',
    request: list({ select: ['orderId', 'nonsense'] }),
    ...found({ orderId: 2 }, { orderId: 1 }),
  },
  {
    name: 'a bare key means equal',
    page: LIST,
    request: list({ filter: { ownerId: 201, ownerTypeId: 2 } }),
    ...found(FIRST),
  },
  {
    name: 'a list as value means any of them',
    page: LIST,
    request: list({ filter: { orderId: [1, 2, 3] }, order: { orderId: 'ASC' } }),
    ...found(FIRST, SECOND),
  },
  {
    name: '@ means any of them',
    page: LIST,
    request: list({ filter: { '@orderId': [2] } }),
    ...found(SECOND),
  },
  {
    name: '!@ means none of them',
    page: LIST,
    request: list({ filter: { '!@orderId': [2] } }),
    ...found(FIRST),
  },
  {
    name: '! means not equal',
    page: LIST,
    request: list({ filter: { '!ownerTypeId': 2 } }),
    ...found(SECOND),
  },
  {
    name: '> means greater',
    page: LIST,
    request: list({ filter: { '>orderId': 1 } }),
    ...found(SECOND),
  },
  {
    name: '<= means not greater',
    page: LIST,
    request: list({ filter: { '<=orderId': 1 } }),
    ...found(FIRST),
  },
  {
    name: 'a filter in upper case is dropped, and everything comes',
    page: 'FACTS.md: 7',
    request: list({ filter: { ORDER_ID: 1 } }),
    ...found(SECOND, FIRST),
  },
  {
    name: 'a between filter is dropped',
    page: LENIENT,
    request: list({ filter: { '><orderId': [2, 3] } }),
    ...found(SECOND, FIRST),
  },
  {
    name: 'text where a number belongs counts as 0',
    page: LENIENT,
    request: list({ filter: { orderId: 'abc' } }),
    ...found(),
  },
  {
    name: 'an empty list counts as [1]',
    page: LENIENT,
    jsonOnly: true,
    request: list({ filter: { orderId: [] } }),
    ...found(FIRST),
  },
  {
    name: 'order takes any letter case',
    page: LIST,
    request: list({ order: { orderId: 'DESC' } }),
    ...found(SECOND, FIRST),
  },
  {
    name: 'a page is fifty rows, next is its end',
    page: LIST,
    before: [{ change: addSixtyBindings }],
    request: list({ filter: { ownerId: 201 }, order: { orderId: 'asc' } }),
    body: { result: { orderEntity: [FIRST, ...bindingsOfOrders(101, 149)] }, total: 61, next: 50 },
  },
  {
    name: 'the last page has no next',
    page: LIST,
    before: [{ change: addSixtyBindings }],
    request: list({ filter: { ownerId: 201 }, order: { orderId: 'asc' }, start: 50 }),
    body: { result: { orderEntity: bindingsOfOrders(150, 160) }, total: 61 },
  },
  {
    name: 'a start inside a page gives that page',
    page: 'FACTS.md: 9',
    before: [{ change: addSixtyBindings }],
    request: list({ filter: { ownerId: 201 }, order: { orderId: 'asc' }, start: 75 }),
    body: { result: { orderEntity: bindingsOfOrders(150, 160) }, total: 61 },
  },
  {
    name: 'start -1 gives fifty rows and counts nothing',
    page: 'FACTS.md: 9',
    before: [{ change: addSixtyBindings }],
    request: list({ filter: { ownerId: 201 }, order: { orderId: 'asc' }, start: -1 }),
    body: { result: { orderEntity: [FIRST, ...bindingsOfOrders(101, 149)] } },
  },
  { name: '>= means not less', page: LIST, request: list({ filter: { '>=orderId': 2 } }), ...found(SECOND) },
  {
    name: '@ means one of several, together with other keys',
    page: LIST,
    request: list({ filter: { 'ownerTypeId': 2, '@ownerId': [41, 201] } }),
    ...found(FIRST),
  },
  { name: '< means less', page: LIST, request: list({ filter: { '<ownerId': 201 } }), ...found(SECOND) },
  { name: '= means equal', page: LIST, request: list({ filter: { '=ownerTypeId': 31 } }), ...found(SECOND) },
  { name: '!= means not equal', page: LIST, request: list({ filter: { '!=ownerTypeId': 31 } }), ...found(FIRST) },
  { name: '% finds a part of a number', page: LIST, request: list({ filter: { '%ownerId': '0' } }), ...found(FIRST) },
  {
    name: '!% leaves out what has the part',
    page: LIST,
    request: list({ filter: { '!%ownerId': '0' } }),
    ...found(SECOND),
  },
  {
    name: '=% takes the sign in its value',
    page: LIST,
    request: list({ filter: { '=%ownerId': '20%' } }),
    ...found(FIRST),
  },
  {
    name: '%= takes the sign in its value too',
    page: LIST,
    request: list({ filter: { '%=ownerId': '%1' } }),
    ...found(SECOND, FIRST),
  },
  { name: '!=% leaves out what fits', page: LIST, request: list({ filter: { '!=%ownerId': '4%' } }), ...found(FIRST) },
  {
    name: '!%= leaves out what fits too',
    page: LIST,
    request: list({ filter: { '!%=ownerId': '%01' } }),
    ...found(SECOND),
  },
  {
    name: 'a list may give two fields of three',
    page: LIST,
    request: { method: 'crm.orderentity.list', params: { select: ['orderId', 'ownerId'], filter: { orderId: 1 } } },
    ...found({ orderId: 1, ownerId: 201 }),
  },
  {
    name: 'list is refused by a portal without a store',
    page: LIST,
    faults: [{ method: 'crm.orderentity.list', when: 'every', effect: { kind: 'error', code: '200540400002' } }],
    request: list(),
    status: 400,
    body: refusal('200540400002', 'module sale does not exist'),
  },
  {
    name: 'start -1 may give all rows, as the page of the list says',
    page: LIST,
    settings: { minusOne: 'all-rows' },
    before: [{ change: addSixtyBindings }],
    request: {
      method: 'crm.orderentity.list',
      params: { filter: { ownerId: 201 }, order: { orderId: 'asc' }, select: ['ownerTypeId'], start: -1 },
    },
    body: { result: { orderEntity: Array.from({ length: 61 }, () => ({ ownerTypeId: 2 })) } },
  },
]
