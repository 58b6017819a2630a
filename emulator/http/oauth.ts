import type { AuthorizedAppInfo } from '@contract/system'
import type { Params } from '@emulator/calls/call'
import type { AuthorizationHost } from '@emulator/portal/authorization-server'
import type { LocalPortal, TokenRecord } from '@emulator/portal/state'
import { logCall } from '@emulator/calls/call-log'
import { RestError, systemError } from '@emulator/calls/errors'
import { TOKEN_LIFE_S, renewSession } from '@emulator/calls/identity'
import { matchCallFault } from '@emulator/faults/faults'
import { MEMBER_ID } from '@emulator/pages/frames'
import { toServerEndpoint } from '@emulator/portal/authorization-server'
import { toPortalDate } from '@emulator/portal/time'
import { toRestTime } from '@emulator/rest/rest-time'

/** Names of the two doors in fault rules and in the log. */
type OAuthMethod = 'oauth.token' | 'oauth.app.info'

interface OAuthAnswer {
  status: number
  body: unknown
}

/** What a request came to: whom it was for, and the answer. */
interface OAuthResult {
  userId: number
  body: unknown
}

/** The same secret in its older spelling. */
const OLDER_CLIENT_SECRET = 'local-portal-client-secret'
/** What looks like a token; anything else is no authorization at all. unconfirmed */
const TOKEN = /^[0-9a-z]{32,}$/
const DESCRIPTIONS: Record<string, string> = {
  invalid_request: 'An incorrectly formatted authorization request was provided',
  invalid_client: 'Invalid client data was provided',
  invalid_grant: 'Invalid authorization data was provided',
  invalid_scope: 'More access was requested than the app has',
  insufficient_scope: 'More access was requested than the app has',
  PAYMENT_REQUIRED: 'Payment required',
}

/** unconfirmed: the status; the documentation lists codes only. @see settings/oauth/error-codes.md */
function refuse(code: string, description = DESCRIPTIONS[code] ?? '', status = 400): RestError {
  return new RestError(code, description, { status })
}

function toTokens(portal: LocalPortal, record: TokenRecord, host: AuthorizationHost) {
  return {
    access_token: record.accessToken,
    client_endpoint: `${portal.origin}/rest/`,
    domain: host,
    expires: Math.floor(record.expiresAt / 1000),
    expires_in: TOKEN_LIFE_S,
    member_id: MEMBER_ID,
    refresh_token: record.refreshToken,
    scope: portal.app.scopes.join(','),
    server_endpoint: toServerEndpoint(host),
    status: 'L',
    user_id: record.userId,
  }
}

function isClient({ app }: LocalPortal, { client_id, client_secret }: Params): boolean {
  return client_id === app.clientId && [app.clientSecret, OLDER_CLIENT_SECRET].includes(String(client_secret))
}

/** What has to come with each kind of request. */
const GRANTS: Record<string, string> = { refresh_token: 'refresh_token', authorization_code: 'code' }

/** A code is never good: a person's consent in a browser, which would give one, is not there. */
function grant(portal: LocalPortal, params: Params): TokenRecord {
  const name = Object.hasOwn(GRANTS, String(params.grant_type)) ? GRANTS[String(params.grant_type)] : undefined
  if (name === undefined) throw refuse('invalid_request')
  const names = ['client_id', 'client_secret', name]
  if (names.some((given) => typeof params[given] !== 'string' || params[given] === '')) throw refuse('invalid_request')
  if (!isClient(portal, params)) throw refuse('invalid_client')
  const record = name === 'refresh_token' ? renewSession(portal, String(params.refresh_token)) : undefined
  if (!record) throw refuse('invalid_grant')
  return record
}

function readRecord(portal: LocalPortal, { auth, access_token: token = auth }: Params): TokenRecord {
  if (typeof token !== 'string' || !TOKEN.test(token)) throw systemError('NO_AUTH_FOUND')
  const record = portal.tokens.find(({ accessToken }) => accessToken === token)
  if (!record) throw refuse('invalid_client')
  if (portal.now() >= record.expiresAt) throw systemError('expired_token')
  return record
}

/** No page names these fields: they are those that the vendor's Python SDK reads. */
function toAppInfo({ app, origin }: LocalPortal, record: TokenRecord): AuthorizedAppInfo {
  const scope = app.scopes.join(',')
  return {
    client_id: app.clientId,
    scope,
    expires: toPortalDate(record.expiresAt),
    install: {
      installed: app.isInstalled,
      version: 1,
      status: 'L',
      scope,
      domain: new URL(origin).host,
      uri: origin,
      client_endpoint: `${origin}/rest/`,
      member_id: MEMBER_ID,
      // unconfirmed
      member_type: 'cloud',
    },
    user_id: record.userId,
  }
}

/** Runs a request: faults, refusals and the log are as in any call. */
function answer(
  portal: LocalPortal,
  { method, params }: { method: OAuthMethod; params: Params },
  run: () => OAuthResult,
): OAuthAnswer {
  const line = { at: portal.now(), channel: 'rest' as const, method, params }
  try {
    const effect = matchCallFault(portal, method, [])
    if (effect?.kind === 'error') throw refuse(effect.code, effect.description, effect.status)
    const { userId, body } = run()
    logCall(portal, { ...line, status: 200, user: userId })
    return { status: 200, body }
  } catch (error) {
    if (!(error instanceof RestError)) throw error
    logCall(portal, { ...line, status: error.status, error: error.code })
    return { status: error.status, body: error.toRefusal() }
  }
}

/** Answers a request for tokens: status and body. @see settings/oauth/auto-renewal.md */
export function answerOAuth(portal: LocalPortal, params: Params, host: AuthorizationHost): OAuthAnswer {
  return answer(portal, { method: 'oauth.token', params }, () => {
    const record = grant(portal, params)
    return { userId: record.userId, body: toTokens(portal, record, host) }
  })
}

/**
 * Answers `app.info` of the authorization server, which apps trust where they do not trust the portal; its shape is not that of
 * the portal's own. @see settings/oauth/simple-way.md
 */
export function answerAppInfo(portal: LocalPortal, params: Params): OAuthAnswer {
  return answer(portal, { method: 'oauth.app.info', params }, () => {
    const record = readRecord(portal, params)
    const now = portal.now()
    return { userId: record.userId, body: { result: toAppInfo(portal, record), time: toRestTime(now, now) } }
  })
}
