import { describe, expect, it } from 'vitest'
import { anOwnerRef } from '@tests/support/builders'
import { openPortal } from '@tests/support/open-portal'

const opened = (recentOwners: unknown) => openPortal({ context: { userOptions: { recentOwners } } })

describe('options.readRecentOwners', () => {
  it('gives the owners in the order in which they were kept', () => {
    expect(opened('2:12,31:4').portal.options.readRecentOwners()).toEqual([anOwnerRef(12), anOwnerRef(4, 31)])
  })

  it('passes over what is not an owner', () => {
    const { portal } = opened('2:12,<b>,31:0,31:4:5,:,2:1e3, 7:8 ,31:4')
    expect(portal.options.readRecentOwners()).toEqual([anOwnerRef(12), anOwnerRef(4, 31)])
  })

  it.each([[undefined], [''], [7], [{}], [['2:12']]])('gives nothing for %j', (kept) => {
    expect(opened(kept).portal.options.readRecentOwners()).toEqual([])
  })

  it('gives nothing on a portal without options', () => {
    expect(openPortal({ context: { userOptions: [] } }).portal.options.readRecentOwners()).toEqual([])
  })
})

describe('options.rememberOwner', () => {
  it('puts the newest first and keeps each owner once', () => {
    const { portal, transport } = opened('2:12,31:4')
    portal.options.rememberOwner(anOwnerRef(4, 31))
    expect(portal.options.readRecentOwners()).toEqual([anOwnerRef(4, 31), anOwnerRef(12)])
    expect(transport.frameCalls).toEqual([{ command: 'setUserOption', value: { recentOwners: '31:4,2:12' } }])
  })

  it('keeps eight', () => {
    const { portal } = opened('')
    for (let id = 1; id <= 10; id += 1) portal.options.rememberOwner(anOwnerRef(id))
    expect(portal.options.readRecentOwners().map(({ id }) => id)).toEqual([10, 9, 8, 7, 6, 5, 4, 3])
  })
})

describe('options.readTheme', () => {
  it.each([
    ['dark', 'dark'],
    ['light', 'light'],
    ['browser', undefined],
    ['DARK', undefined],
    [undefined, undefined],
  ])('reads %j as %j', (theme, expected) => {
    expect(openPortal({ context: { userOptions: { theme } } }).portal.options.readTheme()).toBe(expected)
  })

  it('remembers the choice for this person, and that there is none any more', () => {
    const { portal, transport } = opened('')
    portal.options.rememberTheme('dark')
    expect(portal.options.readTheme()).toBe('dark')
    portal.options.rememberTheme(undefined)
    expect(portal.options.readTheme()).toBeUndefined()
    expect(transport.frameCalls.map(({ value }) => value)).toEqual([{ theme: 'dark' }, { theme: 'browser' }])
  })
})
