import type { Case } from './case'
import { expireTokens, openSession } from '@emulator/calls/identity'
import { refusal } from './refusals'

const ERRORS = 'error-codes.md'
const NO_AUTH = refusal('NO_AUTH_FOUND', 'Wrong authorization data')
const METHOD_NOT_FOUND = refusal('ERROR_METHOD_NOT_FOUND', 'Method not found!')
const UNKNOWN_TOKEN = 'f'.repeat(70)
const ADMIN = {
  ID: '1',
  ADMIN: true,
  NAME: 'Vera',
  LAST_NAME: 'Lindqvar',
  PERSONAL_GENDER: '',
  TIME_ZONE: 'America/New_York',
}
const APP_SCOPE_MISSING = 'The request requires higher privileges than provided by the access token'
const WEBHOOK_SCOPE_MISSING = 'The request requires higher privileges than provided by the webhook token'
const NO_ACCESS = refusal('user_access_error', 'The user does not have access to the application.')
const HOUR = 3_600_000
const DAY = 24 * HOUR

export const IDENTITY_CASES: Case[] = [
  {
    name: 'an unknown method is not found',
    page: ERRORS,
    request: { method: 'crm.nonsense.list' },
    status: 404,
    body: METHOD_NOT_FOUND,
  },
  {
    name: 'an inherited name is no method',
    page: 'FACTS.md: hostile input',
    request: { method: 'constructor' },
    status: 404,
    body: METHOD_NOT_FOUND,
  },
  {
    name: 'an expired token is refused',
    page: ERRORS,
    before: [{ times: 1, request: { method: 'profile' } }, { change: expireTokens }],
    request: { method: 'profile' },
    status: 401,
    body: refusal('expired_token', 'The access token provided has expired'),
  },
  {
    name: 'a token that the portal forgot is refused',
    page: 'FACTS.md: unknown callers',
    before: [{ times: 1, request: { method: 'profile' } }, { change: (portal) => void (portal.tokens = []) }],
    request: { method: 'profile' },
    status: 401,
    body: refusal('invalid_token', 'Unable to get application by token'),
  },
  {
    name: 'a missing scope is named',
    page: ERRORS,
    request: { method: 'user.current' },
    status: 403,
    body: refusal('insufficient_scope', APP_SCOPE_MISSING),
  },
  {
    name: 'a request without credentials is refused',
    page: ERRORS,
    request: { method: 'profile', auth: 'none' },
    status: 401,
    body: NO_AUTH,
  },
  {
    name: 'a request without credentials is refused before its method is looked up',
    page: 'FACTS.md: who calls is checked first',
    request: { method: 'nonsense', auth: 'none' },
    status: 401,
    body: NO_AUTH,
  },
  {
    name: 'a token identifies its user',
    page: 'settings/how-to-call-rest-api/authorization.md',
    request: { method: 'profile' },
    body: { result: ADMIN },
  },
  {
    name: 'a webhook identifies its user',
    page: 'settings/how-to-call-rest-api/authorization.md',
    request: { method: 'profile', auth: 'webhook' },
    body: { result: ADMIN },
  },
  {
    name: 'a token that the portal never gave is invalid',
    page: 'FACTS.md: unknown callers',
    request: { method: 'profile', auth: { token: UNKNOWN_TOKEN } },
    status: 401,
    body: refusal('invalid_token', 'Unable to get application by token'),
  },
  {
    name: 'an unknown token may be wrong authorization data',
    page: ERRORS,
    settings: { unknownCaller: 'no-auth-found' },
    request: { method: 'profile', auth: { token: UNKNOWN_TOKEN } },
    status: 401,
    body: NO_AUTH,
  },
  {
    name: 'a guessed webhook has invalid credentials',
    page: ERRORS,
    request: { method: 'profile', auth: { webhook: 'guessed' } },
    status: 403,
    body: refusal('INVALID_CREDENTIALS', 'Invalid request credentials'),
  },
  {
    name: 'a guessed webhook may be wrong authorization data',
    page: ERRORS,
    settings: { unknownCaller: 'no-auth-found' },
    request: { method: 'profile', auth: { webhook: 'guessed' } },
    status: 401,
    body: NO_AUTH,
  },
  {
    name: 'a token is valid to the end of its hour',
    page: 'settings/oauth/auto-renewal.md',
    before: [{ times: 1, request: { method: 'profile' } }, { moveMs: HOUR - 1 }],
    request: { method: 'profile' },
    body: { result: ADMIN },
  },
  {
    name: 'a token has expired after an hour',
    page: 'settings/oauth/auto-renewal.md',
    before: [{ times: 1, request: { method: 'profile' } }, { moveMs: HOUR }],
    request: { method: 'profile' },
    status: 401,
    body: refusal('expired_token', 'The access token provided has expired'),
  },
  {
    name: 'an expired token is refused before its method is looked up',
    page: 'FACTS.md: who calls is checked first',
    before: [{ times: 1, request: { method: 'profile' } }, { change: expireTokens }],
    request: { method: 'nonsense' },
    status: 401,
    body: refusal('expired_token', 'The access token provided has expired'),
  },
  {
    name: 'a secret in its older spelling is good as well',
    page: 'README.md: Try it in one command',
    request: { method: 'profile', auth: { webhook: 'admin-secret' } },
    body: { result: ADMIN },
  },
  {
    name: 'a secret of one person is none of another',
    page: ERRORS,
    request: { method: 'profile', user: 'manager', auth: { webhook: 'adminsecret' } },
    status: 403,
    body: refusal('INVALID_CREDENTIALS', 'Invalid request credentials'),
  },
  {
    name: 'a webhook does not expire',
    page: 'settings/how-to-call-rest-api/authorization.md',
    before: [{ moveMs: 400 * DAY }],
    request: { method: 'profile', auth: 'webhook' },
    body: { result: ADMIN },
  },
  {
    name: 'an app without the scope is refused',
    page: ERRORS,
    before: [{ change: (portal) => void (portal.app.scopes = ['crm']) }],
    request: { method: 'sale.order.list' },
    status: 403,
    body: refusal('insufficient_scope', APP_SCOPE_MISSING),
  },
  {
    name: 'a webhook without the scope is refused',
    page: ERRORS,
    request: { method: 'sale.order.list', auth: { webhook: 'crmsecret' } },
    status: 403,
    body: refusal('insufficient_scope', WEBHOOK_SCOPE_MISSING),
  },
  ...(['403', '401'] as const).flatMap((accessStatus): Case[] => {
    const common = { page: 'FACTS.md: no access', settings: { accessStatus }, status: Number(accessStatus) }
    return [
      {
        ...common,
        name: `a guessed webhook may have the status ${accessStatus}`,
        request: { method: 'user.admin', auth: { webhook: 'guessed' } },
        body: refusal('INVALID_CREDENTIALS', 'Invalid request credentials'),
      },
      {
        ...common,
        name: `a webhook without the scope may have the status ${accessStatus}`,
        request: { method: 'sale.order.get', params: { id: 1 }, auth: { webhook: 'crmsecret' } },
        body: refusal('insufficient_scope', WEBHOOK_SCOPE_MISSING),
      },
      {
        ...common,
        name: `an app without the scope may have the status ${accessStatus}`,
        before: [{ change: (portal) => void (portal.app.scopes = ['crm']) }],
        request: { method: 'sale.order.get', params: { id: 1 } },
        body: refusal('insufficient_scope', APP_SCOPE_MISSING),
      },
    ]
  }),
  {
    name: 'the status of no access is not that of other refusals',
    page: ERRORS,
    settings: { accessStatus: '401', appUsers: 'administrators' },
    request: { method: 'user.admin', user: 'manager' },
    status: 403,
    body: NO_ACCESS,
  },
  {
    name: 'a missing scope inside a batch leaves the batch its status',
    page: 'settings/how-to-call-rest-api/batch.md',
    settings: { accessStatus: '401' },
    request: { method: 'batch', params: { cmd: { a: 'sale.order.list' } }, auth: { webhook: 'crmsecret' } },
    body: {
      result: {
        result: [],
        result_error: { a: { error: 'insufficient_scope', error_description: WEBHOOK_SCOPE_MISSING } },
        result_total: [],
        result_next: [],
        result_time: [],
      },
    },
  },
  {
    name: 'a method without a scope is open to an app without scopes',
    page: 'api-reference/common/system/app-info.md',
    before: [{ change: (portal) => void (portal.app.scopes = []) }],
    request: { method: 'user.admin' },
    body: { result: true },
  },
  {
    name: 'an app for administrators is closed to a manager',
    page: ERRORS,
    settings: { appUsers: 'administrators' },
    request: { method: 'profile', user: 'manager' },
    status: 403,
    body: NO_ACCESS,
  },
  {
    name: 'an app for administrators is closed to a store administrator',
    page: ERRORS,
    settings: { appUsers: 'administrators' },
    request: { method: 'user.admin', user: 'store administrator' },
    status: 403,
    body: NO_ACCESS,
  },
  {
    name: 'an app for administrators is open to the portal administrator',
    page: ERRORS,
    settings: { appUsers: 'administrators' },
    request: { method: 'user.admin' },
    body: { result: true },
  },
  {
    name: 'a webhook is not an app that could be closed',
    page: ERRORS,
    settings: { appUsers: 'administrators' },
    request: { method: 'user.admin', user: 'manager', auth: 'webhook' },
    body: { result: false },
  },
  {
    name: 'a plan without REST refuses apps',
    page: ERRORS,
    settings: { plan: 'no-rest' },
    request: { method: 'profile' },
    status: 403,
    body: refusal('ACCESS_DENIED', 'REST is available only on commercial plans.'),
  },
  {
    name: 'a plan without REST refuses webhooks with another text',
    page: 'FACTS.md: a plan without REST',
    settings: { plan: 'no-rest' },
    request: { method: 'profile', auth: 'webhook' },
    status: 403,
    body: refusal('ACCESS_DENIED', 'REST is available only by subscription.'),
  },
  {
    name: 'a plan without REST refuses a batch as a whole',
    page: ERRORS,
    settings: { plan: 'no-rest' },
    request: { method: 'batch', params: { cmd: { a: 'profile' } } },
    status: 403,
    body: refusal('ACCESS_DENIED', 'REST is available only on commercial plans.'),
  },
  {
    name: 'http is refused where https is required',
    page: ERRORS,
    settings: { httpsOnly: true },
    request: { method: 'profile', auth: 'webhook' },
    status: 400,
    body: refusal('INVALID_REQUEST', 'Https required.'),
  },
  {
    name: 'two tokens of one user are both valid',
    page: 'FACTS.md: the old pair stays good',
    before: [{ times: 1, request: { method: 'profile' } }, { change: (portal) => void openSession(portal, 1) }],
    request: { method: 'user.admin' },
    body: { result: true },
  },
]
