import { describe, expect, it } from 'vitest'
import { logCall, maskSecrets } from '@emulator/calls/call-log'
import { openSession } from '@emulator/calls/identity'
import { createPortal } from '@emulator/create-portal'
import { answerRest } from '@emulator/rest/answer-rest'

describe('maskSecrets', () => {
  it('blots out tokens by their names and by their looks', () => {
    const token = 'ab'.repeat(35)
    expect(maskSecrets({ auth: 'short', a: [{ REFRESH_ID: 'x' }], text: `before ${token} after`, id: 5 })).toEqual({
      auth: '***',
      a: [{ REFRESH_ID: '***' }],
      text: 'before *** after',
      id: 5,
    })
  })
})

describe('the call log', () => {
  it('shows the commands of a batch with their failures', async () => {
    const portal = createPortal()
    const token = openSession(portal, 2).accessToken
    const cmd = { a: 'profile', b: `nonsense?auth=${token}&x=1` }
    await answerRest(portal, { method: 'batch', params: { cmd }, credentials: { kind: 'token', token } })
    expect(portal.log).toMatchObject([
      {
        channel: 'rest',
        method: 'batch',
        status: 200,
        user: 2,
        commands: [
          { key: 'a', method: 'profile', params: {} },
          { key: 'b', method: 'nonsense', params: { auth: '***', x: '1' }, error: 'ERROR_METHOD_NOT_FOUND' },
        ],
      },
    ])
    expect(JSON.stringify(portal.log)).not.toContain(token)
  })

  it('shows a refused call with its code', async () => {
    const portal = createPortal()
    await answerRest(portal, {
      method: 'nonsense',
      params: {},
      credentials: { kind: 'webhook', userId: 1, secret: 'adminsecret' },
    })
    expect(portal.log).toMatchObject([{ method: 'nonsense', status: 404, error: 'ERROR_METHOD_NOT_FOUND' }])
  })

  it('drops the oldest lines when it is long', () => {
    const portal = createPortal()
    for (let at = 0; at < 2005; at++)
      logCall(portal, { at, channel: 'rest', method: 'profile', params: {}, status: 200 })
    expect([portal.log.length, portal.log[0]?.at]).toEqual([2000, 5])
  })
})
