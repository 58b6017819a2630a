import type { FrameLocator, Page } from '@playwright/test'
import type { NewPortal } from './installer-test'
import { expect } from '@playwright/test'
import { PORTAL_USERS } from '@emulator/portal/portal-settings'
import { test } from './installer-test'
import { appFrame } from './portal-test'
import { orderSearchBox } from './sections'
import { findViolations } from './violations'

const TAB = 'CRM_DEAL_DETAIL_TAB'
const MENU = 'CRM_DEAL_LIST_MENU'
const ORDERS_BUTTON = 'CRM_ORDER_LIST_TOOLBAR'

const line = (app: FrameLocator, text: string) => app.getByRole('listitem').filter({ hasText: text })
const checkbox = (app: FrameLocator, name: string) => app.getByRole('checkbox', { name, exact: true })

/** Presses the installer's own button, once the places are there. */
async function setUp(app: FrameLocator): Promise<void> {
  await expect(app.getByRole('checkbox').first()).toBeVisible()
  await app.getByRole('button', { name: 'Set up', exact: true }).click()
}

async function expectInstalled(page: Page, portal: NewPortal, codes: string[]): Promise<void> {
  await page.waitForURL(/install_finished=Y/)
  await expect(orderSearchBox(appFrame(page))).toBeVisible()
  expect(portal.registered()).toEqual(codes)
  expect(portal.local.app.isInstalled).toBe(true)
}

test('an administrator installs from nothing: checks, a choice, and the app', async ({ page, openNew }) => {
  const portal = await openNew()
  const app = await portal.openApp()
  await expect(checkbox(app, 'Deal: Tab in the card')).toBeChecked()
  expect(await findViolations(page)).toEqual([])
  await expect(line(app, 'Storage in the portal')).toContainText('in order')
  await setUp(app)
  await expectInstalled(page, portal, [TAB, MENU])
  expect(portal.local.app.options).toMatchObject({ ordersMode: 'deals-only', storageSize: '16384' })
  expect(portal.local.app.placements[0]).toMatchObject({
    handler: new URL('index.html', portal.server.appUrl).href,
    titles: { en: 'Orders', ru: 'Заказы' },
  })
})

test('employees read the sentence of their portal, and nothing of the app', async ({ page, openNew }) => {
  const portal = await openNew({ settings: { user: PORTAL_USERS.employee } })
  await portal.openApp()
  await expect(page.getByRole('alert')).toContainText('not installed yet')
  await expect(page.locator('iframe')).toHaveCount(0)
})

test('who may install without being an administrator is told whom to ask', async ({ openNew }) => {
  const portal = await openNew({ settings: { user: PORTAL_USERS.appInstaller } })
  const app = await portal.openApp()
  await expect(app.getByText('only an administrator of the portal')).toBeVisible()
  await expect(app.getByRole('button', { name: /Copy a request/ })).toBeVisible()
  await expect(app.getByRole('button', { name: 'Set up', exact: true })).toHaveCount(0)
  expect(portal.registered()).toEqual([])
})

test.describe('a permission that is missing', () => {
  const ALL = ['crm', 'sale', 'placement', 'entity', 'user_brief']
  const without = (scope: string) => ({ registration: { scopes: ALL.filter((other) => other !== scope) } })

  for (const scope of ['crm', 'sale', 'placement']) {
    test(`stands in the way: ${scope}`, async ({ openNew }) => {
      const portal = await openNew(without(scope))
      const app = await portal.openApp()
      await expect(line(app, 'Permissions of the app')).toContainText(`not granted: ${scope}.`)
      await expect(app.getByRole('button', { name: 'Set up', exact: true })).toHaveCount(0)
      // Granted in the portal's own form meanwhile.
      portal.local.app.scopes.push(scope)
      await portal.openApp()
      await expect(app.getByRole('button', { name: 'Set up', exact: true })).toBeVisible()
    })
  }

  for (const scope of ['entity', 'user_brief']) {
    test(`is only told of: ${scope}`, async ({ page, openNew }) => {
      const portal = await openNew(without(scope))
      const app = await portal.openApp()
      await expect(line(app, 'Permissions of the app')).toContainText(`not granted: ${scope}.`)
      await setUp(app)
      await expectInstalled(page, portal, [TAB, MENU])
    })
  }
})

test('a place that the portal refuses costs this place only', async ({ page, openNew }) => {
  const portal = await openNew({ settings: { ownerTypes: 'deal+invoice' } })
  const effect = { kind: 'error', code: 'ERROR_PLACEMENT_NOT_FOUND' } as const
  await portal.setFaults([{ method: 'placement.bind', when: { nth: 2 }, effect }])
  const app = await portal.openApp()
  await setUp(app)
  await expect(line(app, 'Deal: Menu in the list')).toContainText('not registered: the portal has no such place')
  await expect(line(app, 'Invoice: Tab in the card')).toContainText('registered')
  await app.getByRole('button', { name: 'Finish without it' }).click()
  await expectInstalled(page, portal, [TAB, 'CRM_SMART_INVOICE_DETAIL_TAB', 'CRM_SMART_INVOICE_LIST_MENU'])
})

test('a portal that refuses the address of the app is told of in plain words, and has the app page', async ({
  page,
  openNew,
}) => {
  const portal = await openNew({ settings: { localHandlers: 'refused' } })
  const app = await portal.openApp()
  await setUp(app)
  await expect(app.getByText('Tabs and menus need the app on a server of its own')).toBeVisible()
  await app.getByRole('button', { name: 'Finish without tabs' }).click()
  await expectInstalled(page, portal, [])
})

test('a second installation finds what the first one has registered', async ({ page, openNew }) => {
  const portal = await openNew()
  const app = await portal.openApp()
  await setUp(app)
  await expectInstalled(page, portal, [TAB, MENU])
  portal.local.app.isInstalled = false
  await portal.openApp()
  await setUp(app)
  await expectInstalled(page, portal, [TAB, MENU])
})

test.describe('a connection that is cut in the middle', () => {
  const settings = { ownerTypes: 'deal+invoice' } as const
  const nth = (method: string, n: number, kind: 'cut-before' | 'cut-after') =>
    ({ method, when: { nth: n }, effect: { kind } }) as const

  test('has what was added taken back, and leaves what was there', async ({ page, openNew }) => {
    const portal = await openNew({ settings, registration: { placements: [MENU] } })
    await portal.setFaults([nth('placement.bind', 2, 'cut-before')])
    const app = await portal.openApp()
    await setUp(app)
    await expect(app.getByText('What it had registered was taken back')).toBeVisible()
    await expect(line(app, 'Deal: Tab in the card')).toContainText('taken back')
    await expect(line(app, 'Deal: Menu in the list')).toContainText('was registered already')
    expect(portal.registered()).toEqual([MENU])
    expect(portal.local.app.isInstalled).toBe(false)
    await app.getByRole('button', { name: 'Start again' }).click()
    await setUp(app)
    await page.waitForURL(/install_finished=Y/)
    expect(portal.registered()).toHaveLength(4)
  })

  test('is no obstacle where the portal shows that the place was registered', async ({ page, openNew }) => {
    const portal = await openNew({ settings })
    await portal.setFaults([nth('placement.bind', 2, 'cut-after')])
    const app = await portal.openApp()
    await setUp(app)
    await page.waitForURL(/install_finished=Y/)
    expect(portal.registered()).toHaveLength(4)
  })

  test('is told as not known while nothing can be read, and taken back later', async ({ openNew }) => {
    const portal = await openNew({ settings })
    const app = await portal.openApp()
    await expect(checkbox(app, 'Deal: Tab in the card')).toBeVisible()
    await portal.setFaults([
      nth('placement.bind', 2, 'cut-after'),
      ...[2, 3].map((n) => nth('placement.get', n, 'cut-before')),
    ])
    await setUp(app)
    await expect(app.getByText('What is registered now is not known')).toBeVisible()
    await expect(line(app, 'Deal: Menu in the list')).toContainText('not known')
    expect(portal.registered()).toEqual([TAB, MENU])
    await app.getByRole('button', { name: 'Take it back again' }).click()
    await expect(app.getByText('What it had registered was taken back')).toBeVisible()
    expect(portal.registered()).toEqual([])
  })

  test('in the taking back is told by name, and can be tried again', async ({ openNew }) => {
    const portal = await openNew({ settings })
    await portal.setFaults([nth('placement.bind', 3, 'cut-before'), nth('placement.unbind', 1, 'cut-before')])
    const app = await portal.openApp()
    await setUp(app)
    const again = app.getByRole('button', { name: 'Take it back again' })
    await expect(again).toBeVisible()
    await expect(line(app, 'Deal: Tab in the card')).toContainText('could not be taken back')
    expect(portal.registered()).toEqual([TAB])
    await again.click()
    await expect(app.getByText('What it had registered was taken back')).toBeVisible()
    await expect(line(app, 'Deal: Tab in the card')).not.toContainText('could not be')
    expect(portal.registered()).toEqual([])
  })
})

test('every place that an installation registers opens the app', async ({ page, openNew }) => {
  const portal = await openNew({ settings: { mode: 'with-orders', ownerTypes: 'deal+invoice+dynamic' } })
  const app = await portal.openApp()
  await app.getByRole('radio', { name: 'With orders' }).check()
  await expect(checkbox(app, 'Order: Tab in the card')).toBeChecked()
  for (const box of await app.getByRole('checkbox').all()) await box.check()
  await setUp(app)
  await page.waitForURL(/install_finished=Y/)
  const registered = portal.registered()
  // Four places each of three types, and three of orders.
  expect(registered).toHaveLength(15)
  expect(registered).toContain(ORDERS_BUTTON)
  for (const code of registered) {
    const opened = await portal.openPlace(code)
    await expect(opened.getByRole('heading', { level: 1 }), code).toHaveText(
      code === ORDERS_BUTTON ? 'Orders' : /^(Orders (in this|here)|Owner of this order)/,
    )
  }
})

test.describe('registrations of an earlier address', () => {
  const OLD = '/earlier/index.html'
  const placements = [TAB, 'CRM_ORDER_DETAIL_TAB', 'CRM_CONTACT_DETAIL_TAB'].map((code) => ({ code, handler: OLD }))
  const installed = { registration: { installer: undefined, placements } }

  /** Waits until the page has asked that often, however it was answered. */
  async function expectNoOffer(portal: NewPortal, app: FrameLocator, times: number): Promise<void> {
    const asked = async () => (await portal.readCalls()).filter(({ method }) => method === 'placement.get').length
    await expect.poll(asked).toBe(times)
    await expect(app.getByText('earlier address')).toHaveCount(0)
  }

  test('are marked on the app page and brought here by one click in the settings', async ({ openNew }) => {
    const portal = await openNew(installed)
    const here = new URL('index.html', portal.server.appUrl).href
    const app = await portal.openApp()
    await app.getByRole('button', { name: 'Settings 2 places of this portal open an earlier address' }).click()
    await app.getByRole('button', { name: 'Bring them here' }).click()
    await expect(app.getByText('2 places open this app now')).toBeVisible()
    const ours = portal.local.app.placements.filter(({ code }) => code !== 'CRM_CONTACT_DETAIL_TAB')
    expect(ours.map(({ code, handler }) => [code, handler])).toEqual([
      [TAB, here],
      ['CRM_ORDER_DETAIL_TAB', here],
    ])
    await expect((await portal.openPlace(TAB)).getByRole('heading', { level: 1 })).toHaveText(/^Orders in this deal/)
    await portal.openApp()
    await expectNoOffer(portal, app, 2)
  })

  test('are never lost where the connection is cut in between', async ({ openNew }) => {
    const portal = await openNew(installed)
    await portal.setFaults([
      { method: 'placement.unbind', when: { nth: 1 }, effect: { kind: 'cut-before' } },
      { method: 'placement.bind', when: { nth: 2 }, effect: { kind: 'cut-before' } },
    ])
    const app = await portal.openApp()
    await app.getByRole('button', { name: /^Settings 2 places/ }).click()
    await app.getByRole('button', { name: 'Bring them here' }).click()
    await expect(line(app, 'Deal: Tab in the card')).toContainText('here, and still at the earlier address')
    await expect(line(app, 'Order: Tab in the card')).toContainText('stays with the earlier address')
    expect(new Set(portal.registered())).toEqual(new Set(placements.map(({ code }) => code)))
    await app.getByRole('button', { name: 'Try again' }).click()
    await app.getByRole('button', { name: 'Bring them here' }).click()
    await expect(app.getByText('2 places open this app now')).toBeVisible()
    expect(portal.registered().toSorted()).toEqual(placements.map(({ code }) => code).toSorted())
  })

  test('are nothing for people who are no administrators', async ({ openNew }) => {
    const portal = await openNew({ ...installed, settings: { user: PORTAL_USERS.appInstaller } })
    await expectNoOffer(portal, await portal.openApp(), 1)
  })
})
