import type { Browser, FrameLocator, Page, Request } from '@playwright/test'
import type { TestPortal } from './portal-test'
import { PORTAL_USERS } from '@emulator/portal/portal-settings'
import { holdBack } from './hold-back'
import { appFrame, expect, test } from './portal-test'
import { press } from './sections'

/** Longer than a window with a run is silent, and than its requests can take, in milliseconds. */
const SILENCE = 80_000

const first = (count: number): number[] => Array.from({ length: count }, (_, place) => place + 1)
const targetOf = ({ samples }: TestPortal): number => samples.moveTarget?.ownerId ?? 0

async function openApp(page: Page, portal: TestPortal): Promise<FrameLocator> {
  await page.goto(`${portal.url}/marketplace/app/1/`)
  const frame = appFrame(page)
  await expect(frame.getByRole('row', { name: /^Order \d+$/ }).first()).toBeVisible()
  return frame
}

/** Pastes a list, and waits for its plan. */
async function makePlan(frame: FrameLocator, lines: readonly string[]): Promise<void> {
  await press(frame, frame.getByRole('button', { name: 'Import a list…' }))
  await frame.getByRole('textbox').fill(['Order ID;Deal ID', ...lines].join('\n'))
  await press(frame, frame.getByRole('button', { name: 'Read the list' }))
  await press(frame, frame.getByRole('button', { name: 'Make the plan' }))
  await expect(frame.getByRole('heading', { name: 'Plan' })).toBeVisible()
}

const toTarget = (portal: TestPortal, ids: readonly number[]) => ids.map((id) => `${id};${targetOf(portal)}`)

/** The owner of each order that has one, by the order's id. */
async function readOwners(portal: TestPortal): Promise<Record<number, number>> {
  const { bindings } = await portal.readState()
  return Object.fromEntries(bindings.map(({ orderId, ownerId }) => [orderId, ownerId]))
}

/** How many of these orders belong to the deal that tests move orders to. */
async function countMoved(portal: TestPortal, ids: readonly number[]): Promise<number> {
  const { bindings } = await portal.readState()
  return bindings.filter(({ orderId, ownerId }) => ids.includes(orderId) && ownerId === targetOf(portal)).length
}

const start = (frame: FrameLocator) => press(frame, frame.getByRole('button', { name: /^Start: / }))
const heading = (frame: FrameLocator, name: string | RegExp) => frame.getByRole('heading', { level: 1, name })
const figure = (frame: FrameLocator, name: string) =>
  frame.locator('dl > div', { hasText: new RegExp(`^\\s*${name}`) }).locator('dd')
const readFigure = async (frame: FrameLocator, name: string) => Number(await figure(frame, name).textContent())

/** The app as another administrator sees it, in a browser of their own. */
async function openAsColleague(browser: Browser, portal: TestPortal): Promise<FrameLocator> {
  await portal.set({ user: PORTAL_USERS.storeAdministrator })
  const context = await browser.newContext({ locale: 'en-US' })
  return openApp(await context.newPage(), portal)
}

/** The second and later requests that write. */
function laterWrites(): (request: Request) => boolean {
  let writes = 0
  return (request) => String(request.postData()).includes('crm.orderentity.add') && ++writes > 1
}

test('three hundred orders are moved, with progress, a pause and a stop', async ({ page, portal }) => {
  // A portal takes its time for each write.
  test.slow()
  const ids = first(300)
  await portal.reset({ rows: 'large' })
  const frame = await openApp(page, portal)
  await makePlan(frame, toTarget(portal, ids))
  expect(await countMoved(portal, ids)).toBeLessThan(20)
  await start(frame)
  await expect.poll(() => readFigure(frame, 'Done')).toBeGreaterThan(0)
  await frame.getByRole('button', { name: 'Pause' }).click()
  await expect(heading(frame, 'Paused')).toBeVisible()
  const paused = await readFigure(frame, 'Left')
  expect(paused).toBeGreaterThan(0)
  await press(frame, frame.getByRole('button', { name: 'Go on', exact: true }))
  await expect.poll(() => readFigure(frame, 'Left')).toBeLessThan(paused)
  await frame.getByRole('button', { name: 'Stop…' }).click()
  await expect(frame.getByText('Stop this run?')).toBeVisible()
  await press(frame, frame.getByRole('button', { name: 'Stop', exact: true }))
  await expect(heading(frame, 'Stopped')).toBeVisible()
  await expect(frame.getByRole('button', { name: /Not written/ })).toBeVisible()
  await press(frame, frame.getByRole('button', { name: /^Go on with the other/ }))
  await expect(heading(frame, 'Plan')).toBeVisible()
  await start(frame)
  await expect(heading(frame, 'Done')).toBeVisible({ timeout: 100_000 })
  expect(await countMoved(portal, ids)).toBe(300)
})

test('a run whose page is gone is finished by another administrator, and taken back', async ({
  page,
  portal,
  browser,
}) => {
  const ids = first(40)
  const before = await readOwners(portal)
  const frame = await openApp(page, portal)
  await makePlan(frame, toTarget(portal, ids))
  const writes = await holdBack(page, '**/rest/**', laterWrites())
  await start(frame)
  await writes.isHolding
  await expect.poll(() => readFigure(frame, 'Done')).toBeGreaterThan(0)
  await page.close({ runBeforeUnload: false })
  const soon = await openAsColleague(browser, portal)
  await expect(soon.getByText(/Vera Lindqvar’s run of \d+ orders is going on/)).toBeVisible()
  await portal.setClock({ moveMs: SILENCE })
  const theirs = await openAsColleague(browser, portal)
  await expect(theirs.getByText(/Vera Lindqvar’s run of \d+ orders stopped on .+: \d+ left\./)).toBeVisible()
  await press(theirs, theirs.getByRole('button', { name: 'Go on…' }))
  await expect(theirs.getByText(/It goes on with the run of Vera Lindqvar/)).toBeVisible()
  await start(theirs)
  await expect(heading(theirs, 'Done')).toBeVisible({ timeout: 100_000 })
  expect(await countMoved(portal, ids)).toBe(40)
  await press(theirs, theirs.getByRole('button', { name: 'Undo this run…' }))
  await expect(theirs.getByText(/It takes back the run of Vera Lindqvar/)).toBeVisible()
  // The former deal of one order was deleted.
  await expect(theirs.getByRole('button', { name: 'Not possible 1' })).toBeVisible()
  await start(theirs)
  await expect(heading(theirs, 'Done')).toBeVisible({ timeout: 60_000 })
  expect(await readOwners(portal)).toEqual({ ...before, [portal.samples.goneOwner?.orderId ?? 0]: targetOf(portal) })
})

test('what cannot be is said row by row, and is left out', async ({ page, portal }) => {
  const frame = await openApp(page, portal)
  await makePlan(frame, [...toTarget(portal, [3, 6, 6]), '7;999777', '1,23E+05;1', '99999;1'])
  await expect(frame.getByRole('button', { name: /^Start: / })).toBeVisible()
  await press(frame, frame.getByRole('button', { name: /^Not possible/ }))
  const table = frame.getByRole('table', { name: 'What the run would do' })
  await expect(table).toContainText('The list names this order more than once')
  await expect(table).toContainText('does not exist')
  await expect(table).toContainText('There is no such order')
  await expect(table).toContainText('Cannot be read')
  const download = page.waitForEvent('download')
  await frame.getByRole('button', { name: 'Download CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^plan-\d{4}-\d\d-\d\d\.csv$/)
})

test('an order that a colleague changes after the plan is left alone and asked about', async ({ page, portal }) => {
  const theirs = portal.samples.dealWithoutOrders?.ownerId ?? 0
  const frame = await openApp(page, portal)
  await makePlan(frame, toTarget(portal, [3, 12, 13]))
  await portal.changeBinding({ orderId: 13, ownerId: theirs, ownerTypeId: 2 })
  await start(frame)
  await expect(heading(frame, 'Done')).toBeVisible()
  const row = frame.getByRole('row', { name: '1013' })
  await expect(row).toContainText('Changed meanwhile, left alone')
  expect((await portal.readState()).bindings.find(({ orderId }) => orderId === 13)?.ownerId).toBe(theirs)
  await press(frame, frame.getByRole('button', { name: 'Decide what becomes of Order 1013…' }))
  await expect(heading(frame, 'Plan')).toBeVisible()
  await start(frame)
  await expect(heading(frame, 'Done')).toBeVisible()
  expect(await countMoved(portal, [3, 12, 13])).toBe(3)
})

test('a plan is looked at, started and taken back with the keyboard alone', async ({ page, portal }) => {
  const frame = await openApp(page, portal)
  const before = (await portal.readState()).bindings
  await makePlan(frame, toTarget(portal, [3, 12]))

  async function pressKey(name: string | RegExp, key = 'Enter'): Promise<void> {
    const button = frame.getByRole('button', { name }).or(frame.getByRole('checkbox', { name })).first()
    await button.waitFor()
    const hasFocus = () => button.evaluate((one) => one === document.activeElement)
    for (let tabs = 0; tabs < 60 && !(await hasFocus()); tabs += 1) await page.keyboard.press('Tab')
    await page.keyboard.press(key)
  }

  await pressKey('Order 1012 takes part', 'Space')
  await page.keyboard.press('Shift+Tab')
  await frame.getByRole('button', { name: 'Cancel' }).focus()
  await pressKey(/^Start: /)
  await expect(heading(frame, 'Done')).toBeVisible()
  expect(await countMoved(portal, [3, 12])).toBe(1)
  await pressKey('Undo this run…')
  await expect(heading(frame, 'Plan to undo')).toBeVisible()
  await pressKey(/^Start: /)
  await expect(heading(frame, 'Done')).toBeVisible()
  expect((await portal.readState()).bindings).toEqual(before)
})
