import type { Case } from './case'
import { READ_DENIED, refusal } from './refusals'
import { addSixtyBindings } from './small-portal'

const HOW = 'settings/how-to-call-rest-api/general-principles.md'
const LIST = 'api-reference/crm/universal/order-entity/crm-order-entity-list.md'
const FIELDS = 'api-reference/crm/universal/order-entity/crm-order-entity-get-fields.md'
const LENIENT = 'FACTS.md: 8'

const FIRST = { orderId: 1, ownerId: 201, ownerTypeId: 2 }
const SECOND = { orderId: 2, ownerId: 41, ownerTypeId: 31 }
const list = (params: object = {}) => ({ method: 'crm.orderentity.list', params: { ...params } })
const found = (...rows: object[]) => ({ body: { result: { orderEntity: rows }, total: rows.length } })
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ orderId: from + index, ownerId: 201, ownerTypeId: 2 }))
const FIELD = { isImmutable: true, isReadOnly: false, isRequired: true, type: 'integer' }

/** What may be read about bindings. */
export const ORDER_ENTITY_LIST_CASES: Case[] = [
  {
    says: 'getFields describes the three fields',
    page: FIELDS,
    ask: { method: 'crm.orderentity.getFields' },
    body: { result: { orderEntity: { orderId: FIELD, ownerId: FIELD, ownerTypeId: FIELD } } },
  },
  {
    says: 'getFields is refused without the right to read',
    page: FIELDS,
    ask: { method: 'crm.orderentity.getFields', as: 'employee' },
    ...READ_DENIED,
  },
  {
    says: 'method names count in any letter case',
    page: HOW,
    ask: { method: 'CRM.OrderEntity.LIST' },
    ...found(SECOND, FIRST),
  },
  {
    says: 'list gives all three fields, by owner',
    page: LIST,
    ask: list(),
    ...found(SECOND, FIRST),
  },
  {
    says: 'list is open to a store manager',
    page: LIST,
    ask: { ...list(), as: 'manager' },
    ...found(SECOND, FIRST),
  },
  {
    says: 'list is refused without any right to the store',
    page: LIST,
    ask: { ...list(), as: 'employee' },
    ...READ_DENIED,
  },
  {
    says: 'a star selects all fields',
    page: LIST,
    ask: list({ select: ['*'] }),
    ...found(SECOND, FIRST),
  },
  {
    says: 'unknown names in select are ignored',
    page: 'FACTS.md: 7',
    ask: list({ select: ['orderId', 'nonsense'] }),
    ...found({ orderId: 2 }, { orderId: 1 }),
  },
  {
    says: 'a bare key means equal',
    page: LIST,
    ask: list({ filter: { ownerId: 201, ownerTypeId: 2 } }),
    ...found(FIRST),
  },
  {
    says: 'a list as value means any of them',
    page: LIST,
    ask: list({ filter: { orderId: [1, 2, 3] }, order: { orderId: 'ASC' } }),
    ...found(FIRST, SECOND),
  },
  {
    says: '@ means any of them',
    page: LIST,
    ask: list({ filter: { '@orderId': [2] } }),
    ...found(SECOND),
  },
  {
    says: '!@ means none of them',
    page: LIST,
    ask: list({ filter: { '!@orderId': [2] } }),
    ...found(FIRST),
  },
  {
    says: '! means not equal',
    page: LIST,
    ask: list({ filter: { '!ownerTypeId': 2 } }),
    ...found(SECOND),
  },
  {
    says: '> means greater',
    page: LIST,
    ask: list({ filter: { '>orderId': 1 } }),
    ...found(SECOND),
  },
  {
    says: '<= means not greater',
    page: LIST,
    ask: list({ filter: { '<=orderId': 1 } }),
    ...found(FIRST),
  },
  {
    says: 'a filter in upper case is dropped, and everything comes',
    page: 'FACTS.md: 7',
    ask: list({ filter: { ORDER_ID: 1 } }),
    ...found(SECOND, FIRST),
  },
  {
    says: 'a between filter is dropped',
    page: LENIENT,
    ask: list({ filter: { '><orderId': [2, 3] } }),
    ...found(SECOND, FIRST),
  },
  {
    says: 'text where a number belongs counts as 0',
    page: LENIENT,
    ask: list({ filter: { orderId: 'abc' } }),
    ...found(),
  },
  {
    says: 'an empty list counts as [1]',
    page: LENIENT,
    jsonOnly: true,
    ask: list({ filter: { orderId: [] } }),
    ...found(FIRST),
  },
  {
    says: 'order takes any letter case',
    page: LIST,
    ask: list({ order: { orderId: 'DESC' } }),
    ...found(SECOND, FIRST),
  },
  {
    says: 'a page is fifty rows, next is its end',
    page: LIST,
    before: [{ change: addSixtyBindings }],
    ask: list({ filter: { ownerId: 201 }, order: { orderId: 'asc' } }),
    body: { result: { orderEntity: [FIRST, ...numbered(101, 149)] }, total: 61, next: 50 },
  },
  {
    says: 'the last page has no next',
    page: LIST,
    before: [{ change: addSixtyBindings }],
    ask: list({ filter: { ownerId: 201 }, order: { orderId: 'asc' }, start: 50 }),
    body: { result: { orderEntity: numbered(150, 160) }, total: 61 },
  },
  {
    says: 'a start inside a page gives that page',
    page: 'FACTS.md: 9',
    before: [{ change: addSixtyBindings }],
    ask: list({ filter: { ownerId: 201 }, order: { orderId: 'asc' }, start: 75 }),
    body: { result: { orderEntity: numbered(150, 160) }, total: 61 },
  },
  {
    says: 'start -1 gives fifty rows and counts nothing',
    page: 'FACTS.md: 9',
    before: [{ change: addSixtyBindings }],
    ask: list({ filter: { ownerId: 201 }, order: { orderId: 'asc' }, start: -1 }),
    body: { result: { orderEntity: [FIRST, ...numbered(101, 149)] } },
  },
  { says: '>= means not less', page: LIST, ask: list({ filter: { '>=orderId': 2 } }), ...found(SECOND) },
  { says: '< means less', page: LIST, ask: list({ filter: { '<ownerId': 201 } }), ...found(SECOND) },
  { says: '= means equal', page: LIST, ask: list({ filter: { '=ownerTypeId': 31 } }), ...found(SECOND) },
  { says: '!= means not equal', page: LIST, ask: list({ filter: { '!=ownerTypeId': 31 } }), ...found(FIRST) },
  { says: '% finds a part of a number', page: LIST, ask: list({ filter: { '%ownerId': '0' } }), ...found(FIRST) },
  {
    says: '!% leaves out what has the part',
    page: LIST,
    ask: list({ filter: { '!%ownerId': '0' } }),
    ...found(SECOND),
  },
  {
    says: '=% takes the sign in its value',
    page: LIST,
    ask: list({ filter: { '=%ownerId': '20%' } }),
    ...found(FIRST),
  },
  { says: '%= does the same', page: LIST, ask: list({ filter: { '%=ownerId': '%1' } }), ...found(SECOND, FIRST) },
  { says: '!=% leaves out what fits', page: LIST, ask: list({ filter: { '!=%ownerId': '4%' } }), ...found(FIRST) },
  { says: '!%= leaves it out too', page: LIST, ask: list({ filter: { '!%=ownerId': '%01' } }), ...found(SECOND) },
  {
    says: 'a list may give two fields of three',
    page: LIST,
    ask: { method: 'crm.orderentity.list', params: { select: ['orderId', 'ownerId'], filter: { orderId: 1 } } },
    ...found({ orderId: 1, ownerId: 201 }),
  },
  {
    says: 'a portal without a store says so',
    page: LIST,
    faults: [{ method: 'crm.orderentity.list', when: 'every', effect: { kind: 'error', code: '200540400002' } }],
    ask: list(),
    status: 400,
    body: refusal('200540400002', 'module sale does not exist'),
  },
  {
    says: 'start -1 may give all rows, as the page of the list says',
    page: LIST,
    settings: { minusOne: 'all-rows' },
    before: [{ change: addSixtyBindings }],
    ask: {
      method: 'crm.orderentity.list',
      params: { filter: { ownerId: 201 }, order: { orderId: 'asc' }, select: ['ownerTypeId'], start: -1 },
    },
    body: { result: { orderEntity: Array.from({ length: 61 }, () => ({ ownerTypeId: 2 })) } },
  },
]
