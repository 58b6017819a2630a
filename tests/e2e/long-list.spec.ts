import type { FrameLocator, Locator, Page } from '@playwright/test'
import type { TestPortal } from './portal-test'
import { appFrame, expect, test } from './portal-test'
import { orderSearchBox } from './sections'

/** More than a list may have before rows leave it. */
const MANY = 160

const rowsOf = (frame: FrameLocator): Locator => frame.locator('tr[data-row]')
const rowOf = (frame: FrameLocator, number: string): Locator =>
  frame.getByRole('row', { name: `Order ${number}`, exact: true })
const tickOf = (frame: FrameLocator, number: string): Locator =>
  frame.getByRole('checkbox', { name: `Select order ${number}`, exact: true })
const table = (frame: FrameLocator): Locator => frame.getByRole('grid', { name: 'Orders' })

async function openAppPage(page: Page, portal: TestPortal): Promise<FrameLocator> {
  await page.goto(`${portal.url}/marketplace/app/1/`)
  const frame = appFrame(page)
  await tickOf(frame, '1200').waitFor()
  return frame
}

/** Turns the wheel until something is so. */
async function wheelUntil(page: Page, by: number, check: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.mouse.wheel(0, by)
    await check()
  }).toPass({ intervals: [100] })
}

/** Scrolls until so many rows have been read, and those that were first have left. */
async function scrollFar(page: Page, frame: FrameLocator): Promise<void> {
  await page.mouse.move(400, 400)
  await wheelUntil(page, 3_000, async () => {
    expect(Number(await table(frame).getAttribute('aria-rowcount'))).toBeGreaterThan(MANY)
    await expect(rowOf(frame, '1182')).toHaveCount(0, { timeout: 200 })
  })
}

const backToTop = (page: Page, frame: FrameLocator): Promise<void> =>
  wheelUntil(page, -3_000, async () => {
    await expect(rowOf(frame, '1200')).toBeInViewport({ timeout: 200 })
    await expect(rowOf(frame, '1194')).toHaveCount(1, { timeout: 200 })
  })

/** Pixels from the upper edge of one row to that of another. */
async function distance(from: Locator, to: Locator): Promise<number> {
  const [upper, lower] = [await from.boundingBox(), await to.boundingBox()]
  return (lower?.y ?? Number.NaN) - (upper?.y ?? Number.NaN)
}

for (const [name, width] of [
  ['a table', 1280],
  ['cards', 480],
] as const) {
  test.describe(`the list of all orders as ${name}`, () => {
    test.use({ viewport: { width, height: 720 } })

    test('has the rows that are near what is seen, and nothing moves', async ({ page, portal }) => {
      const frame = await openAppPage(page, portal)
      const [first, sixth] = [rowOf(frame, '1200'), rowOf(frame, '1194')]
      await sixth.waitFor()
      const apart = await distance(first, sixth)
      await scrollFar(page, frame)
      await expect.poll(() => rowsOf(frame).count()).toBeLessThan(100)
      const last = rowsOf(frame).last()
      const count = Number(await last.getAttribute('aria-rowindex')) - 1
      // Cards are not all of the same height.
      const usual = (await distance(first, last)) / (count - 1)
      expect(Math.abs(usual - apart / 6)).toBeLessThan(name === 'cards' ? 25 : 0.1)
      await backToTop(page, frame)
      expect(await distance(first, sixth)).toBe(apart)
      await expect(sixth).toHaveAttribute('aria-rowindex', '8')
    })
  })
}

test('a row that is unfolded stays, and unfolded', async ({ page, portal }) => {
  const frame = await openAppPage(page, portal)
  await frame.getByRole('button', { name: 'What order 1185 consists of' }).click()
  const contents = frame.getByRole('heading', { name: 'Products' })
  await contents.waitFor()
  await scrollFar(page, frame)
  await expect(rowOf(frame, '1185')).toHaveCount(1)
  await expect(contents).toHaveCount(1)
})

test('a range is ticked from a row that has left', async ({ page, portal }) => {
  const frame = await openAppPage(page, portal)
  await tickOf(frame, '1185').click()
  await orderSearchBox(frame).focus()
  await scrollFar(page, frame)
  const tick = frame.getByRole('checkbox', { name: /^Select order / }).last()
  const number = Number(/\d+/.exec((await tick.getAttribute('aria-label')) ?? '')?.[0])
  await tick.click({ modifiers: ['Shift'] })
  await expect(frame.getByRole('region', { name: 'Selected orders' })).toContainText(`${1185 - number + 1} selected`)
})

test('keys go on from the row that has the focus, however far it is', async ({ page, portal }) => {
  const frame = await openAppPage(page, portal)
  await tickOf(frame, '1190').focus()
  await scrollFar(page, frame)
  await page.keyboard.press('ArrowDown')
  await expect(tickOf(frame, '1189')).toBeFocused()
  await expect(tickOf(frame, '1189')).toBeInViewport()
  await expect(rowOf(frame, '1182')).toHaveCount(1)
})

test('the search box drives rows that have left', async ({ page, portal }) => {
  const frame = await openAppPage(page, portal)
  await orderSearchBox(frame).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await scrollFar(page, frame)
  await page.keyboard.press('ArrowDown')
  await expect(rowOf(frame, '1198')).toHaveAttribute('aria-selected', 'true')
  await expect(rowOf(frame, '1198')).toBeInViewport()
})

test.describe('the place in a list', () => {
  /** Scrolls some way down, and gives what there is to be seen then: an order, and how far it stands from the upper edge. */
  async function scrollDown(page: Page, frame: FrameLocator): Promise<Locator> {
    const row = rowOf(frame, '1186')
    await page.mouse.move(400, 400)
    await wheelUntil(page, 150, async () => {
      await expect(rowOf(frame, '1199')).not.toBeInViewport({ timeout: 200 })
      await expect(row).toBeInViewport({ ratio: 1, timeout: 200 })
    })
    return row
  }

  test("is the same after an order's card", async ({ page, portal }) => {
    await portal.set({ mode: 'with-orders' })
    const frame = await openAppPage(page, portal)
    const row = await scrollDown(page, frame)
    const before = (await row.boundingBox())?.y
    await row.getByRole('link').first().click()
    await page.getByRole('dialog').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect((await row.boundingBox())?.y).toBe(before)
  })
})
