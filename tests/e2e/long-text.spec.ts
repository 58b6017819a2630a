import type { Page } from '@playwright/test'
import type { FaultRule } from '@emulator/portal/fault'
import type { LocalPortal } from '@emulator/portal/state'
import type { TestPortal } from './portal-test'
import { appFrame, expect, test } from './portal-test'
import { orderSearchBox, ownersOf } from './sections'

/** No space, no hyphen: nothing that a browser breaks by itself. */
const LONG = 'W'.repeat(3_000)
const WIDTHS = [360, 1280]

/** Everything that the portal names by itself becomes a word of 3,000 letters. */
function stretchNames({ data }: LocalPortal): void {
  for (const contact of data.contacts.values()) Object.assign(contact, { name: LONG, lastName: LONG })
  for (const company of data.companies.values()) company.title = LONG
  for (const stage of data.statuses) stage.NAME = LONG
  for (const item of data.items.get(2)?.values() ?? []) Object.assign(item, { title: LONG, currencyId: `C${LONG}` })
  for (const order of data.orders.values()) {
    Object.assign(order, { accountNumber: `${order.accountNumber}${LONG}`, currency: `C${LONG}` })
    for (const field of order.propertyValues) field.value = LONG
  }
}

const always = (method: string, effect: FaultRule['effect']): FaultRule => ({ method, when: 'every', effect })
const STATUS_NAMES = ['N', 'P', 'S', 'D', 'F'].map((statusId) => ({ statusId, lid: 'en', name: LONG }))
const NAMES: FaultRule[] = [
  always('sale.statuslang.list', { kind: 'wrong-shape', result: { statusLangs: STATUS_NAMES } }),
  always('crm.enum.getorderownertypes', {
    kind: 'wrong-shape',
    result: [
      { id: 2, name: LONG, code: LONG, attribute: LONG },
      { id: 31, name: LONG, code: LONG, attribute: LONG },
    ],
  }),
]
const refused = (method: string) => always(method, { kind: 'error', code: LONG, status: 400, description: LONG })

/** By how many pixels the app is wider than its frame. */
function readOverflow(page: Page): Promise<number> {
  return appFrame(page)
    .locator('html')
    .evaluate((html) => html.scrollWidth - html.clientWidth)
}

async function expectToFit(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await expect.poll(() => readOverflow(page), `${width} pixels`).toBeLessThanOrEqual(0)
  }
}

const openDeal = async (page: Page, portal: TestPortal, ownerId = portal.samples.move?.ownerId) => {
  await page.goto(`${portal.url}/crm/deal/details/${ownerId}/?tab=CRM_DEAL_DETAIL_TAB`)
}
const openOrder = async (page: Page, portal: TestPortal) => {
  await page.goto(`${portal.url}/shop/orders/details/${portal.samples.move?.orderId}/?tab=CRM_ORDER_DETAIL_TAB`)
}

test.beforeEach(async ({ portal, server }) => {
  await portal.set({ mode: 'with-orders', ownerTypes: 'deal+invoice' })
  stretchNames(server.portal)
})

test('the app page and its choice of an owner keep their width', async ({ page, portal }) => {
  await portal.setFaults(NAMES)
  await page.goto(`${portal.url}/marketplace/app/1/`)
  const frame = appFrame(page)
  const row = frame.locator('tr[data-row]').first()
  await expect(row.getByRole('link')).toContainText('WWW')
  await expectToFit(page)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    // Pixels: a line of each name, and its whole in the tooltip.
    await expect.poll(async () => (await row.boundingBox())?.height).toBeLessThan(260)
  }
  await expect(row.locator('[title]', { has: page.getByRole('link') })).toHaveAttribute('title', new RegExp(LONG))
  await row.getByRole('button', { name: /^(Move order|Choose an owner)/ }).click()
  await expect(ownersOf(frame).first()).toContainText('WWW')
  await expectToFit(page)
  await frame.getByRole('button', { name: /: choose another type$/ }).click()
  await frame
    .getByRole('button', { name: /^About the type/ })
    .first()
    .click()
  await expectToFit(page)
})

test('a deal, its question, its result and its undo keep their width', async ({ page, portal }) => {
  await portal.setFaults(NAMES)
  await openDeal(page, portal, portal.samples.moveTarget?.ownerId)
  const frame = appFrame(page)
  await frame.getByRole('button', { name: 'Bring an order here' }).click()
  await orderSearchBox(frame).fill('1003')
  await frame
    .getByRole('button', { name: /^Bring order 1003/ })
    .first()
    .click()
  await frame.getByRole('group', { name: /\?$/ }).waitFor()
  await expectToFit(page)
  await frame.getByRole('button', { name: 'Move', exact: true }).click()
  await frame.getByRole('button', { name: /^Undo/ }).waitFor()
  await expectToFit(page)
  await frame.getByRole('button', { name: 'Close the search' }).click()
  await expect(frame.locator('tr[data-row]').first()).toContainText('WWW')
  await expectToFit(page)
})

test('an order keeps its width, and shows the whole of every name', async ({ page, portal }) => {
  await portal.setFaults(NAMES)
  await openOrder(page, portal)
  const frame = appFrame(page)
  await expect(frame.getByRole('main')).toContainText(`Customer: ${LONG}`)
  await expect(frame.getByRole('link', { name: LONG })).toBeVisible()
  await expectToFit(page)
})

test('refusals keep the width of each page', async ({ page, portal }) => {
  const REFUSED = ['sale.order.list', 'crm.orderentity.list', 'crm.enum.getorderownertypes', 'sale.order.get']
  portal.expectedErrors.push('400')
  await portal.setFaults(REFUSED.map(refused))
  for (const open of [openOrder, openDeal, () => page.goto(`${portal.url}/marketplace/app/1/`)]) {
    await open(page, portal)
    const alert = appFrame(page).getByRole('alert').first()
    await alert.getByRole('button', { name: 'Details' }).click()
    await expect(alert).toContainText('WWW')
    await expectToFit(page)
  }
})

test('a refused change keeps the width', async ({ page, portal }) => {
  portal.expectedErrors.push('400')
  await openDeal(page, portal)
  const frame = appFrame(page)
  const unbind = frame.getByRole('button', { name: /^Detach order/ }).first()
  await unbind.waitFor()
  await portal.setFaults([...NAMES, refused('crm.orderentity.list')])
  await unbind.click()
  await frame.getByRole('button', { name: 'Details' }).click()
  await expect(frame.getByRole('region', { name: 'Changes on this page' })).toContainText('WWW')
  await expectToFit(page)
})
