import { appFrame, expect, test } from './portal-test'

const HOSTILE = '<img src=x onerror="document.title=\'broken\'"><b>bold</b> {{ 1 + 1 }}'
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenhersteller'.repeat(4)

test('texts of the portal are shown as text, however hostile or long', async ({ page, portal, request }) => {
  await portal.set({ mode: 'with-orders' })
  const owner = portal.samples.move?.ownerId
  const title = `${HOSTILE} ${LONG}`
  const written = await request.post(`${portal.url}/rest/1/adminsecret/crm.item.update`, {
    data: { entityTypeId: 2, id: owner, fields: { title } },
  })
  expect(written.ok()).toBe(true)
  await page.setViewportSize({ width: 480, height: 900 })
  await page.goto(`${portal.url}/shop/orders/details/${portal.samples.move?.orderId}/?tab=CRM_ORDER_DETAIL_TAB`)
  const frame = appFrame(page)
  await expect(frame.getByText(title)).toBeVisible()
  await expect(frame.locator('img, b')).toHaveCount(0)
  const overflow = await frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await page.goto(`${portal.url}/crm/deal/details/${owner}/`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<img src=x')
  expect(await page.title()).not.toBe('broken')
})
