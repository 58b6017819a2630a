import type { Params } from '@emulator/calls/call'
import type { LocalPortal, TokenRecord } from '@emulator/portal/state'
import { logCall } from '@emulator/calls/call-log'
import { RestError } from '@emulator/calls/errors'
import { TOKEN_LIFE_S, renewSession } from '@emulator/calls/identity'
import { matchCallFault } from '@emulator/faults/faults'
import { MEMBER_ID } from '@emulator/pages/frames'

/** The address of the authorization server, which is a part of this portal. */
export const OAUTH_PATH = '/oauth/token/'
/** Name of this endpoint in fault rules and in the log. */
const METHOD = 'oauth.token'
/** The same secret in its older spelling. */
const OLDER_CLIENT_SECRET = 'local-portal-client-secret'
const DESCRIPTIONS: Record<string, string> = {
  invalid_request: 'An incorrectly formatted authorization request was provided',
  invalid_client: 'Invalid client data was provided',
  invalid_grant: 'Invalid authorization data was provided',
  PAYMENT_REQUIRED: 'Payment required',
}

/** unconfirmed: the status; the documentation lists codes only. @see settings/oauth/error-codes.md */
function refuse(code: string, description = DESCRIPTIONS[code] ?? ''): RestError {
  return new RestError(code, description, { status: 400 })
}

function toTokens(portal: LocalPortal, record: TokenRecord) {
  return {
    access_token: record.accessToken,
    client_endpoint: `${portal.origin}/rest/`,
    domain: 'oauth.bitrix.info',
    expires: Math.floor(record.expiresAt / 1000),
    expires_in: TOKEN_LIFE_S,
    member_id: MEMBER_ID,
    refresh_token: record.refreshToken,
    scope: portal.app.scopes.join(','),
    server_endpoint: 'https://oauth.bitrix.info/rest/',
    status: 'L',
    user_id: record.userId,
  }
}

/** Only the renewal is there: a person's consent in a browser (`authorization_code`) is not. */
function renew(portal: LocalPortal, params: Params) {
  const names = ['grant_type', 'client_id', 'client_secret', 'refresh_token'] as const
  if (names.some((name) => typeof params[name] !== 'string' || params[name] === '')) throw refuse('invalid_request')
  if (params.grant_type !== 'refresh_token') throw refuse('invalid_request')
  const isSecret = [portal.app.clientSecret, OLDER_CLIENT_SECRET].includes(String(params.client_secret))
  const isClient = params.client_id === portal.app.clientId && isSecret
  if (!isClient) throw refuse('invalid_client')
  const record = renewSession(portal, String(params.refresh_token))
  if (!record) throw refuse('invalid_grant')
  return toTokens(portal, record)
}

/** Answers a renewal of tokens: status and body. @see settings/oauth/auto-renewal.md */
export function answerOAuth(portal: LocalPortal, params: Params): { status: number; body: unknown } {
  const line = { at: portal.now(), channel: 'rest' as const, method: METHOD, params }
  try {
    const effect = matchCallFault(portal, METHOD, [])
    if (effect?.kind === 'error') throw refuse(effect.code, effect.description)
    const body = renew(portal, params)
    logCall(portal, { ...line, status: 200, user: body.user_id })
    return { status: 200, body }
  } catch (error) {
    if (!(error instanceof RestError)) throw error
    logCall(portal, { ...line, status: error.status, error: error.code })
    return { status: error.status, body: error.toRefusal() }
  }
}
