import type { Case } from './case'
import { expireTokens, openSession } from '@emulator/calls/identity'
import { refusal } from './refusals'

const ERRORS = 'error-codes.md'
const NO_AUTH = refusal('NO_AUTH_FOUND', 'Wrong authorization data')
const METHOD_MISSING = refusal('ERROR_METHOD_NOT_FOUND', 'Method not found!')
const UNKNOWN = 'f'.repeat(70)
const ADMIN = { ID: '1', ADMIN: true, NAME: 'Vera', LAST_NAME: 'Lindqvar', PERSONAL_GENDER: '', TIME_ZONE: '' }
const BY_APP = 'The request requires higher privileges than provided by the access token'
const BY_WEBHOOK = 'The request requires higher privileges than provided by the webhook token'
const NO_ACCESS = refusal('user_access_error', 'The user does not have access to the application.')
const HOUR = 3_600_000
const DAY = 24 * HOUR

export const IDENTITY_CASES: Case[] = [
  {
    says: 'an unknown method is not found',
    page: ERRORS,
    ask: { method: 'crm.nonsense.list' },
    status: 404,
    body: METHOD_MISSING,
  },
  {
    says: 'an inherited name is no method',
    page: 'FACTS.md: hostile input',
    ask: { method: 'constructor' },
    status: 404,
    body: METHOD_MISSING,
  },
  {
    says: 'an expired token is refused',
    page: ERRORS,
    before: [{ calls: 1, ask: { method: 'profile' } }, { change: expireTokens }],
    ask: { method: 'profile' },
    status: 401,
    body: refusal('expired_token', 'The access token provided has expired'),
  },
  {
    says: 'a token that the portal forgot is refused',
    page: 'FACTS.md: unknown callers',
    before: [{ calls: 1, ask: { method: 'profile' } }, { change: (portal) => void (portal.tokens = []) }],
    ask: { method: 'profile' },
    status: 401,
    body: refusal('invalid_token', 'Unable to get application by token'),
  },
  {
    says: 'a missing scope is named',
    page: ERRORS,
    ask: { method: 'user.current' },
    status: 403,
    body: refusal('insufficient_scope', BY_APP),
  },
  {
    says: 'who brings nothing is not let in',
    page: ERRORS,
    ask: { method: 'profile', by: 'nobody' },
    status: 401,
    body: NO_AUTH,
  },
  {
    says: 'who brings nothing does not learn which methods there are',
    page: 'FACTS.md: who calls is checked first',
    ask: { method: 'nonsense', by: 'nobody' },
    status: 401,
    body: NO_AUTH,
  },
  {
    says: 'a token names its person',
    page: 'settings/how-to-call-rest-api/authorization.md',
    ask: { method: 'profile' },
    body: { result: ADMIN },
  },
  {
    says: 'a webhook acts for its owner',
    page: 'settings/how-to-call-rest-api/authorization.md',
    ask: { method: 'profile', by: 'webhook' },
    body: { result: ADMIN },
  },
  {
    says: 'a token that the portal never gave is invalid',
    page: 'FACTS.md: unknown callers',
    ask: { method: 'profile', by: { token: UNKNOWN } },
    status: 401,
    body: refusal('invalid_token', 'Unable to get application by token'),
  },
  {
    says: 'an unknown token may be wrong authorization data',
    page: ERRORS,
    settings: { unknownCaller: 'no-auth-found' },
    ask: { method: 'profile', by: { token: UNKNOWN } },
    status: 401,
    body: NO_AUTH,
  },
  {
    says: 'a guessed webhook has invalid credentials',
    page: ERRORS,
    ask: { method: 'profile', by: { webhook: 'guessed' } },
    status: 403,
    body: refusal('INVALID_CREDENTIALS', 'Invalid request credentials'),
  },
  {
    says: 'a guessed webhook may be wrong authorization data',
    page: ERRORS,
    settings: { unknownCaller: 'no-auth-found' },
    ask: { method: 'profile', by: { webhook: 'guessed' } },
    status: 401,
    body: NO_AUTH,
  },
  {
    says: 'a token is good to the end of its hour',
    page: 'settings/oauth/auto-renewal.md',
    before: [{ calls: 1, ask: { method: 'profile' } }, { moveMs: HOUR - 1 }],
    ask: { method: 'profile' },
    body: { result: ADMIN },
  },
  {
    says: 'a token is no good after an hour',
    page: 'settings/oauth/auto-renewal.md',
    before: [{ calls: 1, ask: { method: 'profile' } }, { moveMs: HOUR }],
    ask: { method: 'profile' },
    status: 401,
    body: refusal('expired_token', 'The access token provided has expired'),
  },
  {
    says: 'an expired token is said to be so before the method is looked at',
    page: 'FACTS.md: who calls is checked first',
    before: [{ calls: 1, ask: { method: 'profile' } }, { change: expireTokens }],
    ask: { method: 'nonsense' },
    status: 401,
    body: refusal('expired_token', 'The access token provided has expired'),
  },
  {
    says: 'a webhook has no hour',
    page: 'settings/how-to-call-rest-api/authorization.md',
    before: [{ moveMs: 400 * DAY }],
    ask: { method: 'profile', by: 'webhook' },
    body: { result: ADMIN },
  },
  {
    says: 'an app without the scope is told so',
    page: ERRORS,
    before: [{ change: (portal) => void (portal.app.scopes = ['crm']) }],
    ask: { method: 'sale.order.list' },
    status: 403,
    body: refusal('insufficient_scope', BY_APP),
  },
  {
    says: 'a webhook without the scope is told so',
    page: ERRORS,
    ask: { method: 'sale.order.list', by: { webhook: 'crm-secret' } },
    status: 403,
    body: refusal('insufficient_scope', BY_WEBHOOK),
  },
  {
    says: 'a method without a scope is open to an app without scopes',
    page: 'api-reference/common/system/app-info.md',
    before: [{ change: (portal) => void (portal.app.scopes = []) }],
    ask: { method: 'user.admin' },
    body: { result: true },
  },
  {
    says: 'an app for administrators is closed to a manager',
    page: ERRORS,
    settings: { appUsers: 'administrators' },
    ask: { method: 'profile', as: 'manager' },
    status: 403,
    body: NO_ACCESS,
  },
  {
    says: 'an app for administrators is closed to a store administrator',
    page: ERRORS,
    settings: { appUsers: 'administrators' },
    ask: { method: 'user.admin', as: 'store administrator' },
    status: 403,
    body: NO_ACCESS,
  },
  {
    says: 'an app for administrators is open to the portal administrator',
    page: ERRORS,
    settings: { appUsers: 'administrators' },
    ask: { method: 'user.admin' },
    body: { result: true },
  },
  {
    says: 'a webhook is not an app that could be closed',
    page: ERRORS,
    settings: { appUsers: 'administrators' },
    ask: { method: 'user.admin', as: 'manager', by: 'webhook' },
    body: { result: false },
  },
  {
    says: 'a plan without REST refuses apps',
    page: ERRORS,
    settings: { plan: 'no-rest' },
    ask: { method: 'profile' },
    status: 403,
    body: refusal('ACCESS_DENIED', 'REST is available only on commercial plans.'),
  },
  {
    says: 'a plan without REST refuses webhooks in other words',
    page: 'FACTS.md: a plan without REST',
    settings: { plan: 'no-rest' },
    ask: { method: 'profile', by: 'webhook' },
    status: 403,
    body: refusal('ACCESS_DENIED', 'REST is available only by subscription.'),
  },
  {
    says: 'a plan without REST refuses a batch as a whole',
    page: ERRORS,
    settings: { plan: 'no-rest' },
    ask: { method: 'batch', params: { cmd: { a: 'profile' } } },
    status: 403,
    body: refusal('ACCESS_DENIED', 'REST is available only on commercial plans.'),
  },
  {
    says: 'http is refused where https is required',
    page: ERRORS,
    settings: { httpsOnly: true },
    ask: { method: 'profile', by: 'webhook' },
    status: 400,
    body: refusal('INVALID_REQUEST', 'Https required.'),
  },
  {
    says: 'two tokens of one person are both good',
    page: 'FACTS.md: the old pair stays good',
    before: [{ calls: 1, ask: { method: 'profile' } }, { change: (portal) => void openSession(portal, 1) }],
    ask: { method: 'user.admin' },
    body: { result: true },
  },
]
