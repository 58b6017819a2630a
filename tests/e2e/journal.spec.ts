import type { FrameLocator, Locator, Page } from '@playwright/test'
import type { TestPortal } from './portal-test'
import { PORTAL_USERS } from '@emulator/portal/portal-settings'
import { appFrame, expect, test } from './portal-test'
import { answerQuestion, OwnerTab, press } from './sections'

const UNDO = 'Undo the change of order 1003…'

/** A colleague moves an order to another deal, and closes the tab. */
async function letColleagueMove(page: Page, portal: TestPortal): Promise<void> {
  await portal.set({ user: PORTAL_USERS.storeAdministrator })
  const theirs = await page.context().newPage()
  const tab = await OwnerTab.open(theirs, `${portal.url}/crm/deal/details/${portal.samples.moveTarget?.ownerId}/`)
  const search = await tab.searchOrder('1003')
  await press(tab.frame, search.getByRole('button', { name: 'Bring order 1003 here' }))
  await answerQuestion(tab.frame, 'Move')
  await expect(tab.frame.getByText(/Moved from/).first()).toBeVisible()
  await theirs.close()
  await portal.set({ user: PORTAL_USERS.portalAdministrator })
}

async function openApp(page: Page, portal: TestPortal): Promise<FrameLocator> {
  await page.goto(`${portal.url}/marketplace/app/1/`)
  const frame = appFrame(page)
  await expect(frame.getByRole('row', { name: 'Order 1200' })).toBeVisible()
  return frame
}

const ownerOf = async (portal: TestPortal) =>
  (await portal.readState()).bindings.find(({ orderId }) => orderId === portal.samples.move?.orderId)?.ownerId

/** Not toBeFocused: it also wants the window to be in front, which two browsers at a time cannot be. */
const hasFocus = (place: Locator) => place.evaluate((one) => one === document.activeElement)

test('a move by a colleague whose tab is closed is found, explained and undone', async ({ page, portal }) => {
  const before = await ownerOf(portal)
  await letColleagueMove(page, portal)
  expect(await ownerOf(portal)).not.toBe(before)
  const frame = await openApp(page, portal)
  await frame.getByRole('button', { name: 'Journal' }).click()
  const row = frame.getByRole('row', { name: 'Order 1003' })
  await expect(row).toContainText('Ravi Castellori')
  await expect(row).toContainText('Made')
  await press(frame, frame.getByRole('button', { name: UNDO }))
  await expect(frame.getByText(/Ravi Castellori moved it from .+ to .+ on .+\./)).toBeVisible()
  await press(frame, frame.getByRole('button', { name: 'Put back', exact: true }))
  await expect(row.getByText('Undone: Vera Lindqvar')).toBeVisible()
  expect(await ownerOf(portal)).toBe(before)
})

test('a change is undone with the keyboard alone, and the journal is saved as a file', async ({ page, portal }) => {
  const before = await ownerOf(portal)
  await letColleagueMove(page, portal)
  const frame = await openApp(page, portal)
  await frame.getByRole('button', { name: 'Journal' }).focus()
  await page.keyboard.press('Enter')
  const undo = frame.getByRole('button', { name: UNDO })
  await expect(undo).toBeVisible()
  for (let tabs = 0; tabs < 30 && !(await hasFocus(undo)); tabs += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => hasFocus(frame.getByRole('button', { name: 'Cancel' }))).toBe(true)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(frame.getByText(/Undone: Vera Lindqvar/)).toBeVisible()
  expect(await ownerOf(portal)).toBe(before)
  const download = page.waitForEvent('download')
  await frame.getByRole('button', { name: 'Export CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^journal-\d{4}-\d\d-\d\d\.csv$/)
  await expect(frame.getByText('2 lines exported')).toBeVisible()
})
