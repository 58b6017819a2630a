import type { LocalPortal, TokenRecord } from '@emulator/portal/state'
import type { Caller, Credentials } from './call'
import type { RestError } from './errors'
import { systemError } from './errors'

/** Life of an access token: one hour. @see settings/oauth/index.md */
export const TOKEN_LIFE_S = 3600
/** Life of a refresh token: 180 days. @see settings/oauth/auto-renewal.md */
const REFRESH_LIFE_MS = 180 * 86_400_000

/** 70 hexadecimal characters, the length of a portal's tokens. */
function newToken(portal: LocalPortal): string {
  return (portal.randomHex() + portal.randomHex() + portal.randomHex()).slice(0, 70)
}

/** Opens a session of the app for a person: what a portal does each time it opens a frame. */
export function openSession(portal: LocalPortal, userId: number): TokenRecord {
  const record: TokenRecord = {
    userId,
    accessToken: newToken(portal),
    refreshToken: newToken(portal),
    expiresAt: portal.now() + TOKEN_LIFE_S * 1000,
    refreshableUntil: portal.now() + REFRESH_LIFE_MS,
  }
  portal.tokens.push(record)
  return record
}

/**
 * Gives a new pair for a refresh token; nothing when the portal does not know it or it is too old. unconfirmed: the old pair
 * stays valid until it expires. @see settings/oauth/auto-renewal.md
 */
export function renewSession(portal: LocalPortal, refreshToken: string): TokenRecord | undefined {
  const record = portal.tokens.find((candidate) => candidate.refreshToken === refreshToken)
  return record && portal.now() < record.refreshableUntil ? openSession(portal, record.userId) : undefined
}

/** Lets every access token expire now; refresh tokens stay valid. */
export function expireTokens(portal: LocalPortal): void {
  for (const record of portal.tokens) record.expiresAt = Math.min(record.expiresAt, portal.now())
}

function findUser(portal: LocalPortal, userId: number) {
  return portal.users.find((user) => user.id === userId)
}

/** A wrong webhook, or a scope that is missing. unconfirmed: 403 or 401, switch `accessStatus`. */
export function accessError(
  { settings }: LocalPortal,
  code: 'INVALID_CREDENTIALS' | 'insufficient_scope',
  description?: string,
): RestError {
  return systemError(code, { status: Number(settings.accessStatus), ...(description !== undefined && { description }) })
}

/** Who is not known at all: a code of its own for each, or one for both. unconfirmed, switch `unknownCaller`. */
function unknownCaller(portal: LocalPortal, code: 'invalid_token' | 'INVALID_CREDENTIALS'): RestError {
  if (portal.settings.unknownCaller === 'no-auth-found') return systemError('NO_AUTH_FOUND')
  return code === 'invalid_token' ? systemError(code) : accessError(portal, code)
}

function readTokenCaller(portal: LocalPortal, token: string): Caller {
  const record = portal.tokens.find((candidate) => candidate.accessToken === token)
  const user = record && findUser(portal, record.userId)
  if (!record || !user) throw unknownCaller(portal, 'invalid_token')
  if (portal.now() >= record.expiresAt) throw systemError('expired_token')
  if (portal.settings.appUsers === 'administrators' && !user.isAdmin) throw systemError('user_access_error')
  return { user, via: 'app', scopes: portal.app.scopes }
}

function readWebhookCaller(portal: LocalPortal, { userId, secret }: Credentials & { kind: 'webhook' }): Caller {
  const webhook = portal.webhooks.find((known) => known.user === userId && known.secret === secret)
  const user = webhook && findUser(portal, webhook.user)
  if (!webhook || !user) throw unknownCaller(portal, 'INVALID_CREDENTIALS')
  return { user, via: 'webhook', scopes: webhook.scopes }
}

/** A plan without REST refuses everybody, in words of its own for apps and for webhooks. */
function requirePlan(portal: LocalPortal, { via }: Caller): void {
  if (portal.settings.plan !== 'no-rest') return
  const description = `REST is available only ${via === 'app' ? 'on commercial plans' : 'by subscription'}.`
  throw systemError('ACCESS_DENIED', { description })
}

/**
 * Finds out who calls. Throws 401 `NO_AUTH_FOUND`, `invalid_token`, `expired_token`, 403 `INVALID_CREDENTIALS`,
 * `user_access_error`, `ACCESS_DENIED`. @see error-codes.md
 */
export function identify(portal: LocalPortal, credentials: Credentials): Caller {
  if (credentials.kind === 'none') throw systemError('NO_AUTH_FOUND')
  const caller =
    credentials.kind === 'token' ? readTokenCaller(portal, credentials.token) : readWebhookCaller(portal, credentials)
  requirePlan(portal, caller)
  return caller
}
