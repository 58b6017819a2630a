import { expect } from '@playwright/test'
import { PORTAL_USERS } from '@emulator/portal/portal-settings'
import { test } from './installer-test'
import { orderSearchBox } from './sections'

test('the app page is there when the installer has finished', async ({ page, openNew }) => {
  const portal = await openNew()
  const app = await portal.openApp()
  await app.getByRole('button', { name: 'Finish the installation' }).click()
  await page.waitForURL(/install_finished=Y/)
  await expect(orderSearchBox(app)).toBeVisible()
})

test('employees read the sentence of their portal, and nothing of the app', async ({ page, openNew }) => {
  const portal = await openNew({ settings: { user: PORTAL_USERS.employee } })
  await portal.openApp()
  await expect(page.getByRole('alert')).toContainText('not installed yet')
  await expect(page.locator('iframe')).toHaveCount(0)
})
