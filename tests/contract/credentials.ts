import type { Credentials } from '@emulator/calls/call'
import type { LocalPortal } from '@emulator/portal/state'
import type { Ask } from './case'
import type { TestUser } from './test-users'
import { openSession } from '@emulator/calls/identity'
import { USER_IDS, WEBHOOK_SECRETS } from './test-users'

/** Gives the credentials of a request. One session is opened for each user; its token is kept, whatever the portal does to it. */
export function createCredentials(portal: LocalPortal): (ask: Ask) => Credentials {
  const tokens = new Map<TestUser, string>()
  const findToken = (user: TestUser) => {
    const token = tokens.get(user) ?? openSession(portal, USER_IDS[user]).accessToken
    tokens.set(user, token)
    return token
  }
  return ({ as = 'administrator', by = 'token' }) => {
    if (by === 'nobody') return { kind: 'none' }
    if (by === 'token') return { kind: 'token', token: findToken(as) }
    if (by === 'webhook') return { kind: 'webhook', userId: USER_IDS[as], secret: WEBHOOK_SECRETS[as] }
    if ('token' in by) return { kind: 'token', token: by.token }
    return { kind: 'webhook', userId: USER_IDS[as], secret: by.webhook }
  }
}
