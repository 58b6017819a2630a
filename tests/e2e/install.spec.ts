import { expect } from '@playwright/test'
import { PORTAL_USERS } from '@emulator/portal/portal-settings'
import { test } from './installer-test'
import { orderSearchBox } from './sections'

const TAB = 'CRM_DEAL_DETAIL_TAB'
const MENU = 'CRM_DEAL_LIST_MENU'

test('an administrator installs from nothing: checks, a choice, and the app', async ({ page, openNew }) => {
  const portal = await openNew()
  const app = await portal.openApp()
  await expect(app.getByRole('checkbox', { name: 'Deal: Tab in the card' })).toBeChecked()
  await expect(app.getByRole('listitem').filter({ hasText: 'Storage in the portal' })).toContainText('in order')
  await app.getByRole('button', { name: 'Set up', exact: true }).click()
  await page.waitForURL(/install_finished=Y/)
  await expect(orderSearchBox(app)).toBeVisible()
  expect(portal.registered()).toEqual([TAB, MENU])
  expect(portal.local.app.options).toMatchObject({ ordersMode: 'deals-only', storageSize: '16384' })
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
