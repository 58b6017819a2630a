import type { Locator, Page } from '@playwright/test'
import type { TestPortal } from './portal-test'
import { appFrame, expect, test } from './portal-test'
import { orderSearchBox } from './sections'

/** Finds the order of the sample `move` on the app page; its owner is a link. */
async function findOwnerLink(page: Page, portal: TestPortal): Promise<Locator> {
  await page.goto(`${portal.url}/marketplace/app/1/`)
  const frame = appFrame(page)
  await orderSearchBox(frame).fill(String(1000 + (portal.samples.move?.orderId ?? 0)))
  await expect(frame.getByText('1 order shown')).toBeAttached()
  return frame.getByRole('link', { name: /^Order No\. 1003/ })
}

const cardPath = (portal: TestPortal) => `/crm/deal/details/${portal.samples.move?.ownerId}/`

test('a click on an owner opens its card in a side panel, and the page below stays', async ({
  page,
  portal,
  context,
}) => {
  const link = await findOwnerLink(page, portal)
  await link.click()
  const panel = page.frameLocator('iframe[src*="IFRAME=Y"]')
  await expect(panel.getByRole('heading', { name: 'Order No. 1003' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('iframe[src*="IFRAME=Y"]')).toHaveCount(0)
  await expect(link).toBeVisible()
  expect(context.pages()).toHaveLength(1)
})

test('Ctrl and a click open the card in a tab of its own', async ({ page, portal, context }) => {
  const link = await findOwnerLink(page, portal)
  const opened = context.waitForEvent('page')
  await link.click({ modifiers: ['ControlOrMeta'] })
  const tab = await opened
  await tab.waitForURL(new URL(cardPath(portal), portal.url).href)
  await expect(tab.getByRole('heading', { name: 'Order No. 1003' })).toBeVisible()
  await expect(page.locator('iframe[src*="IFRAME=Y"]')).toHaveCount(0)
})
