import type { Page } from '@playwright/test'
import type { StartRows } from '@emulator/portal/state'
import { startPortalServer } from '@emulator/server'
import { ORDER_BINDER } from '@scripts/order-binder-app'
import { appFrame, expect, test as base } from './portal-test'
import { orderSearchBox, ownersOf, OwnerTab, press } from './sections'

/** Sixty newer orders have the digits of the old one in their numbers. */
const newer = Array.from({ length: 60 }, (_, index) => ({ id: 400 + index, accountNumber: `igrushki-777-${index}` }))
const ROWS: StartRows = {
  contacts: [{ id: 900, name: 'Mara', lastName: 'Lindqvist' }],
  items: { 2: [{ id: 900, title: 'ООО «Ромашка», поставка', contactId: 900 }] },
  orders: [
    { id: 300, accountNumber: '777' },
    { id: 301, accountNumber: '000009' },
    {
      id: 302,
      accountNumber: '123/1',
      clients: [{ id: 1, orderId: 302, entityTypeId: 3, entityId: 900, isPrimary: 'Y', roleId: 0, sort: 0 }],
    },
    ...newer,
  ],
}

const test = base.extend({
  server: [
    async ({}, use) => {
      const app = { kind: 'directory', path: 'dist' } as const
      const server = await startPortalServer({ port: 0, app, registration: ORDER_BINDER, rows: ROWS })
      await use(server)
      await server.close()
    },
    { scope: 'worker' },
  ],
})

async function searchOrders(page: Page, text: string) {
  const frame = appFrame(page)
  await orderSearchBox(frame).fill(text)
  await expect(frame.getByRole('status').filter({ hasText: /shown|found/ })).toBeAttached()
  return frame.locator('tr[data-row]')
}

test('the app page shows first the order whose number was typed exactly', async ({ page, portal }) => {
  await page.goto(`${portal.url}/marketplace/app/1/`)
  await expect(appFrame(page).locator('tr[data-row]').first()).toBeVisible()

  await expect((await searchOrders(page, '777')).first()).toHaveAccessibleName('Order 777')
  await expect(appFrame(page).locator('tr[data-row] mark').first()).toHaveText('777')

  const byNine = await searchOrders(page, '000009')
  await expect(byNine.first()).toHaveAccessibleName('Order 000009')
  await expect(byNine.nth(1)).toContainText('by ID')

  for (const pasted of ['№123/1', 'Заказ №123/1', '\u200b#123/1\u00a0'])
    await expect((await searchOrders(page, pasted)).first()).toHaveAccessibleName('Order 123/1')
  await expect((await searchOrders(page, `${portal.url}/shop/orders/details/301/`)).first()).toHaveAccessibleName(
    'Order 000009',
  )
  await expect((await searchOrders(page, 'Lindqvist Mara')).first()).toHaveAccessibleName('Order 123/1')
  await expect(appFrame(page).getByText('Orders of customers named “Lindqvist Mara”')).toBeVisible()
})

test("the deal tab's chooser finds deals by id, by quotes of another shape and by the customer", async ({
  page,
  portal,
}) => {
  const tab = await OwnerTab.open(page, `${portal.url}/crm/deal/details/${portal.samples.move?.ownerId}/`)
  await press(tab.frame, tab.frame.getByRole('button', { name: /^Move order .* to another/ }))
  const box = tab.frame.getByRole('combobox', { name: /title, ID or customer/ })
  const first = ownersOf(tab.frame).first()

  await box.fill('"ромашка"')
  await expect(first).toContainText('ООО «Ромашка», поставка')
  await expect(first.locator('mark')).toHaveText('Ромашка')
  await box.fill('10%')
  await expect(tab.frame.getByText('Nothing found for “10%”.')).toBeVisible()
  await expect(ownersOf(tab.frame)).toHaveCount(0)
  await box.fill('Deal 900')
  await expect(first).toContainText('by ID')
  await box.fill('Mara Lindqvist')
  await expect(tab.frame.getByText('Of customers named “Mara Lindqvist”')).toBeVisible()
  await expect(first).toContainText('ООО «Ромашка», поставка')
  await box.fill(`${portal.url}/crm/deal/details/900/`)
  await expect(first).toContainText('by ID')
  await box.press('ArrowDown')
  await box.press('Enter')
  await expect(tab.frame.getByRole('button', { name: 'Move', exact: true })).toBeVisible()
})
