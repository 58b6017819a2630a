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
const alone: Case['before'] = [{ change: (portal) => void (portal.app.placements = []) }]
const afterBinding = (params: object): Case['before'] => [...alone, { calls: 1, ask: bind(params) }]
const row = (values: object) => ({
  placement: 'CRM_LEAD_DETAIL_TAB',
  userId: 0,
  handler: HANDLER,
  options: [],
  title: 'Order Binder',
  description: '',
  langAll: { en: { TITLE: '', DESCRIPTION: '', GROUP_NAME: '' } },
  ...values,
})

export const PLACEMENTS_CASES: Case[] = [
  { says: 'a handler is bound', page: BIND, ask: bind(LEAD_TAB), body: { result: true } },
  {
    says: 'a bound handler is listed; without a title it has the name of the app',
    page: GET,
    before: afterBinding(LEAD_TAB),
    ask: GET_ALL,
    body: { result: [row({})] },
  },
  {
    says: 'words are those of the portal language',
    page: GET,
    before: afterBinding({ ...LEAD_TAB, TITLE: 'Orders', DESCRIPTION: 'All of them', GROUP_NAME: 'Shop' }),
    ask: GET_ALL,
    body: {
      result: [
        row({
          title: 'Orders',
          description: 'All of them',
          langAll: { en: { TITLE: 'Orders', DESCRIPTION: 'All of them', GROUP_NAME: 'Shop' } },
        }),
      ],
    },
  },
  {
    says: 'words by language beat those outside',
    page: BIND,
    before: afterBinding({
      ...LEAD_TAB,
      TITLE: 'Outside',
      LANG_ALL: { ru: { TITLE: 'Заказы' }, en: { TITLE: 'Orders' } },
    }),
    ask: GET_ALL,
    body: {
      result: [
        row({
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
    says: 'words are chosen by the language of the reader',
    page: BIND,
    settings: { language: 'ru' },
    before: afterBinding({ ...LEAD_TAB, LANG_ALL: { ru: { TITLE: 'Заказы' }, en: { TITLE: 'Orders' } } }),
    ask: GET_ALL,
    body: {
      result: [
        row({
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
    says: 'a background worker is for one person if wanted, and keeps its options',
    page: BIND,
    before: afterBinding({
      PLACEMENT: 'PAGE_BACKGROUND_WORKER',
      HANDLER,
      USER_ID: 2,
      OPTIONS: { errorHandlerUrl: HANDLER },
    }),
    ask: GET_ALL,
    body: { result: [row({ placement: 'PAGE_BACKGROUND_WORKER', userId: 2, options: { errorHandlerUrl: HANDLER } })] },
  },
  {
    says: 'a tab keeps no options',
    page: 'FACTS.md: options of placements',
    before: afterBinding({ ...LEAD_TAB, OPTIONS: { color: 'red' } }),
    ask: GET_ALL,
    body: { result: [row({})] },
  },
  {
    says: 'an activity button keeps its options',
    page: BIND,
    before: afterBinding({ PLACEMENT: 'CRM_DEAL_DETAIL_ACTIVITY', HANDLER, OPTIONS: { useBuiltInInterface: 'Y' } }),
    ask: GET_ALL,
    body: { result: [row({ placement: 'CRM_DEAL_DETAIL_ACTIVITY', options: { useBuiltInInterface: 'Y' } })] },
  },
  {
    says: 'two handlers share a placement',
    page: GET,
    before: [...(afterBinding(LEAD_TAB) ?? []), { calls: 1, ask: bind({ ...LEAD_TAB, HANDLER: `${HANDLER}2` }) }],
    ask: GET_ALL,
    body: { result: [row({}), row({ handler: `${HANDLER}2` })] },
  },
  {
    says: 'a dynamic type has placements of its own',
    page: 'api-reference/widgets/placements.md',
    ask: bind({ PLACEMENT: 'CRM_DYNAMIC_1038_DETAIL_TAB', HANDLER }),
    body: { result: true },
  },
  {
    says: 'orders have no menu in rows',
    page: 'api-reference/widgets/placements.md',
    ask: bind({ PLACEMENT: 'CRM_ORDER_LIST_MENU', HANDLER }),
    status: 400,
    body: refusal('ERROR_PLACEMENT_NOT_FOUND', 'Placement not found'),
  },
  {
    says: 'a placement that does not exist is not found',
    page: 'FACTS.md: placements that are not found',
    ask: bind({ PLACEMENT: 'NONSENSE', HANDLER }),
    status: 400,
    body: refusal('ERROR_PLACEMENT_NOT_FOUND', 'Placement not found'),
  },
  {
    says: 'without the scope of CRM its placements are not found',
    page: BIND,
    before: [{ change: (portal) => void (portal.app.scopes = ['placement']) }],
    ask: bind(LEAD_TAB),
    status: 400,
    body: refusal('ERROR_PLACEMENT_NOT_FOUND', 'Placement not found'),
  },
  {
    says: 'the same handler twice is refused',
    page: 'FACTS.md: the same handler twice',
    before: afterBinding(LEAD_TAB),
    ask: bind({ ...LEAD_TAB, TITLE: 'Another title' }),
    status: 400,
    body: refusal('ERROR_CORE', 'Unable to set placement handler: Handler already binded'),
  },
  {
    says: 'one handler only opens the app by its address',
    page: BIND,
    before: afterBinding({ PLACEMENT: 'REST_APP_URI', HANDLER }),
    ask: bind({ PLACEMENT: 'REST_APP_URI', HANDLER: `${HANDLER}2` }),
    body: refusal('ERROR_PLACEMENT_MAX_COUNT', 'Placement max count: 1'),
  },
  {
    says: 'a tab is for everybody',
    page: BIND,
    ask: bind({ ...LEAD_TAB, USER_ID: 2 }),
    body: refusal('ERROR_PLACEMENT_USER_MODE', 'User mode is not available.'),
  },
  {
    says: 'a background worker wants an address for its errors',
    page: BIND,
    ask: bind({ PLACEMENT: 'PAGE_BACKGROUND_WORKER', HANDLER }),
    body: refusal('EMPTY_ERROR_HANDLER_URL', "Option 'errorHandlerUrl' is empty"),
  },
  { says: 'bind wants a placement', page: BIND, ask: bind({ HANDLER }), body: argument('PLACEMENT') },
  {
    says: 'bind wants a handler',
    page: BIND,
    ask: bind({ PLACEMENT: 'CRM_LEAD_DETAIL_TAB' }),
    body: argument('HANDLER'),
  },
  {
    says: 'other sources have a missing argument with status 400',
    page: 'FACTS.md: refusals',
    settings: { refusals: 'other-sources' },
    ask: bind({ HANDLER }),
    status: 400,
    body: argument('PLACEMENT'),
  },
  {
    says: 'a local handler is good for a local portal',
    page: 'FACTS.md: local handlers',
    ask: bind({ ...LEAD_TAB, HANDLER: 'http://127.0.0.1:5173/index.html' }),
    body: { result: true },
  },
  {
    says: 'a real portal refuses a local handler',
    page: BIND,
    settings: { localHandlers: 'refused' },
    ask: bind({ ...LEAD_TAB, HANDLER: 'http://localhost:5173/index.html' }),
    body: refusal('ERROR_WRONG_HANDLER_URL', 'Wrong handler URL'),
  },
  {
    says: 'a host without a dot is refused',
    page: 'FACTS.md: local handlers',
    ask: bind({ ...LEAD_TAB, HANDLER: 'https://intranet/app' }),
    body: refusal('ERROR_WRONG_HANDLER_URL', 'Wrong handler URL'),
  },
  {
    says: 'a handler is a web page',
    page: 'FACTS.md: local handlers',
    ask: bind({ ...LEAD_TAB, HANDLER: 'ftp://app.example.com/' }),
    body: refusal('ERROR_UNSUPPORTED_PROTOCOL', 'Unsupported protocol'),
  },
  { says: 'a webhook binds nothing', page: BIND, ask: { ...bind(LEAD_TAB), by: 'webhook' }, ...NOT_BY_WEBHOOK },
  {
    says: 'a store administrator binds nothing',
    page: BIND,
    ask: { ...bind(LEAD_TAB), as: 'store administrator' },
    ...NOT_ADMIN,
  },

  {
    says: 'unbind counts a handler twice: found and removed',
    page: UNBIND,
    before: afterBinding(LEAD_TAB),
    ask: unbind(LEAD_TAB),
    body: { result: { count: 2 } },
    after: [{ ask: GET_ALL, body: { result: [] } }],
  },
  {
    says: 'unbind without a handler removes all of the placement',
    page: UNBIND,
    before: [...(afterBinding(LEAD_TAB) ?? []), { calls: 1, ask: bind({ ...LEAD_TAB, HANDLER: `${HANDLER}2` }) }],
    ask: unbind({ PLACEMENT: 'CRM_LEAD_DETAIL_TAB' }),
    body: { result: { count: 4 } },
  },
  {
    says: 'unbind for one person removes theirs',
    page: UNBIND,
    before: afterBinding({
      PLACEMENT: 'PAGE_BACKGROUND_WORKER',
      HANDLER,
      USER_ID: 2,
      OPTIONS: { errorHandlerUrl: HANDLER },
    }),
    ask: unbind({ PLACEMENT: 'PAGE_BACKGROUND_WORKER', USER_ID: 1 }),
    body: { result: { count: 0 } },
  },
  {
    says: 'unbind of an unknown placement removes nothing',
    page: 'FACTS.md: placements that are not found',
    ask: unbind({ PLACEMENT: 'NONSENSE' }),
    body: { result: { count: 0 } },
  },
  {
    says: 'unbind wants a placement',
    page: UNBIND,
    ask: { method: 'placement.unbind', params: {} },
    status: 400,
    body: argument('PLACEMENT'),
  },
  {
    says: 'unbind wants a text',
    page: UNBIND,
    ask: unbind({ PLACEMENT: ['CRM_LEAD_DETAIL_TAB'] }),
    status: 400,
    body: argument('PLACEMENT', "The value of an argument 'PLACEMENT' must be of type string"),
  },
  { says: 'a webhook unbinds nothing', page: UNBIND, ask: { ...unbind(LEAD_TAB), by: 'webhook' }, ...NOT_BY_WEBHOOK },
  { says: 'a manager unbinds nothing', page: UNBIND, ask: { ...unbind(LEAD_TAB), as: 'manager' }, ...NOT_ADMIN },
  { says: 'placements are shown to administrators', page: GET, ask: { ...GET_ALL, as: 'employee' }, ...NOT_ADMIN },
  { says: 'a webhook has no placements', page: GET, ask: { ...GET_ALL, by: 'webhook' }, ...NOT_BY_WEBHOOK },

  {
    says: 'the list gives everybody the placements that need no other scope',
    page: LIST,
    before: [{ change: (portal) => void (portal.app.scopes = ['placement']) }],
    ask: { method: 'placement.list', as: 'employee' },
    body: { result: ['LEFT_MENU', 'REST_APP_URI', 'PAGE_BACKGROUND_WORKER'] },
  },
  {
    says: 'the list of one scope',
    page: LIST,
    ask: { method: 'placement.list', params: { SCOPE: 'user' } },
    body: { result: ['USER_PROFILE_MENU', 'USER_PROFILE_TOOLBAR'] },
  },
  {
    says: 'a scope without placements',
    page: LIST,
    ask: { method: 'placement.list', params: { SCOPE: 'nonsense' } },
    body: { result: [] },
  },
  {
    says: 'a webhook has no list of placements',
    page: LIST,
    ask: { method: 'placement.list', by: 'webhook' },
    ...NOT_BY_WEBHOOK,
  },
]
