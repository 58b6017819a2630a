import type { Page } from '@playwright/test'
import type { TestPortal } from './portal-test'
import { appFrame, expect, test } from './portal-test'

/** The number of an order with its day, as the portal's own list shows them. */
async function readPortalList(page: Page, portal: TestPortal): Promise<[number: string, day: string][]> {
  await page.goto(`${portal.url}/shop/orders/`)
  const rows = await page.locator('main tbody tr').all()
  const read = rows.slice(0, 20).map(async (row): Promise<[string, string]> => {
    const [number = '', day = ''] = await row.locator('td').allInnerTexts()
    return [number.trim(), day.trim()]
  })
  return Promise.all(read)
}

/** The day of order 1197, made on 2026-11-18 at 01:34 by the portal's clock, three hours ahead of Greenwich. */
const PEOPLE = [
  { user: 1, zone: 'America/New_York', day: 'Nov 17, 2026' },
  { user: 2, zone: 'Europe/Berlin', day: 'Nov 17, 2026' },
  { user: 4, zone: 'no time zone', day: 'Nov 18, 2026' },
]

for (const { user, zone, day: dayOf1197 } of PEOPLE) {
  test(`a person with ${zone} reads the same dates in the app as in the portal's list`, async ({ page, portal }) => {
    await portal.set({ user, mode: 'with-orders' })
    const listed = await readPortalList(page, portal)
    expect(listed).toHaveLength(20)
    expect(listed).toContainEqual(['1197', dayOf1197])
    await page.goto(`${portal.url}/marketplace/app/1/`)
    const frame = appFrame(page)
    for (const [number, day] of listed) {
      const row = frame.getByRole('row', { name: `Order ${number}`, exact: true })
      await expect(row.locator('time:visible')).toHaveText(day)
    }
  })
}

test('the order tab shows the day that the order’s own card shows', async ({ page, portal }) => {
  await portal.set({ mode: 'with-orders' })
  await page.goto(`${portal.url}/shop/orders/details/197/`)
  const day = await page.locator('dt', { hasText: 'Date' }).locator('xpath=../dd').innerText()
  await page.goto(`${portal.url}/shop/orders/details/197/?tab=CRM_ORDER_DETAIL_TAB`)
  await expect(appFrame(page).getByRole('main')).toContainText(day)
})
