import type { LocalPortal, TokenRecord } from '@emulator/state'
import type { Caller, Credentials } from '@emulator/call'
import { systemError } from '@emulator/errors'

/** Life of an access token: one hour. @see settings/oauth/index.md */
export const TOKEN_LIFE_S = 3600

/** The secrets of the webhooks `/rest/<user id>/<secret>/<method>`, for trials by hand. */
const WEBHOOK_SECRETS: ReadonlyMap<number, string> = new Map([
  [1, 'admin-secret'],
  [2, 'manager-secret'],
  [3, 'employee-secret'],
  [4, 'store-secret'],
])
const WEBHOOK_SCOPES = ['crm', 'sale', 'user_brief']

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
  }
  portal.tokens.push(record)
  return record
}

/** Gives a new pair for a refresh token, `undefined` when the portal does not know it. */
export function renewSession(portal: LocalPortal, refreshToken: string): TokenRecord | undefined {
  const record = portal.tokens.find((candidate) => candidate.refreshToken === refreshToken)
  return record && openSession(portal, record.userId)
}

/** Lets every access token expire now; refresh tokens stay good. */
export function expireTokens(portal: LocalPortal): void {
  for (const record of portal.tokens) record.expiresAt = Math.min(record.expiresAt, portal.now())
}

function findUser(portal: LocalPortal, userId: number) {
  return portal.users.find((user) => user.id === userId)
}

function readTokenCaller(portal: LocalPortal, token: string): Caller {
  const record = portal.tokens.find((candidate) => candidate.accessToken === token)
  const user = record && findUser(portal, record.userId)
  if (!record || !user) throw systemError('invalid_token')
  if (portal.now() >= record.expiresAt) throw systemError('expired_token')
  return { user, door: 'app', scopes: portal.app.scopes }
}

/** Finds out who calls. Throws 401 `NO_AUTH_FOUND`, `invalid_token`, `expired_token`, 403 `INVALID_CREDENTIALS`. */
export function identify(portal: LocalPortal, credentials: Credentials): Caller {
  if (credentials.kind === 'none') throw systemError('NO_AUTH_FOUND')
  if (credentials.kind === 'token') return readTokenCaller(portal, credentials.token)
  const user = findUser(portal, credentials.userId)
  if (!user || WEBHOOK_SECRETS.get(user.id) !== credentials.secret) throw systemError('INVALID_CREDENTIALS')
  return { user, door: 'webhook', scopes: WEBHOOK_SCOPES }
}
