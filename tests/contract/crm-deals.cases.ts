import type { Case } from './case'
import { refusal } from './refusals'

const LIST = 'api-reference/crm/deals/crm-deal-list.md'
const GET = 'api-reference/crm/deals/crm-deal-get.md'
const ADD = 'api-reference/crm/deals/crm-deal-add.md'
const DELETE = 'api-reference/crm/deals/crm-deal-delete.md'
const AT = '2026-11-02T15:00:00+03:00'

const list = (params: object) => ({ method: 'crm.deal.list', params: { ...params } })
const get = (id: unknown) => ({ method: 'crm.deal.get', params: { id } })
const add = (fields: unknown) => ({ method: 'crm.deal.add', params: { fields } })
const plain = (description: string) => ({ status: 400, body: refusal('', description) })
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
  DATE_CREATE: AT,
  DATE_MODIFY: AT,
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
  MOVED_TIME: AT,
  LAST_ACTIVITY_TIME: AT,
  UTM_SOURCE: null,
  UTM_MEDIUM: null,
  UTM_CAMPAIGN: null,
  UTM_CONTENT: null,
  UTM_TERM: null,
  LAST_ACTIVITY_BY: '1',
}
const TEN_CHAIRS = { TITLE: 'Ten chairs', OPPORTUNITY: 19999.9 }

export const CRM_DEALS_CASES: Case[] = [
  {
    says: 'the old list is bare rows of texts',
    page: LIST,
    ask: list({ select: ['ID', 'TITLE', 'OPPORTUNITY'], filter: { ID: 201 } }),
    body: { result: [{ ID: '201', TITLE: 'Alpha chairs', OPPORTUNITY: '500.00' }], total: 1 },
  },
  {
    says: 'the old list compares sums as numbers',
    page: LIST,
    ask: list({ select: ['ID'], filter: { '>OPPORTUNITY': 600 } }),
    ...found('202', '203'),
  },
  {
    says: 'the old list finds a part of the title',
    page: LIST,
    ask: list({ select: ['ID'], filter: { '%TITLE': 'desk' } }),
    ...found('202'),
  },
  {
    says: 'the old list takes a pattern',
    page: LIST,
    ask: list({ select: ['ID'], filter: { '=%TITLE': 'gamma%' } }),
    ...found('203'),
  },
  {
    says: 'the old list takes one of several',
    page: LIST,
    ask: list({ select: ['ID'], filter: { '@ID': [201, 203] } }),
    ...found('201', '203'),
  },
  {
    says: 'the old list leaves out what is not wanted',
    page: LIST,
    ask: list({ select: ['ID'], filter: { '!STAGE_ID': 'WON' } }),
    ...found('201', '202'),
  },
  {
    says: 'the old list ignores a filter that it does not know',
    page: 'FACTS.md: old lists',
    ask: list({ select: ['ID'], filter: { NONSENSE: 1 } }),
    ...found('201', '202', '203'),
  },
  {
    says: 'the old list finds deals by a flag that nobody has set',
    page: LIST,
    ask: list({ select: ['ID'], filter: { 'IS_RETURN_CUSTOMER': 'N', '<ID': 203 } }),
    ...found('201', '202'),
  },
  {
    says: 'the old list sorts by a field',
    page: LIST,
    ask: list({ select: ['ID'], order: { OPPORTUNITY: 'DESC' } }),
    ...found('202', '203', '201'),
  },
  {
    says: 'the old list does not know contacts in plural',
    page: LIST,
    ask: list({ select: ['ID', 'CONTACT_IDS'], filter: { ID: 201 } }),
    ...found('201'),
  },
  {
    says: 'the old list leaves out what the caller may not see',
    page: LIST,
    ask: { ...list({ select: ['ID'] }), as: 'employee' },
    ...found('201'),
  },
  {
    says: 'the old list counts nothing at start -1',
    page: 'settings/performance/huge-data.md',
    ask: list({ select: ['ID'], filter: { ID: 201 }, start: -1 }),
    body: { result: [{ ID: '201' }] },
  },
  {
    says: 'the old list wants its filter to be a map',
    page: LIST,
    live: true,
    ask: list({ filter: 'abc' }),
    ...plain("Parameter 'filter' must be array."),
  },
  {
    says: 'the old list wants its order to be a map',
    page: LIST,
    live: true,
    ask: list({ order: 'abc' }),
    ...plain("Parameter 'order' must be array."),
  },

  {
    says: 'an old deal has every documented field as text',
    page: GET,
    before: [{ calls: 1, ask: add(TEN_CHAIRS) }],
    ask: get(5001),
    body: { result: NEW_DEAL },
  },
  {
    says: 'the old get wants a positive id',
    page: GET,
    live: true,
    ask: get(0),
    ...plain('ID is not defined or invalid.'),
  },
  { says: 'the old get knows no such deal', page: GET, ask: get(999), ...plain('Not found') },
  {
    says: 'the old get refuses what the caller may not see',
    page: GET,
    ask: { ...get(203), as: 'manager' },
    ...plain('Access denied.'),
  },

  { says: 'the old add answers the id alone', page: ADD, ask: add(TEN_CHAIRS), body: { result: 5001 } },
  {
    says: 'the old add makes a title',
    page: ADD,
    before: [{ calls: 1, ask: add({ OPPORTUNITY: 1 }) }],
    ask: list({ select: ['ID', 'TITLE'], filter: { ID: 5001 } }),
    body: { result: [{ ID: '5001', TITLE: 'Deal #5001' }], total: 1 },
  },
  {
    says: 'the old add takes contacts in plural',
    page: ADD,
    before: [{ calls: 1, ask: add({ CONTACT_IDS: [2, 1] }) }],
    ask: { method: 'crm.item.list', params: { entityTypeId: 2, filter: { id: 5001 }, select: ['contactIds'] } },
    body: { result: { items: [{ contactIds: [2, 1] }] }, total: 1 },
  },
  {
    says: 'the old add wants fields',
    page: ADD,
    live: true,
    ask: { method: 'crm.deal.add', params: {} },
    ...plain("Parameter 'fields' must be array."),
  },
  {
    says: 'the old add wants its parameters to be a map',
    page: ADD,
    ask: { method: 'crm.deal.add', params: { fields: { TITLE: 'x' }, params: 'abc' } },
    ...plain("Parameter 'params' must be array."),
  },
  {
    says: 'the old add refuses a currency that the portal does not have',
    page: ADD,
    ask: add({ CURRENCY_ID: 'XXX' }),
    ...plain('Invalid value for the "Currency" field'),
  },
  {
    says: 'the old add is refused in a pipeline that is closed to the role',
    page: ADD,
    ask: { ...add({ CATEGORY_ID: 9 }), as: 'employee' },
    ...plain('Access denied.'),
  },

  {
    says: 'the old delete answers true',
    page: DELETE,
    ask: { method: 'crm.deal.delete', params: { id: 202 } },
    body: { result: true },
    after: [{ ask: get(202), ...plain('Not found') }],
  },
  {
    says: 'the old delete wants a positive id',
    page: DELETE,
    live: true,
    ask: { method: 'crm.deal.delete', params: {} },
    ...plain('ID is not defined or invalid.'),
  },
  {
    says: 'the old delete knows no such deal',
    page: DELETE,
    ask: { method: 'crm.deal.delete', params: { id: 999 } },
    ...plain('Not found'),
  },
  {
    says: 'the old delete is refused for a deal of somebody else',
    page: DELETE,
    ask: { method: 'crm.deal.delete', params: { id: 201 }, as: 'manager' },
    ...plain('Access denied.'),
  },
]
