import type { Credentials } from '@emulator/calls/call'
import type { LocalPortal } from '@emulator/portal/state'
import type { TestRequest } from './case'
import type { TestUser } from './test-users'
import { openSession } from '@emulator/calls/identity'
import { USER_IDS, WEBHOOK_SECRETS } from './test-users'

/** Gives the credentials of a request. One session is opened for each user; its token is kept, whatever the portal does to it. */
export function createCredentials(portal: LocalPortal): (request: TestRequest) => Credentials {
  const tokens = new Map<TestUser, string>()
  const findToken = (user: TestUser) => {
    const token = tokens.get(user) ?? openSession(portal, USER_IDS[user]).accessToken
    tokens.set(user, token)
    return token
  }
  return ({ user = 'administrator', auth = 'token' }) => {
    if (auth === 'none') return { kind: 'none' }
    if (auth === 'token') return { kind: 'token', token: findToken(user) }
    if (auth === 'webhook') return { kind: 'webhook', userId: USER_IDS[user], secret: WEBHOOK_SECRETS[user] }
    if ('token' in auth) return { kind: 'token', token: auth.token }
    return { kind: 'webhook', userId: USER_IDS[user], secret: auth.webhook }
  }
}
