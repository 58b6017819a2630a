import type { Case } from './case'
import { refusal } from './refusals'

const USER_GET = 'api-reference/user/user-get.md'
const SCOPES = 'api-reference/user/user-scope.md'
const USERS = 'api-reference/common/users'
const SYSTEM = 'api-reference/common/system'
const AT = '2026-11-02T15:00:00+03:00'

const withScopes = (...scopes: string[]): NonNullable<Case['before']>[number] => ({
  change: (portal) => void (portal.app.scopes = scopes),
})
const list = (params: object = {}) => ({ method: 'user.get', params: { select: ['ID'], ...params } })
const found = (...ids: string[]) => ({ body: { result: ids.map((ID) => ({ ID })), total: ids.length } })

/** What the scope without contacts opens. */
const BRIEF = {
  ID: '2',
  ACTIVE: true,
  NAME: 'Tomas',
  LAST_NAME: 'Ibarrena',
  SECOND_NAME: '',
  DATE_REGISTER: '2026-01-12T00:00:00+03:00',
  TIME_ZONE: '',
  IS_ONLINE: 'N',
  TIMESTAMP_X: {},
  LAST_ACTIVITY_DATE: {},
  PERSONAL_GENDER: '',
  PERSONAL_BIRTHDAY: '',
  PERSONAL_CITY: '',
  WORK_POSITION: 'Store manager',
  UF_EMPLOYMENT_DATE: '',
  UF_DEPARTMENT: [1],
}
const BASIC = { ...BRIEF, EMAIL: 'user2@example.com', WORK_PHONE: '', PERSONAL_MOBILE: '' }
const FULL = { ...BASIC, LAST_LOGIN: AT, PERSONAL_WWW: '', USER_TYPE: 'employee' }
const one = (row: object) => ({ body: { result: [row], total: 1 } })
const TOMAS = { method: 'user.get', params: { FILTER: { ID: 2 } } }

export const USER_CASES: Case[] = [
  {
    says: 'the profile says who calls',
    page: `${USERS}/profile.md`,
    ask: { method: 'profile', as: 'manager' },
    body: {
      result: { ID: '2', ADMIN: false, NAME: 'Tomas', LAST_NAME: 'Ibarrena', PERSONAL_GENDER: '', TIME_ZONE: '' },
    },
  },
  {
    says: 'a portal administrator is told so',
    page: `${USERS}/user-admin.md`,
    ask: { method: 'user.admin' },
    body: { result: true },
  },
  {
    says: 'a store administrator is no portal administrator',
    page: `${USERS}/user-admin.md`,
    ask: { method: 'user.admin', as: 'store administrator' },
    body: { result: false },
  },
  {
    says: 'the brief scope opens people without their contacts',
    page: SCOPES,
    before: [withScopes('user_brief')],
    ask: TOMAS,
    ...one(BRIEF),
  },
  {
    says: 'the basic scope opens e-mail and phones too',
    page: SCOPES,
    before: [withScopes('user_basic')],
    ask: TOMAS,
    ...one(BASIC),
  },
  { says: 'the full scope opens everything', page: SCOPES, before: [withScopes('user')], ask: TOMAS, ...one(FULL) },
  {
    says: 'people need one of three scopes',
    page: USER_GET,
    before: [withScopes('crm')],
    ask: list(),
    status: 403,
    body: refusal('insufficient_scope', 'The request requires higher privileges than provided by the access token'),
  },
  { says: 'people come by id', page: USER_GET, ask: { ...list(), by: 'webhook' }, ...found('1', '2', '3', '4') },
  {
    says: 'every person may list people',
    page: USER_GET,
    ask: { ...list(), by: 'webhook', as: 'employee' },
    ...found('1', '2', '3', '4'),
  },
  {
    says: 'people are sorted by a field and a direction',
    page: USER_GET,
    ask: { ...list({ sort: 'LAST_NAME', order: 'DESC' }), by: 'webhook' },
    ...found('3', '1', '2', '4'),
  },
  {
    says: 'people are found by a part of the name',
    page: USER_GET,
    ask: { ...list({ FILTER: { '%LAST_NAME': 'ind' } }), by: 'webhook' },
    ...found('1'),
  },
  {
    says: 'people are found by the beginning of the name',
    page: USER_GET,
    ask: { ...list({ FILTER: { '=%NAME': 'ra%' } }), by: 'webhook' },
    ...found('4'),
  },
  {
    says: 'people are found by a quick search',
    page: USER_GET,
    ask: { ...list({ FILTER: { NAME_SEARCH: 'castel' } }), by: 'webhook' },
    ...found('4'),
  },
  {
    says: 'one of several people is found',
    page: USER_GET,
    ask: { ...list({ FILTER: { '@ID': [2, 4] } }), by: 'webhook' },
    ...found('2', '4'),
  },
  {
    says: 'people of a department are found',
    page: USER_GET,
    ask: { ...list({ FILTER: { 'UF_DEPARTMENT': 1, '<ID': 3 } }), by: 'webhook' },
    ...found('1', '2'),
  },
  {
    says: 'nobody was dismissed',
    page: USER_GET,
    ask: { ...list({ FILTER: { ACTIVE: 'false' } }), by: 'webhook' },
    ...found(),
  },
  {
    says: 'who looks at the portal is online',
    page: USER_GET,
    settings: { user: 3 },
    ask: { ...list({ FILTER: { IS_ONLINE: 'Y' } }), by: 'webhook' },
    ...found('3'),
  },
  {
    says: 'older clients filter without FILTER',
    page: 'FACTS.md: filters of user.get',
    ask: { ...list({ ID: 4 }), by: 'webhook' },
    ...found('4'),
  },
  {
    says: 'a field that the scope does not open is skipped',
    page: USER_GET,
    ask: { method: 'user.get', params: { FILTER: { ID: 2 }, select: ['ID', 'EMAIL', 'NAME'] }, by: 'webhook' },
    ...one({ ID: '2', NAME: 'Tomas' }),
  },
  {
    says: 'a mask selects custom fields',
    page: USER_GET,
    ask: { method: 'user.get', params: { FILTER: { ID: 2 }, select: ['UF_*'] }, by: 'webhook' },
    ...one({ UF_EMPLOYMENT_DATE: '', UF_DEPARTMENT: [1] }),
  },
  {
    says: 'whoever asks about themselves is online',
    page: 'api-reference/user/user-current.md',
    ask: { method: 'user.current', by: 'webhook', as: 'manager' },
    body: {
      result: {
        ID: '2',
        ACTIVE: true,
        NAME: 'Tomas',
        LAST_NAME: 'Ibarrena',
        DATE_REGISTER: '2026-01-12T00:00:00+03:00',
        IS_ONLINE: 'Y',
        PERSONAL_GENDER: '',
        PERSONAL_BIRTHDAY: '',
        WORK_POSITION: 'Store manager',
        UF_EMPLOYMENT_DATE: '',
        UF_DEPARTMENT: [1],
      },
    },
  },
  {
    says: 'the list leaves out what the scopes do not open',
    page: `${SYSTEM}/methods.md`,
    before: [withScopes('user_brief')],
    ask: { method: 'methods' },
    body: {
      result: [
        'profile',
        'user.admin',
        'user.current',
        'user.get',
        'app.option.get',
        'app.option.set',
        'user.option.get',
        'user.option.set',
        'method.get',
        'methods',
        'scope',
        'server.time',
        'app.info',
      ],
    },
  },
]
