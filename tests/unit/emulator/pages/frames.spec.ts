import { describe, expect, it } from 'vitest'
import { createPortal } from '@emulator/create-portal'
import { findFrame, openFrame, refreshFrame } from '@emulator/pages/frames'

const HANDLER = 'http://127.0.0.1:5173/index.html'
const HOST = 'localhost:5173'

const aPortal = (settings = {}) => createPortal({ appHandler: HANDLER, settings, now: () => Date.UTC(2026, 10, 20) })
const dealTab = { placement: 'CRM_DEAL_DETAIL_TAB', options: { ID: '5', URI: '/crm/deal/details/5/' }, host: HOST }
const appPage = { placement: 'DEFAULT', options: {}, host: HOST }

describe('openFrame', () => {
  it('adds the portal to the address without encoding its port', () => {
    const { url, sid } = openFrame(aPortal({ language: 'ru' }), dealTab)
    expect(url).toBe(`${HANDLER}?DOMAIN=localhost:5173&PROTOCOL=0&LANG=ru&APP_SID=${sid}`)
  })

  it('keeps a query that the handler already has', () => {
    const portal = aPortal()
    portal.app.handler = `${HANDLER}?page=1`
    expect(openFrame(portal, appPage).url).toContain('index.html?page=1&DOMAIN=')
  })

  it('gives every render a sid and tokens of its own', () => {
    const portal = aPortal()
    const [one, other] = [openFrame(portal, dealTab), openFrame(portal, dealTab)]
    expect(one.sid).toMatch(/^[0-9a-f]{32}$/)
    expect(other.sid).not.toBe(one.sid)
    expect(other.init.AUTH_ID).not.toBe(one.init.AUTH_ID)
  })

  it('sends the fields of init in the order of a portal', () => {
    expect(Object.keys(openFrame(aPortal(), dealTab).init)).toEqual([
      'LANG',
      'DOMAIN',
      'PROTOCOL',
      'PATH',
      'AUTH_ID',
      'AUTH_EXPIRES',
      'REFRESH_ID',
      'MEMBER_ID',
      'FIRST_RUN',
      'IS_ADMIN',
      'INSTALL',
      'USER_OPTIONS',
      'APP_OPTIONS',
      'PLACEMENT',
      'PLACEMENT_OPTIONS',
    ])
  })

  it('spells empty options as an empty list and leaves them out of the form', () => {
    const { init, form } = openFrame(aPortal(), appPage)
    expect([init.USER_OPTIONS, init.APP_OPTIONS, init.PLACEMENT_OPTIONS]).toEqual([[], [], []])
    expect(form).not.toHaveProperty('PLACEMENT_OPTIONS')
  })

  it('writes the options of a tab into the form with escaped slashes', () => {
    const { init, form } = openFrame(aPortal(), dealTab)
    expect(init.PLACEMENT_OPTIONS).toEqual({ ID: '5', URI: '/crm/deal/details/5/' })
    expect(form.PLACEMENT_OPTIONS).toBe('{"ID":"5","URI":"\\/crm\\/deal\\/details\\/5\\/"}')
  })

  it('gives form and init the same token, valid for an hour', () => {
    const { init, form } = openFrame(aPortal(), dealTab)
    expect(form.AUTH_ID).toBe(init.AUTH_ID)
    expect([form.AUTH_EXPIRES, init.AUTH_EXPIRES]).toEqual(['3600', '3600'])
  })

  it.each([
    [1, true],
    [2, false],
    [3, false],
    [4, false],
  ])('tells user %i whether they are portal administrator: %s', (user, isAdmin) => {
    expect(openFrame(aPortal({ user }), dealTab).init.IS_ADMIN).toBe(isAdmin)
  })

  it('calls it the first run until the person has the option install', () => {
    const portal = aPortal()
    expect(openFrame(portal, dealTab).init.FIRST_RUN).toBe(true)
    portal.app.userOptions.set(1, { install: true })
    expect(openFrame(portal, dealTab).init.FIRST_RUN).toBe(false)
  })

  it('opens the installer at every entry until the app is installed', () => {
    const portal = aPortal()
    Object.assign(portal.app, { isInstalled: false, installer: 'http://127.0.0.1:5173/install.html' })
    const { url, init } = openFrame(portal, dealTab)
    expect(url).toContain('/install.html?DOMAIN=')
    expect(init.INSTALL).toBe(true)
  })

  it('opens a frame as a static app is opened when told so', () => {
    expect(openFrame(aPortal({ opening: 'get' }), dealTab).opening).toBe('get')
  })
})

describe('refreshFrame', () => {
  it('gives a frame new tokens, again and again', () => {
    const portal = aPortal()
    const { sid, init } = openFrame(portal, dealTab)
    const first = refreshFrame(portal, sid)
    const second = refreshFrame(portal, sid)
    expect(new Set([init.AUTH_ID, first?.AUTH_ID, second?.AUTH_ID]).size).toBe(3)
    expect(findFrame(portal, sid)?.tokens.accessToken).toBe(second?.AUTH_ID)
  })

  it('refuses a sid that the portal does not know', () => {
    expect(refreshFrame(aPortal(), 'f'.repeat(32))).toBeUndefined()
  })

  it('refuses when the tokens are void', () => {
    const portal = aPortal()
    const { sid } = openFrame(portal, dealTab)
    portal.tokens = []
    expect(refreshFrame(portal, sid)).toBeUndefined()
  })

  it('renews for the person who opened the frame, not for the one who looks now', () => {
    const portal = aPortal({ user: 2 })
    const { sid } = openFrame(portal, dealTab)
    portal.settings.user = 1
    const tokens = refreshFrame(portal, sid)
    expect(portal.tokens.find(({ accessToken }) => accessToken === tokens?.AUTH_ID)?.userId).toBe(2)
  })
})
