import type { Case } from './case'
import { LEGACY_DEAL } from '@emulator/rows/deal-rows'
import { describeLegacyFields } from '@emulator/rows/legacy-fields'
import { refusal } from './refusals'
import { NOW } from './test-clock'

const LIST = 'api-reference/crm/deals/crm-deal-list.md'
const GET = 'api-reference/crm/deals/crm-deal-get.md'
const ADD = 'api-reference/crm/deals/crm-deal-add.md'
const UPDATE = 'api-reference/crm/deals/crm-deal-update.md'
const DELETE = 'api-reference/crm/deals/crm-deal-delete.md'

const list = (params: object) => ({ method: 'crm.deal.list', params: { ...params } })
const get = (id: unknown) => ({ method: 'crm.deal.get', params: { id } })
const add = (fields: unknown) => ({ method: 'crm.deal.add', params: { fields } })
const update = (id: unknown, fields: unknown) => ({ method: 'crm.deal.update', params: { id, fields } })
const legacyRefusal = (description: string) => ({ status: 400, body: refusal('', description) })
const found = (...ids: string[]) => ({ body: { result: ids.map((ID) => ({ ID })), total: ids.length } })

/** A deal of which the title and a sum were said, in the old shape. */
const NEW_DEAL = {
  ID: '5001',
  TITLE: 'Ten chairs',
  TYPE_ID: 'SALE',
  STAGE_ID: 'NEW',
  PROBABILITY: null,
  CURRENCY_ID: 'USD',
  OPPORTUNITY: '19999.90',
  IS_MANUAL_OPPORTUNITY: 'N',
  TAX_VALUE: '0.00',
  LEAD_ID: null,
  COMPANY_ID: '0',
  CONTACT_ID: '0',
  QUOTE_ID: null,
  BEGINDATE: '2026-11-02T03:00:00+03:00',
  CLOSEDATE: '2026-11-09T03:00:00+03:00',
  ASSIGNED_BY_ID: '1',
  CREATED_BY_ID: '1',
  MODIFY_BY_ID: '1',
  DATE_CREATE: NOW,
  DATE_MODIFY: NOW,
  OPENED: 'Y',
  CLOSED: 'N',
  COMMENTS: '',
  ADDITIONAL_INFO: null,
  LOCATION_ID: null,
  CATEGORY_ID: '0',
  STAGE_SEMANTIC_ID: 'P',
  IS_NEW: 'N',
  IS_RECURRING: 'N',
  IS_RETURN_CUSTOMER: 'N',
  IS_REPEATED_APPROACH: 'N',
  SOURCE_ID: 'CALL',
  SOURCE_DESCRIPTION: '',
  ORIGINATOR_ID: null,
  ORIGIN_ID: null,
  MOVED_BY_ID: '1',
  MOVED_TIME: NOW,
  LAST_ACTIVITY_TIME: NOW,
  UTM_SOURCE: null,
  UTM_MEDIUM: null,
  UTM_CAMPAIGN: null,
  UTM_CONTENT: null,
  UTM_TERM: null,
  LAST_ACTIVITY_BY: '1',
}
const TEN_CHAIRS = { TITLE: 'Ten chairs', OPPORTUNITY: 19999.9 }

export const CRM_DEAL_CASES: Case[] = [
  {
    name: 'the old list is bare rows of texts',
    page: LIST,
    request: list({ select: ['ID', 'TITLE', 'OPPORTUNITY'], filter: { ID: 201 } }),
    body: { result: [{ ID: '201', TITLE: 'Alpha chairs', OPPORTUNITY: '500.00' }], total: 1 },
  },
  {
    name: 'the old list compares sums as numbers',
    page: LIST,
    request: list({ select: ['ID'], filter: { '>OPPORTUNITY': 600 } }),
    ...found('202', '203'),
  },
  {
    name: 'the old list finds a part of the title',
    page: LIST,
    request: list({ select: ['ID'], filter: { '%TITLE': 'desk' } }),
    ...found('202'),
  },
  {
    name: 'the old list takes a pattern',
    page: LIST,
    request: list({ select: ['ID'], filter: { '=%TITLE': 'gamma%' } }),
    ...found('203'),
  },
  {
    name: 'the old list takes one of several',
    page: LIST,
    request: list({ select: ['ID'], filter: { '@ID': [201, 203] } }),
    ...found('201', '203'),
  },
  {
    name: 'the old list leaves out what is not wanted',
    page: LIST,
    request: list({ select: ['ID'], filter: { '!STAGE_ID': 'WON' } }),
    ...found('201', '202'),
  },
  {
    name: 'the old list ignores a filter that it does not know',
    page: 'FACTS.md: old lists',
    request: list({ select: ['ID'], filter: { NONSENSE: 1 } }),
    ...found('201', '202', '203'),
  },
  {
    name: 'the old list finds deals by a flag that nobody has set',
    page: LIST,
    request: list({ select: ['ID'], filter: { 'IS_RETURN_CUSTOMER': 'N', '<ID': 203 } }),
    ...found('201', '202'),
  },
  {
    name: 'the old list sorts by a field',
    page: LIST,
    request: list({ select: ['ID'], order: { OPPORTUNITY: 'DESC' } }),
    ...found('202', '203', '201'),
  },
  {
    name: 'the old list does not know contacts in plural',
    page: LIST,
    request: list({ select: ['ID', 'CONTACT_IDS'], filter: { ID: 201 } }),
    ...found('201'),
  },
  {
    name: 'the old list leaves out what the caller may not see',
    page: LIST,
    request: { ...list({ select: ['ID'] }), user: 'employee' },
    ...found('201'),
  },
  {
    name: 'the old list counts nothing at start -1',
    page: 'settings/performance/huge-data.md',
    request: list({ select: ['ID'], filter: { ID: 201 }, start: -1 }),
    body: { result: [{ ID: '201' }] },
  },
  {
    name: 'the old list requires its filter to be a map',
    page: LIST,
    live: true,
    request: list({ filter: 'abc' }),
    ...legacyRefusal("Parameter 'filter' must be array."),
  },
  {
    name: 'the old list requires its order to be a map',
    page: LIST,
    live: true,
    request: list({ order: 'abc' }),
    ...legacyRefusal("Parameter 'order' must be array."),
  },

  {
    name: 'an old deal has every documented field as text',
    page: GET,
    before: [{ times: 1, request: add(TEN_CHAIRS) }],
    request: get(5001),
    body: { result: NEW_DEAL },
  },
  {
    name: 'the old get requires a positive id',
    page: GET,
    live: true,
    request: get(0),
    ...legacyRefusal('ID is not defined or invalid.'),
  },
  { name: 'the old get finds no such deal', page: GET, request: get(999), ...legacyRefusal('Not found') },
  {
    name: 'the old get refuses what the caller may not see',
    page: GET,
    request: { ...get(203), user: 'manager' },
    ...legacyRefusal('Access denied.'),
  },

  { name: 'the old add answers the id alone', page: ADD, request: add(TEN_CHAIRS), body: { result: 5001 } },
  {
    name: 'the old add makes a title',
    page: ADD,
    before: [{ times: 1, request: add({ OPPORTUNITY: 1 }) }],
    request: list({ select: ['ID', 'TITLE'], filter: { ID: 5001 } }),
    body: { result: [{ ID: '5001', TITLE: 'Deal #5001' }], total: 1 },
  },
  {
    name: 'the old add takes contacts in plural',
    page: ADD,
    before: [{ times: 1, request: add({ CONTACT_IDS: [2, 1] }) }],
    request: { method: 'crm.item.list', params: { entityTypeId: 2, filter: { id: 5001 }, select: ['contactIds'] } },
    body: { result: { items: [{ contactIds: [2, 1] }] }, total: 1 },
  },
  {
    name: 'the old add requires fields',
    page: ADD,
    live: true,
    request: { method: 'crm.deal.add', params: {} },
    ...legacyRefusal("Parameter 'fields' must be array."),
  },
  {
    name: 'the old add requires its parameters to be a map',
    page: ADD,
    request: { method: 'crm.deal.add', params: { fields: { TITLE: 'x' }, params: 'abc' } },
    ...legacyRefusal("Parameter 'params' must be array."),
  },
  {
    name: 'the old add refuses a currency that the portal does not have',
    page: ADD,
    request: add({ CURRENCY_ID: 'XXX' }),
    ...legacyRefusal('Invalid value for the "Currency" field'),
  },
  {
    name: 'the old add is refused in a pipeline that is closed to the role',
    page: ADD,
    request: { ...add({ CATEGORY_ID: 9 }), user: 'employee' },
    ...legacyRefusal('Access denied.'),
  },

  {
    name: 'the old delete answers true',
    page: DELETE,
    request: { method: 'crm.deal.delete', params: { id: 202 } },
    body: { result: true },
    after: [{ request: get(202), ...legacyRefusal('Not found') }],
  },
  {
    name: 'the old delete requires a positive id',
    page: DELETE,
    live: true,
    request: { method: 'crm.deal.delete', params: {} },
    ...legacyRefusal('ID is not defined or invalid.'),
  },
  {
    name: 'the old delete finds no such deal',
    page: DELETE,
    request: { method: 'crm.deal.delete', params: { id: 999 } },
    ...legacyRefusal('Not found'),
  },
  {
    name: 'the old delete is refused for a deal of somebody else',
    page: DELETE,
    request: { method: 'crm.deal.delete', params: { id: 201 }, user: 'manager' },
    ...legacyRefusal('Access denied.'),
  },

  {
    name: 'the old update answers true and changes what is sent',
    page: UPDATE,
    request: update(201, { TITLE: 'Alpha stools', OPPORTUNITY: '1 234,50', NONSENSE: 1 }),
    body: { result: true },
    after: [
      {
        request: list({ select: ['ID', 'TITLE', 'OPPORTUNITY', 'CURRENCY_ID'], filter: { ID: 201 } }),
        body: { result: [{ ID: '201', TITLE: 'Alpha stools', OPPORTUNITY: '1234.50', CURRENCY_ID: 'USD' }], total: 1 },
      },
    ],
  },
  {
    name: 'the old update moves a deal to another stage, and closes it there',
    page: UPDATE,
    before: [{ times: 1, request: update(201, { STAGE_ID: 'WON', CLOSED: 'N' }) }],
    request: list({ select: ['ID', 'STAGE_ID', 'CLOSED', 'MOVED_TIME'], filter: { ID: 201 } }),
    body: { result: [{ ID: '201', STAGE_ID: 'WON', CLOSED: 'Y', MOVED_TIME: NOW }], total: 1 },
  },
  {
    name: 'the old update leaves a deal in its pipeline',
    page: UPDATE,
    before: [{ times: 1, request: update(201, { CATEGORY_ID: 9 }) }],
    request: list({ select: ['ID', 'CATEGORY_ID'], filter: { ID: 201 } }),
    body: { result: [{ ID: '201', CATEGORY_ID: '0' }], total: 1 },
  },
  {
    name: 'the old update sets flags that new methods only show',
    page: UPDATE,
    before: [{ times: 1, request: update(201, { IS_RETURN_CUSTOMER: 'Y', IS_REPEATED_APPROACH: true }) }],
    request: list({ select: ['ID', 'IS_RETURN_CUSTOMER', 'IS_REPEATED_APPROACH'], filter: { ID: 201 } }),
    body: { result: [{ ID: '201', IS_RETURN_CUSTOMER: 'Y', IS_REPEATED_APPROACH: 'Y' }], total: 1 },
  },
  {
    name: 'the old update requires a positive id',
    page: UPDATE,
    live: true,
    request: update(0, { TITLE: 'x' }),
    ...legacyRefusal('ID is not defined or invalid.'),
  },
  {
    name: 'the old update finds no such deal',
    page: UPDATE,
    request: update(999, { TITLE: 'x' }),
    ...legacyRefusal('Not found'),
  },
  {
    name: 'the old update requires fields',
    page: UPDATE,
    request: update(201, 'x'),
    ...legacyRefusal("Parameter 'fields' must be array."),
  },
  {
    name: 'the old update requires its parameters to be a map',
    page: UPDATE,
    request: { method: 'crm.deal.update', params: { id: 201, fields: { TITLE: 'x' }, params: 'abc' } },
    ...legacyRefusal("Parameter 'params' must be array."),
  },
  {
    name: 'the old update refuses a currency that the portal does not have',
    page: UPDATE,
    request: update(201, { CURRENCY_ID: 'XXX' }),
    ...legacyRefusal('Invalid value for the "Currency" field'),
  },
  {
    name: 'the old update is refused for a deal of somebody else',
    page: UPDATE,
    request: { ...update(201, { TITLE: 'x' }), user: 'manager' },
    ...legacyRefusal('Access denied.'),
  },

  {
    name: 'the fields of old deals are described to everybody',
    page: 'api-reference/crm/deals/crm-deal-fields.md',
    request: { method: 'crm.deal.fields', params: {}, user: 'employee' },
    body: { result: describeLegacyFields(LEGACY_DEAL) },
  },
]
