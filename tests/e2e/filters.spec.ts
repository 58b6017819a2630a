import type { FrameLocator, Locator, Page, Request } from '@playwright/test'
import type { TestPortal } from './portal-test'
import { holdBack } from './hold-back'
import { appFrame, expect, test } from './portal-test'
import { chooseOwner, orderSearchBox, OwnerTab, press, resultOf } from './sections'

async function openAppPage(page: Page, portal: TestPortal): Promise<FrameLocator> {
  await page.goto(`${portal.url}/marketplace/app/1/`)
  await rowsOf(appFrame(page)).first().waitFor()
  return appFrame(page)
}

const rowsOf = (frame: FrameLocator): Locator => frame.locator('tr[data-row]')
const filter = (frame: FrameLocator, name: string): Locator => frame.getByRole('combobox', { name, exact: true })

async function choose(frame: FrameLocator, name: string, option: string): Promise<void> {
  await filter(frame, name).click()
  await frame.getByRole('option', { name: option, exact: true }).click()
  await expect(filter(frame, name)).toHaveText(`${name}: ${option}`)
}

test('status, payment and date narrow the orders; one click clears them', async ({ page, portal }) => {
  const frame = await openAppPage(page, portal)
  await choose(frame, 'Status', 'Sent')
  await choose(frame, 'Payment', 'Paid')
  await expect(rowsOf(frame).filter({ hasText: 'Cancelled' })).toHaveCount(0)
  await expect(rowsOf(frame).filter({ hasText: 'Sent' }).filter({ hasNotText: 'Not paid' }).first()).toBeVisible()
  await filter(frame, 'Date').click()
  await frame.getByRole('option', { name: 'From … to …' }).click()
  await frame.getByLabel('From', { exact: true }).fill('2026-11-17')
  await frame.getByLabel('To', { exact: true }).fill('2026-11-18')
  await expect(rowsOf(frame).filter({ hasNotText: /Nov 1[78], 2026/ })).toHaveCount(0)
  await frame.getByLabel('From', { exact: true }).fill('2000-01-01')
  await frame.getByLabel('To', { exact: true }).fill('2000-01-02')
  await expect(frame.getByText('Filtered by “Date: From … to … · Status: Sent · Payment: Paid”.')).toBeVisible()
  await frame.getByRole('button', { name: 'Clear the filters' }).last().click()
  await expect(rowsOf(frame)).toHaveCount(20)
  await expect(filter(frame, 'Status')).toHaveText('Status')
})

test('a filter is chosen by the keyboard, and stays where it stood before its list had come', async ({
  page,
  portal,
}) => {
  const frame = await openAppPage(page, portal)
  const before = await filter(frame, 'Payment').boundingBox()
  await orderSearchBox(frame).focus()
  for (let tabs = 0; tabs < 4; tabs += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(frame.getByRole('option', { name: 'Not paid' })).toBeVisible()
  expect(await filter(frame, 'Payment').boundingBox()).toEqual(before)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(filter(frame, 'Payment')).toHaveText('Payment: Not paid')
  await expect(rowsOf(frame).first()).toContainText('Not paid')
})

/** The second and later steps of a search among all orders. */
function laterSteps(): (request: Request) => boolean {
  let steps = 0
  return (request) => /(?:>=|%3E%3D)orderId/.test(String(request.postData())) && ++steps > 1
}

test('orders without a deal are looked for among 20,000, with stop and go on', async ({ page, portal }) => {
  await portal.reset({ rows: 'large' })
  const frame = await openAppPage(page, portal)
  const steps = await holdBack(page, '**/rest/**', laterSteps())
  await choose(frame, 'Belongs to', 'Without a deal')
  await steps.isHolding
  await frame.getByRole('button', { name: 'Stop' }).click()
  steps.letPass()
  await expect(
    frame.getByText(/^Looked at [\d,]+ of 20,000 orders, back to .+ 20\d\d: [\d,]+ found$/).first(),
  ).toBeVisible()
  await frame.getByRole('button', { name: 'Go on' }).click()
  await expect(frame.getByText(/^All 20,000 orders looked at: [\d,]+ found$/).first()).toBeVisible()
  await expect(rowsOf(frame)).toHaveCount(20)
  await expect(rowsOf(frame).filter({ hasText: 'No deal' })).toHaveCount(20)
})

test('an order that is bound meanwhile stays in its place and says where it went', async ({ page, portal }) => {
  const frame = await openAppPage(page, portal)
  await choose(frame, 'Belongs to', 'Without a deal')
  await expect(frame.getByText(/^All 200 orders looked at/).first()).toBeVisible()
  const numbers = await rowsOf(frame).getByRole('rowheader').allInnerTexts()
  const row = rowsOf(frame).nth(1)
  const number = /\d+/.exec(numbers[1] ?? '')?.[0] ?? ''
  await row.getByRole('button', { name: /^Choose/ }).click()
  await chooseOwner(frame, 'Fitting out the new head office')
  await expect(resultOf(frame, number)).toContainText('Fitting out the new head office')
  await expect(row).toContainText('Fitting out the new head office')
  expect(await rowsOf(frame).getByRole('rowheader').allInnerTexts()).toEqual(numbers)
})

test('what stops the search for orders without a deal costs nothing that was found', async ({ page, portal }) => {
  await portal.reset({ rows: 'large' })
  const frame = await openAppPage(page, portal)
  portal.expectedErrors.push('net::ERR_FAILED')
  const isLater = laterSteps()
  await page.route('**/rest/**', (route) => (isLater(route.request()) ? route.abort() : route.fallback()))
  await choose(frame, 'Belongs to', 'Without a deal')
  await rowsOf(frame).filter({ hasText: 'No deal' }).nth(19).waitFor()
  await expect(frame.getByRole('alert')).toContainText('Not all orders were looked at')
  await expect(rowsOf(frame)).toHaveCount(20)
  await page.unroute('**/rest/**')
  await frame.getByRole('button', { name: 'Go on' }).click()
  await expect(frame.getByText(/^All 20,000 orders looked at/).first()).toBeVisible()
})

test('a free order found by the filter is brought to a deal', async ({ page, portal }) => {
  const { samples } = portal
  const tab = await OwnerTab.open(page, `${portal.url}/crm/deal/details/${samples.moveTarget?.ownerId}/`)
  await tab.frame.getByRole('button', { name: 'Bring an order here' }).click()
  const panel = tab.frame.getByRole('region', { name: 'Bring an order here' })
  await panel.getByRole('combobox', { name: 'Belongs to' }).click()
  await panel.getByRole('option', { name: 'Without a deal' }).click()
  await expect(panel.getByText(/^All 200 orders looked at/).first()).toBeVisible()
  const row = panel.locator('tr[data-row]').first()
  await press(tab.frame, row.getByRole('button', { name: /^Bring order/ }))
  await expect(row).toContainText('Belongs here')
})

test('on a phone one button shows the filters and counts them', async ({ page, portal }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  const frame = await openAppPage(page, portal)
  await expect(filter(frame, 'Status')).toBeHidden()
  const box = await orderSearchBox(frame).boundingBox()
  const button = frame.getByRole('button', { name: 'Filters' })
  expect((await button.boundingBox())?.y).toBeCloseTo(box?.y ?? 0, -1)
  await button.click()
  await choose(frame, 'Status', 'Sent')
  await choose(frame, 'Payment', 'Paid')
  await frame.getByRole('button', { name: 'Filters · 2' }).click()
  await expect(filter(frame, 'Status')).toBeHidden()
  await frame.getByRole('button', { name: 'Clear the filters' }).click()
  await expect(frame.getByRole('button', { name: 'Filters', exact: true })).toBeVisible()
})
