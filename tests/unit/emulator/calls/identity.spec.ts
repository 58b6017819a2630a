import { describe, expect, it } from 'vitest'
import { expireTokens, identify, openSession, renewSession } from '@emulator/calls/identity'
import { createPortal, resetPortal } from '@emulator/create-portal'

function aPortal() {
  const clock = { now: Date.UTC(2026, 10, 20) }
  return { clock, portal: createPortal({ now: () => clock.now }) }
}

const byToken = (token: string) => ({ kind: 'token', token }) as const

describe('openSession', () => {
  it('gives tokens that look like those of a portal', () => {
    const { portal } = aPortal()
    const { accessToken, refreshToken } = openSession(portal, 1)
    expect(accessToken).toMatch(/^[0-9a-f]{70}$/)
    expect(refreshToken).not.toBe(accessToken)
  })

  it('lasts an hour and no longer', () => {
    const { portal, clock } = aPortal()
    const { accessToken } = openSession(portal, 2)
    clock.now += 3_599_999
    expect(identify(portal, byToken(accessToken)).user.id).toBe(2)
    clock.now += 1
    expect(() => identify(portal, byToken(accessToken))).toThrow('The access token provided has expired')
  })
})

describe('renewSession', () => {
  it('gives a new token to the same person', () => {
    const { portal } = aPortal()
    const old = openSession(portal, 3)
    expireTokens(portal)
    const fresh = renewSession(portal, old.refreshToken)
    expect(fresh?.accessToken).not.toBe(old.accessToken)
    expect(identify(portal, byToken(fresh?.accessToken ?? '')).user.id).toBe(3)
  })

  it('refuses a refresh token from before a reset', () => {
    const { portal } = aPortal()
    const old = openSession(portal, 1)
    resetPortal(portal)
    expect(renewSession(portal, old.refreshToken)).toBeUndefined()
    expect(openSession(portal, 1).accessToken).not.toBe(old.accessToken)
  })
})

describe('identify', () => {
  it.each([
    [1, 'adminsecret'],
    [2, 'managersecret'],
    [3, 'employeesecret'],
    [4, 'storesecret'],
  ])('accepts the webhook of person %i', (userId, secret) => {
    const { portal } = aPortal()
    expect(identify(portal, { kind: 'webhook', userId, secret })).toMatchObject({
      user: { id: userId },
      via: 'webhook',
    })
  })

  it.each([
    [1, 'managersecret'],
    [9, 'adminsecret'],
  ])('refuses webhook %i with %s', (userId, secret) => {
    const { portal } = aPortal()
    expect(() => identify(portal, { kind: 'webhook', userId, secret })).toThrow('Invalid request credentials')
  })

  it('refuses who brings nothing', () => {
    expect(() => identify(aPortal().portal, { kind: 'none' })).toThrow('Wrong authorization data')
  })
})
