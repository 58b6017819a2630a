import type { Case } from './play'
import { refusal } from './refusals'

const USER_GET = 'api-reference/user/user-get.md'
const SCOPES = 'api-reference/user/user-scope.md'
const SYSTEM = 'api-reference/common/system'
const SETTINGS = 'api-reference/common/settings'
const AT = '2026-11-02T15:00:00+03:00'

const withScopes = (...scopes: string[]): NonNullable<Case['before']>[number] => ({
  change: (portal) => void (portal.app.scopes = scopes),
})
const list = (params: object = {}) => ({ method: 'user.get', params: { select: ['ID'], ...params } })
const found = (...ids: string[]) => ({ body: { result: ids.map((ID) => ({ ID })), total: ids.length } })
const NO_APP = 'Application context required'

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

const APP = {
  ID: 1,
  CODE: 'local.6a5b0c1d2e3f40.71829304',
  VERSION: 1,
  STATUS: 'L',
  INSTALLED: true,
  PAYMENT_EXPIRED: 'N',
  DAYS: null,
  LANGUAGE_ID: 'en',
}

export const USERS_CASES: Case[] = [
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
    says: 'an app learns about itself and the plan',
    page: `${SYSTEM}/app-info.md`,
    ask: { method: 'app.info' },
    body: { result: { ...APP, LICENSE: 'en_std', LICENSE_TYPE: 'std', LICENSE_FAMILY: 'std' } },
  },
  {
    says: 'the Enterprise plan has its own name',
    page: `${SYSTEM}/app-info.md`,
    settings: { plan: 'enterprise' },
    ask: { method: 'app.info' },
    body: { result: { ...APP, LICENSE: 'en_ent250', LICENSE_TYPE: 'ent250', LICENSE_FAMILY: 'ent' } },
  },
  {
    says: 'a webhook is no app',
    page: `${SYSTEM}/app-info.md`,
    ask: { method: 'app.info', by: 'webhook' },
    status: 400,
    body: refusal('ACCESS_DENIED', `Access denied! ${NO_APP}`),
  },
  {
    says: 'other sources tell a webhook its scopes',
    page: 'FACTS.md: refusals',
    settings: { refusals: 'other-sources' },
    ask: { method: 'app.info', by: 'webhook' },
    body: { result: { SCOPE: ['crm', 'sale', 'user_brief', 'placement', 'entity'], LICENSE: 'en_std' } },
  },
  {
    says: 'no name is no method',
    page: `${SYSTEM}/method-get.md`,
    live: true,
    ask: { method: 'method.get' },
    body: { result: { isExisting: false, isAvailable: false } },
  },
  {
    says: 'common methods are those of an empty scope',
    page: `${SYSTEM}/methods.md`,
    ask: { method: 'methods', params: { scope: '' } },
    body: {
      result: [
        'profile',
        'user.admin',
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
  {
    says: 'methods of one scope, without the newer families',
    page: 'FACTS.md: methods',
    ask: { method: 'methods', params: { scope: 'crm' } },
    body: {
      result: [
        'crm.enum.getorderownertypes',
        'crm.enum.ownertype',
        'crm.deal.list',
        'crm.deal.get',
        'crm.deal.add',
        'crm.deal.delete',
        'crm.status.list',
        'crm.currency.list',
        'crm.currency.get',
        'crm.currency.base.get',
      ],
    },
  },
  {
    says: 'a newer method exists although the list leaves it out',
    page: `${SYSTEM}/method-get.md`,
    live: true,
    ask: { method: 'method.get', params: { name: 'crm.item.add' } },
    body: { result: { isExisting: true, isAvailable: true } },
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
  {
    says: 'all scopes of the portal',
    page: `${SYSTEM}/scope.md`,
    ask: { method: 'scope', params: { full: 1 } },
    body: {
      result: ['catalog', 'crm', 'entity', 'im', 'placement', 'sale', 'task', 'user', 'user_basic', 'user_brief'],
    },
  },
  {
    says: 'the portal tells its time with offset',
    page: `${SYSTEM}/server-time.md`,
    ask: { method: 'server.time' },
    body: { result: AT },
  },

  {
    says: 'an option that was set is read',
    page: `${SETTINGS}/app-option-get.md`,
    before: [{ calls: 1, ask: { method: 'app.option.set', params: { options: { mode: 'x', depth: 'y' } } } }],
    ask: { method: 'app.option.get', params: { option: 'mode' } },
    body: { result: 'x' },
  },
  {
    says: 'options that are set later join those before',
    page: `${SETTINGS}/app-option-set.md`,
    before: [
      { calls: 1, ask: { method: 'app.option.set', params: { options: { mode: 'x' } } } },
      { calls: 1, ask: { method: 'app.option.set', params: { options: { mode: 'z', depth: 'y' } } } },
    ],
    ask: { method: 'app.option.get' },
    body: { result: { mode: 'z', depth: 'y' } },
  },
  {
    says: 'empty options are refused',
    page: `${SETTINGS}/app-option-set.md`,
    ask: { method: 'app.option.set', params: {} },
    status: 400,
    body: refusal('ArgumentNullException', 'options is empty'),
  },
  {
    says: 'other sources name the argument that is empty',
    page: 'FACTS.md: refusals',
    settings: { refusals: 'other-sources' },
    ask: { method: 'app.option.set', params: {} },
    status: 400,
    body: { ...refusal('ERROR_ARGUMENT', "Argument 'options' is null or empty"), argument: 'options' },
  },
  {
    says: 'other sources refuse a manager with the usual code',
    page: 'FACTS.md: refusals',
    settings: { refusals: 'other-sources' },
    ask: { method: 'app.option.set', params: { options: { mode: 'x' } }, as: 'manager' },
    status: 403,
    body: refusal('ACCESS_DENIED', 'Access denied! Administrator authorization required'),
  },
  {
    says: 'options of a person are not those of another',
    page: `${SETTINGS}/user-option-get.md`,
    before: [{ calls: 1, ask: { method: 'user.option.set', params: { options: { recent: '2:12' } }, as: 'manager' } }],
    ask: { method: 'user.option.get' },
    body: { result: [] },
    after: [{ ask: { method: 'user.option.get', as: 'manager' }, body: { result: { recent: '2:12' } } }],
  },
  {
    says: 'a webhook has no options of a person',
    page: `${SETTINGS}/user-option-get.md`,
    ask: { method: 'user.option.get', by: 'webhook' },
    status: 400,
    body: refusal('AccessException', NO_APP),
  },
  {
    says: 'a webhook sets no options of a person',
    page: `${SETTINGS}/user-option-set.md`,
    ask: { method: 'user.option.set', params: { options: { a: 'b' } }, by: 'webhook' },
    status: 400,
    body: refusal('AccessException', NO_APP),
  },
]
