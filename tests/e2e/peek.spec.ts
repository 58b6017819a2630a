import { appFrame, expect, test } from './portal-test'
import { OwnerTab } from './sections'

const dealUrl = (url: string, ownerId: number | undefined) => `${url}/crm/deal/details/${ownerId}/`

test('a row unfolds to what its order consists of, and folds again', async ({ page, portal }) => {
  const tab = await OwnerTab.open(page, dealUrl(portal.url, portal.samples.moveTarget?.ownerId))
  const unfold = tab.frame.getByRole('button', { name: 'Show what order 1161 consists of' })
  await unfold.click()
  const peek = tab.frame.getByRole('group', { name: /1161/ })
  await expect(peek).toContainText('Products')
  await expect(peek.getByText(/×/).first()).toBeVisible()
  await expect(peek).toContainText('Payments')
  await expect(peek).toContainText('Shipments')
  await expect(peek.getByRole('link').first()).toHaveAttribute('href', /\/crm\/(contact|company)\/details\/\d+\//)
  await expect(unfold).toHaveAttribute('aria-expanded', 'true')
  await unfold.click()
  await expect(peek).toHaveCount(0)
})

for (const width of [360, 700, 1280]) {
  test(`number, date, customer and sum of an order can be read, ${width} px wide`, async ({ page, portal }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${portal.url}/marketplace/app/1/`)
    const row = appFrame(page).locator('tr[data-row]').first()
    for (const text of ['1200', 'Northlight Interiors', 'Hiro Lindqvar', '$43.00', 'Sent', 'Office pantry']) {
      const { width: shown } = (await row.getByText(text).first().boundingBox()) ?? { width: 0 }
      // Pixels: a few letters at least.
      expect(shown, text).toBeGreaterThan(24)
    }
    await expect(row.locator('time:visible')).toHaveCount(1)
  })
}
