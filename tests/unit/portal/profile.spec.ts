import { describe, expect, it } from 'vitest'
import { faultOf, openPortal } from '@tests/support/open-portal'

describe('profile.readTimeZone', () => {
  it.each([
    [1, 'America/New_York'],
    [2, 'Europe/Berlin'],
    [3, 'Asia/Kolkata'],
  ])('gives the zone of person %i', async (user, zone) => {
    expect(await openPortal({ user }).portal.profile.readTimeZone()).toBe(zone)
  })

  it('gives nothing for a person who has set none', async () => {
    expect(await openPortal({ user: 4 }).portal.profile.readTimeZone()).toBeUndefined()
  })

  it.each([[[]], [{}], [{ ID: '1', TIME_ZONE: null }]])('gives nothing where the profile is %j', async (result) => {
    const { portal } = openPortal({ faults: [faultOf('profile', { kind: 'wrong-shape', result })] })
    expect(await portal.profile.readTimeZone()).toBeUndefined()
  })

  it('says why the profile could not be read', async () => {
    const { portal } = openPortal({ faults: [faultOf('profile', { kind: 'error', code: 'INTERNAL_SERVER_ERROR' })] })
    await expect(portal.profile.readTimeZone()).rejects.toMatchObject({ kind: 'portal-error' })
  })
})
