import type { LocalPortal } from '@emulator/portal/state'
import type { Case } from './case'
import { refusal } from './refusals'

const LIST = 'api-reference/crm/universal/crm-item-list.md'
const TYPES = 'api-reference/data-types.md'
const FLAGS = 'FACTS.md: booleans in filters'
const KEYS = 'FACTS.md: 11'
const DATES = 'FACTS.md: dates'
const NO_DATES = 'FACTS.md: texts that are no dates'

const deals = (params: object) => ({ method: 'crm.item.list', params: { entityTypeId: 2, select: ['id'], ...params } })
const oldDeals = (filter: object) => ({ method: 'crm.deal.list', params: { filter, select: ['ID'] } })
const orders = (filter: object) => ({ method: 'sale.order.list', params: { filter, select: ['id'] } })
const clients = (filter: object) => ({ method: 'crm.ordercontactcompany.list', params: { filter, select: ['id'] } })
const found = (...ids: number[]) => ({ body: { result: { items: ids.map((id) => ({ id })) }, total: ids.length } })
const foundOld = (...ids: number[]) => ({ body: { result: ids.map((id) => ({ ID: String(id) })), total: ids.length } })
const foundOrders = (...ids: number[]) => ({
  body: { result: { orders: ids.map((id) => ({ id })) }, total: ids.length },
})
const foundClients = (...ids: number[]) => ({
  body: { result: { clients: ids.map((id) => ({ id })) }, total: ids.length },
})
const invalid = (description: string) => ({ status: 400, body: refusal('INVALID_ARG_VALUE', description) })

/** Deal 203 alone is won, so closed. Days and moments of the first three deals follow one another. */
function dateDeals({ data }: LocalPortal): void {
  for (const [index, id] of [201, 202, 203].entries()) {
    const day = `2026-08-${11 + index}`
    Object.assign(data.items.get(2)?.get(id) ?? {}, {
      closed: id === 203 ? 'Y' : 'N',
      createdTime: `${day}T00:00:00+03:00`,
      begindate: `${day}T03:00:00+03:00`,
    })
  }
}

const BEFORE = { before: [{ change: dateDeals }] }
const YES: [string, unknown][] = [
  ['Y', 'Y'],
  ['y', 'y'],
  ['true', true],
  ['1', 1],
  ['the text 1', '1'],
  ['the text true', 'true'],
]
const NO: [string, unknown][] = [
  ['N', 'N'],
  ['n', 'n'],
  ['false', false],
  ['0', 0],
  ['the text 0', '0'],
  ['the text false', 'false'],
]

const BOOLEAN_CASES: Case[] = [
  ...YES.map(([spelling, value]): Case => ({
    name: `${spelling} finds the closed deals`,
    page: spelling === 'Y' ? TYPES : FLAGS,
    ...BEFORE,
    request: deals({ filter: { '=closed': value } }),
    ...found(203),
  })),
  ...NO.map(([spelling, value]): Case => ({
    name: `${spelling} finds the open deals`,
    page: spelling === 'N' ? TYPES : FLAGS,
    ...BEFORE,
    request: deals({ filter: { closed: value } }),
    ...found(201, 202),
  })),
  {
    name: 'a boolean is turned round by !',
    page: FLAGS,
    ...BEFORE,
    request: deals({ filter: { '!closed': true } }),
    ...found(201, 202),
  },
  {
    name: 'a list of booleans finds both',
    page: FLAGS,
    ...BEFORE,
    request: deals({ filter: { '@closed': [true, 'N'] } }),
    ...found(201, 202, 203),
  },
  {
    name: 'a boolean in a group is read too',
    page: FLAGS,
    ...BEFORE,
    request: deals({ filter: { 0: { logic: 'OR', 0: { closed: '1' }, 1: { id: 201 } } } }),
    ...found(201, 203),
  },
  {
    name: 'a value that is no boolean is refused',
    page: FLAGS,
    request: deals({ filter: { closed: 'maybe' } }),
    ...invalid("Invalid filter: field 'closed' has invalid value"),
  },
  {
    name: 'old lists read booleans',
    page: FLAGS,
    ...BEFORE,
    request: oldDeals({ CLOSED: true }),
    ...foundOld(203),
  },
  {
    name: 'old lists read their opposites',
    page: FLAGS,
    ...BEFORE,
    request: oldDeals({ '=CLOSED': '0' }),
    ...foundOld(201, 202),
  },
  { name: 'orders that are paid', page: FLAGS, request: orders({ payed: 1 }), ...foundOrders(1) },
  { name: 'orders that are not cancelled', page: FLAGS, request: orders({ '=canceled': false }), ...foundOrders(1, 2) },
  {
    name: 'a value that is no boolean matches no order',
    page: FLAGS,
    request: orders({ canceled: 'maybe' }),
    ...foundOrders(),
  },
  {
    name: 'clients that are the first of their order',
    page: FLAGS,
    request: clients({ isPrimary: true, orderId: 1 }),
    ...foundClients(901, 902),
  },
  {
    name: 'directories read booleans',
    page: FLAGS,
    request: { method: 'crm.status.list', params: { filter: { ENTITY_ID: 'NONSENSE', SYSTEM: true } } },
    body: { result: [], total: 0 },
  },
  {
    name: 'types that have stages',
    page: FLAGS,
    request: { method: 'crm.type.list', params: { filter: { isStagesEnabled: false } } },
    body: { result: { types: [] }, total: 0 },
  },
  {
    name: 'the names of types are refused in capitals behind a prefix',
    page: 'FACTS.md: filters of types',
    request: { method: 'crm.type.list', params: { filter: { '>ID': 1 } } },
    ...invalid("Invalid filter: field 'ID' is not allowed in filter"),
  },
  {
    name: 'stored items that are switched off',
    page: FLAGS,
    before: [
      { change: (portal) => void (portal.app.scopes = ['entity']) },
      { times: 1, request: { method: 'entity.add', params: { ENTITY: 'notes', NAME: 'Notes' } } },
      { times: 1, request: { method: 'entity.item.add', params: { ENTITY: 'notes', NAME: 'x', ACTIVE: false } } },
    ],
    request: { method: 'entity.item.get', params: { ENTITY: 'notes', FILTER: { ACTIVE: '1' } } },
    body: { result: [], total: 0 },
  },
  {
    name: 'statuses of orders that notify',
    page: FLAGS,
    request: { method: 'sale.status.list', params: { filter: { notify: false }, select: ['id'] } },
    body: { result: { statuses: [] }, total: 0 },
  },
  {
    name: 'people who are there',
    page: FLAGS,
    before: [{ change: (portal) => void (portal.app.scopes = ['user']) }],
    request: { method: 'user.get', params: { FILTER: { ID: 1, ACTIVE: '1' }, select: ['ID'] } },
    body: { result: [{ ID: '1' }], total: 1 },
  },
  {
    name: 'people who are not there any more',
    page: FLAGS,
    before: [{ change: (portal) => void (portal.app.scopes = ['user']) }],
    request: { method: 'user.get', params: { FILTER: { ID: 1, ACTIVE: 0 }, select: ['ID'] } },
    body: { result: [], total: 0 },
  },
]

const KEY_CASES: Case[] = [
  {
    name: 'items are ordered by ID, as two client libraries always ask',
    page: KEYS,
    request: deals({ order: { ID: 'ASC' } }),
    ...found(201, 202, 203),
  },
  {
    name: 'items are ordered by ID downwards',
    page: KEYS,
    request: deals({ order: { ID: 'desc' } }),
    ...found(203, 202, 201),
  },
  {
    name: 'items are ordered by a name in capitals',
    page: KEYS,
    request: deals({ order: { CATEGORY_ID: 'DESC', id: 'ASC' } }),
    ...found(202, 201, 203),
  },
  { name: 'a filter by ID', page: KEYS, request: deals({ filter: { ID: 202 } }), ...found(202) },
  {
    name: 'a filter by a name in capitals',
    page: KEYS,
    request: deals({ filter: { STAGE_ID: ['NEW', 'WON'] } }),
    ...found(201, 203),
  },
  {
    name: 'a name in capitals in a group',
    page: KEYS,
    request: deals({ filter: { 0: { logic: 'OR', 0: { STAGE_ID: 'WON' }, 1: { stageId: 'NEW' } } } }),
    ...found(201, 203),
  },
  {
    name: 'fields are selected by names in capitals and come in camelCase',
    page: KEYS,
    request: deals({ filter: { ID: 201 }, select: ['ID', 'STAGE_ID', 'title'] }),
    body: { result: { items: [{ id: 201, stageId: 'NEW', title: 'Alpha chairs' }] }, total: 1 },
  },
  {
    name: 'items of every type are ordered by ID',
    page: KEYS,
    request: deals({ entityTypeId: 3, order: { ID: 'DESC' } }),
    ...found(2, 1),
  },
  {
    name: 'pages by the last id, as libraries read whole lists',
    page: KEYS,
    request: deals({ filter: { '>id': 201 }, order: { ID: 'ASC' }, start: -1 }),
    body: { result: { items: [{ id: 202 }, { id: 203 }] } },
  },
  {
    name: 'a nonsense name in capitals is refused as it was written',
    page: LIST,
    request: deals({ order: { NONSENSE_ID: 'ASC' } }),
    ...invalid("Invalid order: field 'NONSENSE_ID' is not allowed in order"),
  },
  {
    name: 'names that are neither are refused',
    page: LIST,
    request: deals({ filter: { Stage_Id: 'NEW' } }),
    ...invalid("Invalid filter: field 'Stage_Id' is not allowed in filter"),
  },
  {
    name: 'capitals are refused in order by the switch',
    page: KEYS,
    settings: { itemKeys: 'camel-case' },
    request: deals({ order: { ID: 'ASC' } }),
    ...invalid("Invalid order: field 'ID' is not allowed in order"),
  },
  {
    name: 'capitals are refused in filters by the switch',
    page: KEYS,
    settings: { itemKeys: 'camel-case' },
    request: deals({ filter: { STAGE_ID: 'NEW' } }),
    ...invalid("Invalid filter: field 'STAGE_ID' is not allowed in filter"),
  },
  {
    name: 'capitals select nothing by the switch',
    page: KEYS,
    settings: { itemKeys: 'camel-case' },
    request: deals({ filter: { id: 201 }, select: ['id', 'TITLE'] }),
    ...found(201),
  },
  {
    name: 'a prefix before capitals is known by its switch',
    page: KEYS,
    settings: { prefixedItemKeys: 'any-case' },
    request: deals({ filter: { '>ID': 201, '%TITLE': 'lamps' } }),
    ...found(203),
  },
  {
    name: 'a prefix before capitals is known by its switch alone',
    page: KEYS,
    settings: { itemKeys: 'camel-case', prefixedItemKeys: 'any-case' },
    request: deals({ filter: { '>=OPPORTUNITY': 600, 'id': 203 } }),
    ...found(203),
  },
]

/** Moments and days, each with the deals that are not younger. */
const DATE_CASES: Case[] = [
  ...[
    '2026-08-12',
    '12.08.2026',
    '12.08.2026 00:00:00',
    '12.08.2026 00:00',
    '2026-08-12T00:00:00+03:00',
    '2026-08-12T00:00:00+0300',
    '2026-08-12 00:00:00',
    '2026-08-11T21:00:00Z',
    '2026-08-11T21:00:00.000Z',
    '2026-08-11T17:00:00-04:00',
  ].map((moment): Case => ({
    name: `deals made until ${moment}`,
    page: moment.endsWith('T00:00:00+03:00') ? TYPES : DATES,
    ...BEFORE,
    request: deals({ filter: { '<=createdTime': moment } }),
    ...found(201, 202),
  })),
  ...['2026-08-12', '12.08.2026', '12.08.2026 15:30:00', '2026-08-12T03:00:00+03:00', '2026-08-12T00:00:00Z'].map(
    (day): Case => ({
      name: `deals that begin on the day of ${day}`,
      page: day === '2026-08-12' ? TYPES : DATES,
      ...BEFORE,
      request: deals({ filter: { '=begindate': day } }),
      ...found(202),
    }),
  ),
  ...[
    '31.02.2026',
    '2026-02-30',
    '12.13.2026',
    '08/12/2026',
    '12.08.26',
    'tomorrow',
    '2026-08-12T25:00:00',
    '1786500000',
  ].map((text): Case => ({
    name: `${text} is no date for a strict list`,
    page: LIST,
    request: deals({ filter: { '>createdTime': text } }),
    ...invalid("Invalid filter: field 'createdTime' has invalid value"),
  })),
  {
    name: 'old lists read the format of the portal',
    page: DATES,
    ...BEFORE,
    request: oldDeals({ '<DATE_CREATE': '12.08.2026' }),
    ...foundOld(201),
  },
  {
    name: 'old lists drop what is no date',
    page: NO_DATES,
    ...BEFORE,
    request: oldDeals({ '<=DATE_CREATE': '32.08.2026' }),
    ...foundOld(201, 202, 203),
  },
  {
    name: 'orders made before a day in the format of the portal',
    page: DATES,
    request: orders({ '<=dateInsert': '02.09.2026' }),
    ...foundOrders(1),
  },
  {
    name: 'orders made before a moment in the format of the portal',
    page: DATES,
    request: orders({ '<=dateInsert': '02.09.2026 10:00:00' }),
    ...foundOrders(1, 2),
  },
  {
    name: 'orders of a day that no calendar has are all orders',
    page: NO_DATES,
    request: orders({ '<=dateInsert': '31.02.2026' }),
    ...foundOrders(1, 2, 3),
  },
  {
    name: 'of a list of dates those are taken that are dates',
    page: NO_DATES,
    request: orders({ '@dateInsert': ['soon', '01.09.2026 10:00:00'] }),
    ...foundOrders(1),
  },
]

/** The same question in other letters: booleans, names of fields, dates. */
export const SPELLING_CASES: Case[] = [...BOOLEAN_CASES, ...KEY_CASES, ...DATE_CASES]
