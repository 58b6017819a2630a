import type { Page } from '@playwright/test'
import type { PortalRows } from '@emulator/portal/portal-settings'
import type { TestPortal } from './portal-test'
import { happening } from './hold-back'
import { appFrame, expect, test } from './portal-test'

/** What leaves for the portal while a page opens, and what it waits for. */
interface Requests {
  /** The methods in the order in which they left; a batch as one. */
  sent: string[]
  letAllPass(): void
}

/**
 * Answers the first requests only when all of them have left, so that none may wait for another one, and keeps back whatever is sent
 * later: what then stands on the screen took no more.
 */
async function passOnly(page: Page, count: number): Promise<Requests> {
  const sent: string[] = []
  const first = happening()
  const others = happening()
  await page.route('**/rest/**', async (route) => {
    const place = sent.push(new URL(route.request().url()).pathname.split('/').at(-1) ?? '')
    if (place === count) first.happen()
    await (place > count ? others.happened : first.happened)
    await route.continue()
  })
  return { sent, letAllPass: others.happen }
}

/** Opens a portal with these rows; every page has its tab. */
function reset(portal: TestPortal, rows: PortalRows) {
  return portal.reset({ mode: 'with-orders', rows })
}

const TYPES = 'crm.enum.getorderownertypes'

for (const rows of ['sample', 'large'] as const) {
  test.describe(`in the portal "${rows}"`, () => {
    test('a deal shows its orders and lets bring one after two requests side by side', async ({ page, portal }) => {
      const { samples } = await reset(portal, rows)
      const requests = await passOnly(page, 2)
      await page.goto(`${portal.url}/crm/deal/details/${samples.moveTarget?.ownerId}/?tab=CRM_DEAL_DETAIL_TAB`)
      const frame = appFrame(page)
      await expect(frame.getByRole('row', { name: 'Order 1161' })).toContainText('$859.00')
      await expect(frame.getByRole('button', { name: 'Bring an order here' })).toBeEnabled()
      expect(requests.sent.slice(0, 2).toSorted()).toEqual(['batch', TYPES])
      requests.letAllPass()
      await expect(frame.getByRole('row', { name: 'Order 1161' })).toContainText('Paid')
    })

    test('an order lets choose a type of owner after two requests side by side', async ({ page, portal }) => {
      const { samples } = await reset(portal, rows)
      const requests = await passOnly(page, 2)
      await page.goto(`${portal.url}/shop/orders/details/${samples.unbound?.orderId}/?tab=CRM_ORDER_DETAIL_TAB`)
      const frame = appFrame(page)
      await expect(frame.getByRole('combobox', { name: /title, ID or customer/ })).toBeEditable()
      expect(requests.sent.slice(0, 2).toSorted()).toEqual(['batch', TYPES])
    })

    test('an order shows its owner after two requests side by side', async ({ page, portal }) => {
      const { samples } = await reset(portal, rows)
      const requests = await passOnly(page, 2)
      await page.goto(`${portal.url}/shop/orders/details/${samples.move?.orderId}/?tab=CRM_ORDER_DETAIL_TAB`)
      const frame = appFrame(page)
      await expect(frame.getByText(/Deal 204/).first()).toBeVisible()
      await expect(frame.getByRole('button', { name: /^Move order 1003/ })).toBeEnabled()
      expect(requests.sent.slice(0, 2).toSorted()).toEqual(['batch', TYPES])
    })

    test('the app page shows orders and lets choose one after a single request', async ({ page, portal }) => {
      await reset(portal, rows)
      const requests = await passOnly(page, 1)
      await page.goto(`${portal.url}/marketplace/app/1/`)
      const frame = appFrame(page)
      await expect(frame.locator('tr[data-row]')).toHaveCount(20)
      await expect(frame.getByRole('button', { name: /^(Move order|Choose an owner)/ }).first()).toBeEnabled()
      expect(requests.sent[0]).toBe('batch')
      requests.letAllPass()
      await expect(frame.getByRole('link').first()).toBeVisible()
    })
  })
}
