import { describe, expect, it } from 'vitest'
import { faultOf, openPortal } from '@tests/support/open-portal'

function openWith(...scopes: string[]) {
  const opened = openPortal()
  opened.local.app.scopes.push(...scopes)
  return opened
}

describe('people.readNames', () => {
  it.each(['user_brief', 'user_basic', 'user'])('names colleagues by the scope %s, in one request', async (scope) => {
    const { portal, transport } = openWith(scope)
    const names = await portal.people.readNames([4, 1, 4])
    expect([...names].sort()).toEqual([
      [1, 'Vera Lindqvar'],
      [4, 'Ravi Castellori'],
    ])
    expect(transport.requests).toHaveLength(1)
  })

  it('leaves out whoever is not there', async () => {
    expect([...(await openWith('user_brief').portal.people.readNames([1, 999])).keys()]).toEqual([1])
  })

  it('names nobody without the scope', async () => {
    expect(await openWith().portal.people.readNames([1, 2])).toEqual(new Map())
  })

  it.each([[[{ ID: '1' }]], [[{ ID: '1', NAME: '', LAST_NAME: null }]], [{ a: 1 }], [[{ ID: '7', NAME: 'Eve' }]]])(
    'names nobody by the answer %j',
    async (result) => {
      const opened = openPortal({ faults: [faultOf('user.get', { kind: 'wrong-shape', result })] })
      opened.local.app.scopes.push('user_brief')
      expect(await opened.portal.people.readNames([1])).toEqual(new Map())
    },
  )
})

describe('people.readOwnId', () => {
  it('gives the person who opened the app, without any scope', async () => {
    expect(await openPortal({ user: 4 }).portal.people.readOwnId()).toBe(4)
  })
})
