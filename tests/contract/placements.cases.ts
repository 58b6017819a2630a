import type { Case } from './case'
import { refusal } from './refusals'

const BIND = 'api-reference/widgets/placement-bind.md'
const UNBIND = 'api-reference/widgets/placement-unbind.md'
const GET = 'api-reference/widgets/placement-get.md'
const LIST = 'api-reference/widgets/placement-list.md'

const HANDLER = 'https://app.example.com/tab'
const bind = (params: object) => ({ method: 'placement.bind', params: { ...params } })
const unbind = (params: object) => ({ method: 'placement.unbind', params: { ...params } })
const GET_ALL = { method: 'placement.get' }
const argument = (name: string, text = `Argument '${name}' is null or empty`) => ({
  ...refusal('ERROR_ARGUMENT', text),
  argument: name,
})
const NOT_BY_WEBHOOK = {
  status: 403,
  body: refusal('WRONG_AUTH_TYPE', 'Current authorization type is denied for this method Application context required'),
}
const NOT_ADMIN = { status: 403, body: refusal('ACCESS_DENIED', 'Access denied!') }

const LEAD_TAB = { PLACEMENT: 'CRM_LEAD_DETAIL_TAB', HANDLER }
const WITHOUT_PLACEMENTS: Case['before'] = [{ change: (portal) => void (portal.app.placements = []) }]
const afterBinding = (params: object): Case['before'] => [...WITHOUT_PLACEMENTS, { times: 1, request: bind(params) }]
const placementRow = (values: object) => ({
  placement: 'CRM_LEAD_DETAIL_TAB',
  userId: 0,
  handler: HANDLER,
  options: [],
  title: 'My app',
  description: '',
  langAll: { en: { TITLE: '', DESCRIPTION: '', GROUP_NAME: '' } },
  ...values,
})

export const PLACEMENT_CASES: Case[] = [
  { name: 'a handler is bound', page: BIND, request: bind(LEAD_TAB), body: { result: true } },
  {
    name: 'a bound handler is listed; without a title it has the name of the app',
    page: GET,
    before: afterBinding(LEAD_TAB),
    request: GET_ALL,
    body: { result: [placementRow({})] },
  },
  {
    name: 'words are those of the portal language',
    page: GET,
    before: afterBinding({ ...LEAD_TAB, TITLE: 'Orders', DESCRIPTION: 'All of them', GROUP_NAME: 'Shop' }),
    request: GET_ALL,
    body: {
      result: [
        placementRow({
          title: 'Orders',
          description: 'All of them',
          langAll: { en: { TITLE: 'Orders', DESCRIPTION: 'All of them', GROUP_NAME: 'Shop' } },
        }),
      ],
    },
  },
  {
    name: 'words by language beat those outside',
    page: BIND,
    before: afterBinding({
      ...LEAD_TAB,
      TITLE: 'Outside',
      LANG_ALL: { ru: { TITLE: 'Заказы' }, en: { TITLE: 'Orders' } },
    }),
    request: GET_ALL,
    body: {
      result: [
        placementRow({
          title: 'Orders',
          langAll: {
            ru: { TITLE: 'Заказы', DESCRIPTION: '', GROUP_NAME: '' },
            en: { TITLE: 'Orders', DESCRIPTION: '', GROUP_NAME: '' },
          },
        }),
      ],
    },
  },
  {
    name: 'words are chosen by the language of the reader',
    page: BIND,
    settings: { language: 'ru' },
    before: afterBinding({ ...LEAD_TAB, LANG_ALL: { ru: { TITLE: 'Заказы' }, en: { TITLE: 'Orders' } } }),
    request: GET_ALL,
    body: {
      result: [
        placementRow({
          title: 'Заказы',
          langAll: {
            ru: { TITLE: 'Заказы', DESCRIPTION: '', GROUP_NAME: '' },
            en: { TITLE: 'Orders', DESCRIPTION: '', GROUP_NAME: '' },
          },
        }),
      ],
    },
  },
  {
    name: 'a background worker is for one person if wanted, and keeps its options',
    page: BIND,
    before: afterBinding({
      PLACEMENT: 'PAGE_BACKGROUND_WORKER',
      HANDLER,
      USER_ID: 2,
      OPTIONS: { errorHandlerUrl: HANDLER },
    }),
    request: GET_ALL,
    body: {
      result: [placementRow({ placement: 'PAGE_BACKGROUND_WORKER', userId: 2, options: { errorHandlerUrl: HANDLER } })],
    },
  },
  {
    name: 'a tab keeps no options',
    page: 'FACTS.md: options of placements',
    before: afterBinding({ ...LEAD_TAB, OPTIONS: { color: 'red' } }),
    request: GET_ALL,
    body: { result: [placementRow({})] },
  },
  {
    name: 'an activity button keeps its options',
    page: BIND,
    before: afterBinding({ PLACEMENT: 'CRM_DEAL_DETAIL_ACTIVITY', HANDLER, OPTIONS: { useBuiltInInterface: 'Y' } }),
    request: GET_ALL,
    body: { result: [placementRow({ placement: 'CRM_DEAL_DETAIL_ACTIVITY', options: { useBuiltInInterface: 'Y' } })] },
  },
  {
    name: 'two handlers share a placement',
    page: GET,
    before: [...(afterBinding(LEAD_TAB) ?? []), { times: 1, request: bind({ ...LEAD_TAB, HANDLER: `${HANDLER}2` }) }],
    request: GET_ALL,
    body: { result: [placementRow({}), placementRow({ handler: `${HANDLER}2` })] },
  },
  {
    name: 'a dynamic type has placements of its own',
    page: 'api-reference/widgets/placements.md',
    request: bind({ PLACEMENT: 'CRM_DYNAMIC_1038_DETAIL_TAB', HANDLER }),
    body: { result: true },
  },
  {
    name: 'orders have no menu in rows',
    page: 'api-reference/widgets/placements.md',
    request: bind({ PLACEMENT: 'CRM_ORDER_LIST_MENU', HANDLER }),
    status: 400,
    body: refusal('ERROR_PLACEMENT_NOT_FOUND', 'Placement not found'),
  },
  {
    name: 'a placement that does not exist is not found',
    page: 'FACTS.md: placements that are not found',
    request: bind({ PLACEMENT: 'NONSENSE', HANDLER }),
    status: 400,
    body: refusal('ERROR_PLACEMENT_NOT_FOUND', 'Placement not found'),
  },
  {
    name: 'without the scope of CRM its placements are not found',
    page: BIND,
    before: [{ change: (portal) => void (portal.app.scopes = ['placement']) }],
    request: bind(LEAD_TAB),
    status: 400,
    body: refusal('ERROR_PLACEMENT_NOT_FOUND', 'Placement not found'),
  },
  {
    name: 'the same handler twice is refused',
    page: 'FACTS.md: the same handler twice',
    before: afterBinding(LEAD_TAB),
    request: bind({ ...LEAD_TAB, TITLE: 'Another title' }),
    status: 400,
    body: refusal('ERROR_CORE', 'Unable to set placement handler: Handler already binded'),
  },
  {
    name: 'one handler only opens the app by its address',
    page: BIND,
    before: afterBinding({ PLACEMENT: 'REST_APP_URI', HANDLER }),
    request: bind({ PLACEMENT: 'REST_APP_URI', HANDLER: `${HANDLER}2` }),
    body: refusal('ERROR_PLACEMENT_MAX_COUNT', 'Placement max count: 1'),
  },
  {
    name: 'a tab is for everybody',
    page: BIND,
    request: bind({ ...LEAD_TAB, USER_ID: 2 }),
    body: refusal('ERROR_PLACEMENT_USER_MODE', 'User mode is not available.'),
  },
  {
    name: 'a background worker requires an address for its errors',
    page: BIND,
    request: bind({ PLACEMENT: 'PAGE_BACKGROUND_WORKER', HANDLER }),
    body: refusal('EMPTY_ERROR_HANDLER_URL', "Option 'errorHandlerUrl' is empty"),
  },
  { name: 'bind requires a placement', page: BIND, request: bind({ HANDLER }), body: argument('PLACEMENT') },
  {
    name: 'bind requires a handler',
    page: BIND,
    request: bind({ PLACEMENT: 'CRM_LEAD_DETAIL_TAB' }),
    body: argument('HANDLER'),
  },
  {
    name: 'other sources have a missing argument with status 400',
    page: 'FACTS.md: refusals',
    settings: { refusals: 'other-sources' },
    request: bind({ HANDLER }),
    status: 400,
    body: argument('PLACEMENT'),
  },
  {
    name: 'a local portal accepts a local handler',
    page: 'FACTS.md: local handlers',
    request: bind({ ...LEAD_TAB, HANDLER: 'http://127.0.0.1:5173/index.html' }),
    body: { result: true },
  },
  {
    name: 'a real portal refuses a local handler',
    page: BIND,
    settings: { localHandlers: 'refused' },
    request: bind({ ...LEAD_TAB, HANDLER: 'http://localhost:5173/index.html' }),
    body: refusal('ERROR_WRONG_HANDLER_URL', 'Wrong handler URL'),
  },
  {
    name: 'a host without a dot is refused',
    page: 'FACTS.md: local handlers',
    request: bind({ ...LEAD_TAB, HANDLER: 'https://intranet/app' }),
    body: refusal('ERROR_WRONG_HANDLER_URL', 'Wrong handler URL'),
  },
  {
    name: 'a handler is a web page',
    page: 'FACTS.md: local handlers',
    request: bind({ ...LEAD_TAB, HANDLER: 'ftp://app.example.com/' }),
    body: refusal('ERROR_UNSUPPORTED_PROTOCOL', 'Unsupported protocol'),
  },
  { name: 'a webhook binds nothing', page: BIND, request: { ...bind(LEAD_TAB), auth: 'webhook' }, ...NOT_BY_WEBHOOK },
  {
    name: 'a store administrator binds nothing',
    page: BIND,
    request: { ...bind(LEAD_TAB), user: 'store administrator' },
    ...NOT_ADMIN,
  },

  {
    name: 'unbind counts a handler twice: found and removed',
    page: UNBIND,
    before: afterBinding(LEAD_TAB),
    request: unbind(LEAD_TAB),
    body: { result: { count: 2 } },
    after: [{ request: GET_ALL, body: { result: [] } }],
  },
  {
    name: 'unbind without a handler removes all of the placement',
    page: UNBIND,
    before: [...(afterBinding(LEAD_TAB) ?? []), { times: 1, request: bind({ ...LEAD_TAB, HANDLER: `${HANDLER}2` }) }],
    request: unbind({ PLACEMENT: 'CRM_LEAD_DETAIL_TAB' }),
    body: { result: { count: 4 } },
  },
  {
    name: 'unbind for one user removes the handlers of that user',
    page: UNBIND,
    before: afterBinding({
      PLACEMENT: 'PAGE_BACKGROUND_WORKER',
      HANDLER,
      USER_ID: 2,
      OPTIONS: { errorHandlerUrl: HANDLER },
    }),
    request: unbind({ PLACEMENT: 'PAGE_BACKGROUND_WORKER', USER_ID: 1 }),
    body: { result: { count: 0 } },
  },
  {
    name: 'unbind of an unknown placement removes nothing',
    page: 'FACTS.md: placements that are not found',
    request: unbind({ PLACEMENT: 'NONSENSE' }),
    body: { result: { count: 0 } },
  },
  {
    name: 'unbind requires a placement',
    page: UNBIND,
    request: { method: 'placement.unbind', params: {} },
    status: 400,
    body: argument('PLACEMENT'),
  },
  {
    name: 'unbind requires a text',
    page: UNBIND,
    request: unbind({ PLACEMENT: ['CRM_LEAD_DETAIL_TAB'] }),
    status: 400,
    body: argument('PLACEMENT', "The value of an argument 'PLACEMENT' must be of type string"),
  },
  {
    name: 'a webhook unbinds nothing',
    page: UNBIND,
    request: { ...unbind(LEAD_TAB), auth: 'webhook' },
    ...NOT_BY_WEBHOOK,
  },
  { name: 'a manager unbinds nothing', page: UNBIND, request: { ...unbind(LEAD_TAB), user: 'manager' }, ...NOT_ADMIN },
  {
    name: 'placements are shown to administrators',
    page: GET,
    request: { ...GET_ALL, user: 'employee' },
    ...NOT_ADMIN,
  },
  { name: 'a webhook has no placements', page: GET, request: { ...GET_ALL, auth: 'webhook' }, ...NOT_BY_WEBHOOK },

  {
    name: 'the list gives everybody the placements that need no other scope',
    page: LIST,
    before: [{ change: (portal) => void (portal.app.scopes = ['placement']) }],
    request: { method: 'placement.list', user: 'employee' },
    body: { result: ['LEFT_MENU', 'REST_APP_URI', 'PAGE_BACKGROUND_WORKER'] },
  },
  {
    name: 'the list of one scope',
    page: LIST,
    request: { method: 'placement.list', params: { SCOPE: 'user' } },
    body: { result: ['USER_PROFILE_MENU', 'USER_PROFILE_TOOLBAR'] },
  },
  {
    name: 'a scope without placements',
    page: LIST,
    request: { method: 'placement.list', params: { SCOPE: 'nonsense' } },
    body: { result: [] },
  },
  {
    name: 'a webhook has no list of placements',
    page: LIST,
    request: { method: 'placement.list', auth: 'webhook' },
    ...NOT_BY_WEBHOOK,
  },
]
