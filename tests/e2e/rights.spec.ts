import { PORTAL_USERS } from '@emulator/portal/portal-settings'
import { appFrame, expect, test } from './portal-test'
import { OwnerTab, orderSearchBox } from './sections'

const READ_ONLY = /Only store administrators can move orders/

test('a store manager sees orders and owners, cannot change them, and is told why', async ({ page, portal }) => {
  await portal.set({ user: PORTAL_USERS.storeManager })
  const tab = await OwnerTab.open(page, `${portal.url}/crm/deal/details/${portal.samples.moveTarget?.ownerId}/`)
  await expect(tab.frame.getByText(READ_ONLY)).toBeVisible()
  await expect(tab.frame.getByRole('row', { name: 'Order 1161' })).toBeVisible()
  for (const name of [/Bring an order/, /Move/, /Detach/]) {
    await expect(tab.frame.getByRole('button', { name })).toHaveCount(0)
  }
})

test('a store manager finds orders on the app page and sees their owners', async ({ page, portal }) => {
  await portal.set({ user: PORTAL_USERS.storeManager })
  await page.goto(`${portal.url}/marketplace/app/1/`)
  const frame = appFrame(page)
  await orderSearchBox(frame).fill('1161')
  await expect(frame.getByRole('row', { name: 'Order 1161' })).toContainText('Fitting out the new head office')
  await expect(frame.getByText(READ_ONLY)).toBeVisible()
})

test('where only administrators read orders, a store manager sees ids and owners, and is told why', async ({
  page,
  portal,
}) => {
  await portal.set({ user: PORTAL_USERS.storeManager, saleRead: 'administrator' })
  portal.expectedErrors.push('sale.order.list')
  const tab = await OwnerTab.open(page, `${portal.url}/crm/deal/details/${portal.samples.moveTarget?.ownerId}/`)
  await expect(tab.frame.getByText(/ID 161/).first()).toBeVisible()
  await expect(tab.frame.getByText(/not (allowed|permitted)|may not|no right/i).first()).toBeVisible()
  await expect(tab.frame.getByText('$859.00')).toHaveCount(0)
})

test('an employee without store rights is told why nothing is shown', async ({ page, portal }) => {
  await portal.set({ user: PORTAL_USERS.employee })
  const tab = await OwnerTab.open(page, `${portal.url}/crm/deal/details/${portal.samples.moveTarget?.ownerId}/`)
  await expect(tab.frame.getByText('You may not see store orders.')).toBeVisible()
  await tab.frame.getByRole('button', { name: 'Details' }).click()
  await expect(tab.frame.getByText('200040300010')).toBeVisible()
  await expect(tab.frame.getByRole('button', { name: /Bring an order/ })).toHaveCount(0)
})

test('a store administrator who is not the portal administrator may change bindings', async ({ page, portal }) => {
  await portal.set({ user: PORTAL_USERS.storeAdministrator })
  const tab = await OwnerTab.open(page, `${portal.url}/crm/deal/details/${portal.samples.moveTarget?.ownerId}/`)
  await expect(tab.frame.getByRole('button', { name: 'Bring an order here' })).toBeVisible()
  await expect(tab.frame.getByText(READ_ONLY)).toHaveCount(0)
})
