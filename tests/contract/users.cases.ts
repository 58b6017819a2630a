import type { Case } from './case'
import { refusal } from './refusals'
import { NOW } from './test-clock'

const USER_GET = 'api-reference/user/user-get.md'
const SCOPES = 'api-reference/user/user-scope.md'
const USERS = 'api-reference/common/users'
const SYSTEM = 'api-reference/common/system'

const withScopes = (...scopes: string[]): NonNullable<Case['before']>[number] => ({
  change: (portal) => void (portal.app.scopes = scopes),
})
const list = (params: object = {}) => ({ method: 'user.get', params: { select: ['ID'], ...params } })
const found = (...ids: string[]) => ({ body: { result: ids.map((ID) => ({ ID })), total: ids.length } })

/** What the scope without contacts opens. */
const BRIEF = {
  ID: '2',
  XML_ID: '',
  ACTIVE: true,
  NAME: 'Tomas',
  LAST_NAME: 'Ibarrena',
  SECOND_NAME: '',
  TITLE: '',
  DATE_REGISTER: '2026-01-12T00:00:00+03:00',
  TIME_ZONE: 'Europe/Berlin',
  IS_ONLINE: 'N',
  TIMESTAMP_X: {},
  LAST_ACTIVITY_DATE: {},
  PERSONAL_PHOTO: '',
  PERSONAL_PROFESSION: '',
  PERSONAL_GENDER: '',
  PERSONAL_BIRTHDAY: '',
  PERSONAL_CITY: '',
  PERSONAL_STATE: '',
  PERSONAL_COUNTRY: '',
  WORK_POSITION: 'Store manager',
  WORK_CITY: '',
  WORK_STATE: '',
  WORK_COUNTRY: '',
  UF_EMPLOYMENT_DATE: '',
  UF_TIMEMAN: '',
  UF_SKILLS: '',
  UF_INTERESTS: '',
  UF_DEPARTMENT: [1],
  UF_PHONE_INNER: '',
}
/** Fields of users that the sample leaves empty. */
const emptyFields = (names: string) => Object.fromEntries(names.split(' ').map((name) => [name, '']))
const BASIC = {
  ...BRIEF,
  EMAIL: 'user2@example.com',
  ...emptyFields('PERSONAL_PHONE PERSONAL_FAX PERSONAL_MOBILE PERSONAL_PAGER PERSONAL_STREET PERSONAL_MAILBOX'),
  ...emptyFields('PERSONAL_ZIP PERSONAL_NOTES WORK_COMPANY WORK_DEPARTMENT WORK_WWW WORK_PHONE WORK_FAX WORK_PAGER'),
  ...emptyFields('WORK_STREET WORK_MAILBOX WORK_ZIP WORK_PROFILE WORK_LOGO WORK_NOTES UF_DISTRICT UF_SKYPE'),
  ...emptyFields('UF_SKYPE_LINK UF_ZOOM UF_TWITTER UF_FACEBOOK UF_LINKEDIN UF_XING UF_WEB_SITES'),
}
const FULL = { ...BASIC, LAST_LOGIN: NOW, USER_TYPE: 'employee', ...emptyFields('PERSONAL_WWW PERSONAL_ICQ') }
const oneUser = (row: object) => ({ body: { result: [row], total: 1 } })
const GET_MANAGER = { method: 'user.get', params: { FILTER: { ID: 2 } } }

export const USER_CASES: Case[] = [
  {
    name: 'the profile describes the caller',
    page: `${USERS}/profile.md`,
    request: { method: 'profile', user: 'manager' },
    body: {
      result: {
        ID: '2',
        ADMIN: false,
        NAME: 'Tomas',
        LAST_NAME: 'Ibarrena',
        PERSONAL_GENDER: '',
        TIME_ZONE: 'Europe/Berlin',
      },
    },
  },
  {
    name: 'the profile of a person without a time zone has an empty one',
    page: `${USERS}/profile.md`,
    request: { method: 'profile', user: 'store administrator' },
    body: {
      result: { ID: '4', ADMIN: false, NAME: 'Ravi', LAST_NAME: 'Castellori', PERSONAL_GENDER: '', TIME_ZONE: '' },
    },
  },
  {
    name: 'user.admin is true for a portal administrator',
    page: `${USERS}/user-admin.md`,
    request: { method: 'user.admin' },
    body: { result: true },
  },
  {
    name: 'user.admin is false for a store administrator',
    page: `${USERS}/user-admin.md`,
    request: { method: 'user.admin', user: 'store administrator' },
    body: { result: false },
  },
  {
    name: 'the brief scope opens people without their contacts',
    page: SCOPES,
    before: [withScopes('user_brief')],
    request: GET_MANAGER,
    ...oneUser(BRIEF),
  },
  {
    name: 'the basic scope opens e-mail and phones too',
    page: SCOPES,
    before: [withScopes('user_basic')],
    request: GET_MANAGER,
    ...oneUser(BASIC),
  },
  {
    name: 'the full scope opens everything',
    page: SCOPES,
    before: [withScopes('user')],
    request: GET_MANAGER,
    ...oneUser(FULL),
  },
  {
    name: 'people need one of three scopes',
    page: USER_GET,
    before: [withScopes('crm')],
    request: list(),
    status: 403,
    body: refusal('insufficient_scope', 'The request requires higher privileges than provided by the access token'),
  },
  {
    name: 'people come by id',
    page: USER_GET,
    request: { ...list(), auth: 'webhook' },
    ...found('1', '2', '3', '4', '5'),
  },
  {
    name: 'every person may list people',
    page: USER_GET,
    request: { ...list(), auth: 'webhook', user: 'employee' },
    ...found('1', '2', '3', '4', '5'),
  },
  {
    name: 'people are sorted by a field and a direction',
    page: USER_GET,
    request: { ...list({ sort: 'LAST_NAME', order: 'DESC' }), auth: 'webhook' },
    ...found('5', '3', '1', '2', '4'),
  },
  {
    name: 'people are found by a part of the name',
    page: USER_GET,
    request: { ...list({ FILTER: { '%LAST_NAME': 'ind' } }), auth: 'webhook' },
    ...found('1'),
  },
  {
    name: 'people are found by the beginning of the name',
    page: USER_GET,
    request: { ...list({ FILTER: { '=%NAME': 'ra%' } }), auth: 'webhook' },
    ...found('4'),
  },
  {
    name: 'people are found by a quick search',
    page: USER_GET,
    request: { ...list({ FILTER: { NAME_SEARCH: 'castel' } }), auth: 'webhook' },
    ...found('4'),
  },
  {
    name: 'one of several people is found',
    page: USER_GET,
    request: { ...list({ FILTER: { '@ID': [2, 4] } }), auth: 'webhook' },
    ...found('2', '4'),
  },
  {
    name: 'people of a department are found',
    page: USER_GET,
    request: { ...list({ FILTER: { 'UF_DEPARTMENT': 1, '<ID': 3 } }), auth: 'webhook' },
    ...found('1', '2'),
  },
  {
    name: 'nobody was dismissed',
    page: USER_GET,
    request: { ...list({ FILTER: { ACTIVE: 'false' } }), auth: 'webhook' },
    ...found(),
  },
  {
    name: 'who looks at the portal is online',
    page: USER_GET,
    settings: { user: 3 },
    request: { ...list({ FILTER: { IS_ONLINE: 'Y' } }), auth: 'webhook' },
    ...found('3'),
  },
  {
    name: 'older clients filter without FILTER',
    page: 'FACTS.md: filters of user.get',
    request: { ...list({ ID: 4 }), auth: 'webhook' },
    ...found('4'),
  },
  {
    name: 'a field that the scope does not open is skipped',
    page: USER_GET,
    request: { method: 'user.get', params: { FILTER: { ID: 2 }, select: ['ID', 'EMAIL', 'NAME'] }, auth: 'webhook' },
    ...oneUser({ ID: '2', NAME: 'Tomas' }),
  },
  {
    name: 'a mask selects custom fields',
    page: USER_GET,
    request: { method: 'user.get', params: { FILTER: { ID: 2 }, select: ['UF_*'] }, auth: 'webhook' },
    ...oneUser({
      UF_DEPARTMENT: [1],
      ...emptyFields('UF_EMPLOYMENT_DATE UF_TIMEMAN UF_SKILLS UF_INTERESTS UF_PHONE_INNER'),
    }),
  },
  {
    name: 'whoever requests user.current is online',
    page: 'api-reference/user/user-current.md',
    request: { method: 'user.current', auth: 'webhook', user: 'manager' },
    body: { result: { ...BRIEF, IS_ONLINE: 'Y', LAST_ACTIVITY_DATE: '2026-11-02 15:00:00' } },
  },
  {
    name: 'an app with the full scope reads everything of its user',
    page: 'api-reference/user/user-current.md',
    before: [withScopes('user')],
    request: { method: 'user.current', user: 'manager' },
    body: { result: { ...FULL, IS_ONLINE: 'Y', LAST_ACTIVITY_DATE: '2026-11-02 15:00:00' } },
  },
  {
    name: 'people are found by any of their texts',
    page: USER_GET,
    request: { ...list({ FILTER: { '!PERSONAL_PHONE': 'x', '@WORK_POSITION': ['Store manager'] } }), auth: 'webhook' },
    ...found('2'),
  },
  {
    name: 'the list leaves out what the scopes do not open',
    page: `${SYSTEM}/methods.md`,
    before: [withScopes('user_brief')],
    request: { method: 'methods' },
    body: {
      result: [
        'profile',
        'user.admin',
        'user.current',
        'user.fields',
        'user.get',
        'app.option.get',
        'app.option.set',
        'user.option.get',
        'user.option.set',
        'event.bind',
        'event.get',
        'event.unbind',
        'events',
        'method.get',
        'methods',
        'scope',
        'server.time',
        'app.info',
      ],
    },
  },
]
