import type { FrameLocator, Locator, Page } from '@playwright/test'
import type { TestPortal } from './portal-test'
import { PORTAL_USERS } from '@emulator/portal/portal-settings'
import { appFrame, expect, test } from './portal-test'
import { answerQuestion, chooseOwner, orderSearchBox, OwnerTab } from './sections'

async function openAppPage(page: Page, portal: TestPortal): Promise<FrameLocator> {
  await page.goto(`${portal.url}/marketplace/app/1/`)
  await tickOf(appFrame(page), '1200').waitFor()
  return appFrame(page)
}

const openDeal = (page: Page, portal: TestPortal) =>
  OwnerTab.open(page, `${portal.url}/crm/deal/details/${portal.samples.dealWithManyOrders?.ownerId}/`)

const ticks = (frame: FrameLocator): Locator => frame.getByRole('checkbox', { name: /^Select order / })
const tickOf = (frame: FrameLocator, number: string): Locator =>
  frame.getByRole('checkbox', { name: `Select order ${number}`, exact: true })
const allTick = (frame: FrameLocator): Locator => frame.getByRole('checkbox', { name: 'Select all orders shown' })
const bar = (frame: FrameLocator): Locator => frame.getByRole('region', { name: 'Selected orders' })

async function pick(frame: FrameLocator, filter: string, option: string): Promise<void> {
  await frame.getByRole('combobox', { name: filter, exact: true }).click()
  await frame.getByRole('option', { name: option, exact: true }).click()
}

test('twelve of the 55 orders of a deal are ticked with two clicks', async ({ page, portal }) => {
  const { frame } = await openDeal(page, portal)
  await ticks(frame).nth(13).waitFor()
  await ticks(frame).nth(2).click()
  await ticks(frame)
    .nth(13)
    .click({ modifiers: ['Shift'] })
  await expect(bar(frame)).toContainText('12 selected')
  await expect(bar(frame)).toContainText(/\$[\d,.]+/)
  await expect(frame.getByText('12 orders are selected')).toBeAttached()
  await expect(allTick(frame)).toHaveJSProperty('indeterminate', true)
  await allTick(frame).click()
  await expect(bar(frame)).toContainText(`${await ticks(frame).count()} selected`)
  await bar(frame).getByRole('button', { name: 'Clear the selection' }).click()
  await expect(bar(frame)).toHaveCount(0)
})

test('the bar stays in sight and moves nothing', async ({ page, portal }) => {
  const { frame } = await openDeal(page, portal)
  const row = ticks(frame).nth(5)
  await row.hover()
  const before = await row.boundingBox()
  await row.click()
  await bar(frame).waitFor()
  expect((await row.boundingBox())?.y).toBe(before?.y)
  await expect(async () => {
    const { y = 0, height = 0 } = (await bar(frame).boundingBox()) ?? {}
    expect(y + height).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0)
  }).toPass()
})

test('one ticked order is asked about as always', async ({ page, portal }) => {
  const tab = await openDeal(page, portal)
  await ticks(tab.frame).first().click()
  await bar(tab.frame).getByRole('button', { name: 'Move the selected order…' }).click()
  await chooseOwner(tab.frame, 'Fitting out the new head office')
  await answerQuestion(tab.frame, 'Move')
  await expect(tab.frame.getByText('1 moved away')).toBeVisible()
  await expect(bar(tab.frame)).toHaveCount(0)
})

test('a selection stays through searches, filters, pages and sections', async ({ page, portal }) => {
  const frame = await openAppPage(page, portal)
  await tickOf(frame, '1200').click()
  await orderSearchBox(frame).fill('1003')
  await tickOf(frame, '1003').click()
  await orderSearchBox(frame).fill('')
  await tickOf(frame, '1199').waitFor()
  await pick(frame, 'Payment', 'Not paid')
  await expect(bar(frame)).toContainText('2 selected')
  await frame.getByRole('button', { name: 'Clear the filters' }).click()
  await frame.getByRole('button', { name: 'Show more' }).focus()
  await page.keyboard.press('Enter')
  await tickOf(frame, '1175').click()
  await frame.getByRole('button', { name: 'Journal' }).click()
  await frame.getByRole('button', { name: 'Orders', exact: true }).click()
  await expect(bar(frame)).toContainText('3 selected')
  await expect(tickOf(frame, '1175')).toBeChecked()
})

test('all that a filter finds is selected, also what is not on the screen', async ({ page, portal }) => {
  const frame = await openAppPage(page, portal)
  await pick(frame, 'Payment', 'Not paid')
  await ticks(frame).first().click()
  const all = bar(frame).getByRole('button', { name: /^Select all \d+$/ })
  const count = /\d+/.exec((await all.textContent()) ?? '')?.[0] ?? ''
  expect(Number(count)).toBeGreaterThan(20)
  await all.click()
  await expect(bar(frame)).toContainText(`${count} selected`)
})

test('everything works by the keyboard', async ({ page, portal }) => {
  const { frame } = await openDeal(page, portal)
  await ticks(frame).first().focus()
  await page.keyboard.press('Space')
  for (let down = 0; down < 4; down += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+Space')
  await expect(bar(frame)).toContainText('5 selected')
  await frame.locator('tr[data-row]').nth(7).focus()
  await page.keyboard.press('Space')
  await expect(bar(frame)).toContainText('6 selected')
  await bar(frame).getByRole('button', { name: 'Move the 6 selected orders…' }).focus()
  await page.keyboard.press('Enter')
  await expect(frame.getByRole('heading', { name: 'Move 6 orders to…' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(bar(frame)).toContainText('6 selected')
})

test('people who only read see no ticks', async ({ page, portal }) => {
  await portal.set({ user: PORTAL_USERS.storeManager })
  const { frame } = await openDeal(page, portal)
  await expect(frame.getByText('Only store administrators can move orders')).toBeVisible()
  await expect(frame.getByRole('checkbox')).toHaveCount(0)
})

test('several ticked orders become a plan, and stay ticked when it is given up', async ({ page, portal }) => {
  const { frame } = await openDeal(page, portal)
  await ticks(frame).nth(0).click()
  await ticks(frame)
    .nth(2)
    .click({ modifiers: ['Shift'] })
  await bar(frame).getByRole('button', { name: 'Move the 3 selected orders…' }).click()
  await chooseOwner(frame, 'Fitting out the new head office')
  await expect(frame.getByText('Move 3 orders to Fitting out the new head office')).toBeVisible()
  await frame.getByRole('button', { name: 'Cancel' }).first().click()
  await expect(bar(frame)).toContainText('3 selected')
  await bar(frame).getByRole('button', { name: 'Detach the 3 selected orders…' }).click()
  await expect(frame.getByText('Detach 3 orders')).toBeVisible()
})

test('the list of all orders goes on where somebody scrolls, and reads nothing before', async ({ page, portal }) => {
  const frame = await openAppPage(page, portal)
  await expect(ticks(frame)).toHaveCount(20)
  await ticks(frame).last().scrollIntoViewIfNeeded()
  await page.mouse.move(600, 400)
  await page.mouse.wheel(0, 2_000)
  await expect.poll(() => ticks(frame).count()).toBeGreaterThan(20)
})

for (const language of ['en', 'ru']) {
  test(`on a phone the bar has two lines, and the rest of it when asked for: ${language}`, async ({ page, portal }) => {
    await page.setViewportSize({ width: 360, height: 720 })
    await portal.set({ language })
    const { frame } = await openDeal(page, portal)
    const tick = frame.getByRole('checkbox').nth(1)
    await tick.click()
    const narrow = frame.getByRole('region', { name: /^(Selected orders|Выбранные заказы)$/ })
    const detach = narrow.getByRole('button', { name: /^(Detach|Отвязать) / })
    await narrow.getByRole('button', { name: /^(Move|Перенести) / }).waitFor()
    // Two buttons above each other, with the room around them.
    expect((await narrow.boundingBox())?.height).toBeLessThanOrEqual(76)
    const { x = 0, width = 0 } = (await narrow.boundingBox()) ?? {}
    for (const button of await narrow.getByRole('button').all()) {
      const box = await button.boundingBox()
      if (box) expect(box.x + box.width).toBeLessThanOrEqual(x + width)
    }
    await expect(detach).toBeHidden()
    const more = narrow.getByRole('button', { name: /^(More for|Другие действия)/ })
    await more.focus()
    await page.keyboard.press('Enter')
    await expect(more).toHaveAttribute('aria-expanded', 'true')
    await expect(detach).toBeVisible()
  })
}

test('the bar never covers what the keyboard is at', async ({ page, portal }) => {
  const { frame } = await openDeal(page, portal)
  // Where the bar will come: the last one that can be seen.
  await ticks(frame).nth(8).focus()
  await page.keyboard.press('Space')
  await bar(frame).waitFor()
  const isCovered = () =>
    bar(frame).evaluate((cover) => {
      const [one, other] = [document.activeElement?.getBoundingClientRect(), cover.getBoundingClientRect()]
      return !!one && !cover.contains(document.activeElement) && one.bottom > other.top && one.top < other.bottom
    })
  for (let tab = 0; tab < 30; tab += 1) {
    await expect.poll(isCovered).toBe(false)
    await page.keyboard.press('Tab')
  }
})
