import type { OpenPortalOptions } from '@tests/support/open-portal'
import { describe, expect, it } from 'vitest'
import { PORTAL_USERS } from '@emulator/portal/portal-settings'
import { faultOf, openPortal } from '@tests/support/open-portal'

const APP = 'https://apps.example/b1/'
const HERE = `${APP}index.html`
const TAB = 'CRM_DEAL_DETAIL_TAB'
const TITLES = { en: 'Orders', ru: 'Заказы' }

function open(options: OpenPortalOptions = {}) {
  const opened = openPortal({
    ...options,
    context: { appAddress: `${APP}install.html?DOMAIN=x#y`, ...options.context },
  })
  return { ...opened, placements: opened.portal.placements }
}

describe('the address that is registered', () => {
  it.each([
    ['https://apps.example/install.html', 'https://apps.example/index.html'],
    ['https://apps.example/', 'https://apps.example/index.html'],
    ['https://apps.example/index.html?DOMAIN=x&LANG=en', 'https://apps.example/index.html'],
    ['https://cdn.example/b1/app_local/ab/install.html#top', 'https://cdn.example/b1/app_local/ab/index.html'],
    ['http://portal.example:8080/apps/orders/?x=1', 'http://portal.example:8080/apps/orders/index.html'],
  ])('opened at %s is %s', (appAddress, handler) => {
    expect(open({ context: { appAddress } }).placements.handler).toBe(handler)
  })
})

describe('a placement', () => {
  it('is registered with its titles in every language, and once', async () => {
    const { placements, local } = open()
    expect(await placements.register(TAB, TITLES)).toBe('added')
    expect(await placements.register(TAB, TITLES)).toBe('there')
    expect(local.app.placements).toEqual([expect.objectContaining({ code: TAB, handler: HERE, titles: TITLES })])
  })

  it('is withdrawn at one address only, and twice without a word', async () => {
    const { placements } = open()
    await placements.register(TAB, TITLES)
    await placements.withdraw(TAB, 'https://elsewhere.example/')
    expect(await placements.readRegistered()).toEqual([{ code: TAB, handler: HERE, isHere: true }])
    await placements.withdraw(TAB, HERE)
    await placements.withdraw(TAB, HERE)
    expect(await placements.readRegistered()).toEqual([])
  })

  it.each([
    [HERE, true],
    [APP, true],
    [`${HERE}?v=2`, true],
    [`${APP}other.html`, false],
    ['https://apps.example/b2/index.html', false],
    ['http://apps.example/b1/index.html', false],
    ['https://apps.example:8443/b1/', false],
    ['no address', false],
  ])('registered at %s opens this app: %s', async (handler, isHere) => {
    const { placements, local } = open()
    local.app.placements.push({ code: TAB, handler, titles: TITLES })
    expect(await placements.readRegistered()).toEqual([{ code: TAB, handler, isHere }])
  })

  it.each([
    ['a place that the portal does not have', 'CRM_MOON_DETAIL_TAB', {}, 'no-placement'],
    [
      'an address that the portal does not accept',
      TAB,
      { context: { appAddress: 'https://intranet/app/' } },
      'handler-refused',
    ],
    ['a protocol that it does not accept', TAB, { context: { appAddress: 'ftp://apps.example/' } }, 'handler-refused'],
    ['a person who may only install', TAB, { user: PORTAL_USERS.appInstaller }, 'access-denied'],
    ['an employee', TAB, { user: PORTAL_USERS.employee }, 'access-denied'],
    ['a lost connection', TAB, { faults: [faultOf('placement.bind', { kind: 'cut-after' })] }, 'offline'],
    [
      'any other refusal',
      TAB,
      { faults: [faultOf('placement.bind', { kind: 'error', code: 'ERROR_CORE' })] },
      'refused',
    ],
  ] satisfies [string, string, OpenPortalOptions, string][])(
    'is not registered: %s',
    async (...[, code, options, kind]) => {
      await expect(open(options).placements.register(code, TITLES)).rejects.toMatchObject({
        name: 'PortalFailure',
        kind,
      })
    },
  )

  it.each(['documentation', 'other-sources'] as const)('is refused alike with the statuses of %s', async (refusals) => {
    const { placements } = open({ settings: { refusals }, context: { appAddress: 'https://intranet/' } })
    await expect(placements.register(TAB, TITLES)).rejects.toMatchObject({ kind: 'handler-refused' })
  })

  it.each(['readRegistered', 'withdraw'] as const)('is for administrators only: %s', async (name) => {
    const { placements } = open({ user: PORTAL_USERS.appInstaller })
    await expect(placements[name](TAB, HERE)).rejects.toMatchObject({ kind: 'access-denied' })
  })
})

it('lists the places that the portal offers, with the types that could own orders', async () => {
  const available = await open().placements.readAvailable()
  expect(available).toContainEqual({ code: TAB, ownerTypeId: 2 })
  expect(available).toContainEqual({ code: 'CRM_DYNAMIC_1038_LIST_MENU', ownerTypeId: 1038 })
  expect(available).toContainEqual({ code: 'CRM_ORDER_DETAIL_TAB' })
  expect(available).toContainEqual({ code: 'LEFT_MENU' })
})
