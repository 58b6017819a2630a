import type { Page } from '@playwright/test'
import type { LoggedCall } from '@emulator/portal/logged-call'
import type { TestPortal } from './portal-test'
import { holdBack } from './hold-back'
import { appFrame, expect, test } from './portal-test'
import { OwnerTab, answerQuestion, chooseOwner, orderSearchBox, press } from './sections'

const ADD = 'crm.orderentity.add'

/** Opens the target deal and asks to bring the order of the sample `move`; the question is open. */
async function askToMove(page: Page, portal: TestPortal): Promise<OwnerTab> {
  const number = String(1000 + (portal.samples.move?.orderId ?? 0))
  const tab = await OwnerTab.open(page, `${portal.url}/crm/deal/details/${portal.samples.moveTarget?.ownerId}/`)
  const search = await tab.searchOrder(number)
  await press(tab.frame, search.getByRole('button', { name: `Bring order ${number} here` }))
  await expect(tab.frame.getByRole('button', { name: 'Move', exact: true })).toBeVisible()
  return tab
}

async function ownerOfMoved(portal: TestPortal): Promise<number | undefined> {
  const { bindings } = await portal.readState()
  return bindings.find(({ orderId }) => orderId === portal.samples.move?.orderId)?.ownerId
}

/** How many commands of a request write; the probe of rights carries no order. */
function writesOf({ params }: LoggedCall): number {
  const commands = Object.values((params as { cmd?: object })?.cmd ?? {}).map(String)
  return commands.filter((command) => command.startsWith(`${ADD}?`) && command.includes('orderId')).length
}

/** How often the write was sent, whatever became of it. */
async function countWrites(portal: TestPortal, isMeant: (call: LoggedCall) => boolean = () => true): Promise<number> {
  return (await portal.readCalls()).filter(isMeant).reduce((sum, call) => sum + writesOf(call), 0)
}

/** How many readings of bindings followed the write that the portal cut. */
async function countReadings(portal: TestPortal): Promise<number> {
  const calls = await portal.readCalls()
  const write = calls.findIndex(({ status }) => status === 0)
  const later = write < 0 ? [] : calls.slice(write + 1)
  return later.filter(({ method, params }) => JSON.stringify([method, params]).includes('crm.orderentity.list')).length
}

test('a token that expired in mid-work is renewed, and the work goes on', async ({ page, portal }) => {
  portal.expectedErrors.push('401 (Unauthorized)')
  const tab = await askToMove(page, portal)
  await portal.expireTokens()
  await answerQuestion(tab.frame, 'Move')
  await expect(tab.frame.getByText(/Moved from/).first()).toBeVisible()
  const calls = await portal.readCalls()
  const renewals = calls.filter((call) => call.method === 'refreshAuth' && call.from === 'app').length
  const refused = calls.filter(({ status }) => status === 401).length
  // What is read beside the change may be refused at the same time: the SDK renews the token for all of them at once.
  expect(renewals).toBeGreaterThan(0)
  expect(renewals).toBeLessThanOrEqual(refused)
  expect(await countWrites(portal)).toBe(1 + (await countWrites(portal, ({ status }) => status === 401)))
})

/** The portal receives the write only when this many seconds of the page's time have passed, and its token has ended by then. */
async function moveWithLateRefusal(page: Page, portal: TestPortal, seconds: number): Promise<OwnerTab> {
  portal.expectedErrors.push('401 (Unauthorized)')
  await page.clock.install()
  const tab = await askToMove(page, portal)
  await page.clock.pauseAt(Date.now() + 60_000)
  const write = await holdBack(page, '**/rest/**', (request) => String(request.postData()).includes(ADD))
  await answerQuestion(tab.frame, 'Move')
  await write.isHolding
  await portal.expireTokens()
  await page.clock.runFor(seconds * 1000)
  write.letPass()
  return tab
}

test('a token that is refused a minute after sending does not send the write again', async ({ page, portal }) => {
  const tab = await moveWithLateRefusal(page, portal, 60)
  await expect(tab.frame.getByText(/Not done: /).first()).toBeVisible()
  expect(await ownerOfMoved(portal)).toBe(portal.samples.move?.ownerId)
  expect(await countWrites(portal)).toBe(1)
})

test('a token that is refused within 20 seconds is renewed, and the write sent again', async ({ page, portal }) => {
  const tab = await moveWithLateRefusal(page, portal, 15)
  await expect(tab.frame.getByText(/Moved from/).first()).toBeVisible()
  expect(await ownerOfMoved(portal)).toBe(portal.samples.moveTarget?.ownerId)
  expect(await countWrites(portal)).toBe(2)
})

test('a connection cut after the work is settled by reading back, without a second write', async ({ page, portal }) => {
  portal.expectedErrors.push('ERR_EMPTY_RESPONSE', 'ERR_CONNECTION_RESET', 'CORS')
  const tab = await askToMove(page, portal)
  await portal.setFaults([{ method: ADD, when: { nth: 1 }, effect: { kind: 'cut-after' } }])
  await answerQuestion(tab.frame, 'Move')
  await expect(tab.frame.getByText(/Moved from/).first()).toBeVisible()
  expect(await ownerOfMoved(portal)).toBe(portal.samples.moveTarget?.ownerId)
  expect(await countWrites(portal)).toBe(1)
})

test('a connection cut before the work is checked for 65 seconds, then called not done', async ({ page, portal }) => {
  portal.expectedErrors.push('ERR_EMPTY_RESPONSE', 'ERR_CONNECTION_RESET', 'CORS')
  await page.clock.install()
  const tab = await askToMove(page, portal)
  await portal.setFaults([{ method: ADD, when: { nth: 1 }, effect: { kind: 'cut-before' } }])
  await answerQuestion(tab.frame, 'Move')
  await expect(tab.frame.getByText(/Being checked: /).last()).toBeVisible()
  // Read at once, and after 5, 15 and 65 seconds.
  for (const [index, seconds] of [5, 10, 50].entries()) {
    await expect.poll(() => countReadings(portal)).toBeGreaterThan(index)
    await page.clock.runFor(seconds * 1000)
  }
  await expect(tab.frame.getByText(/Being checked/)).toHaveCount(0)
  await expect(
    tab.frame
      .getByRole('alert')
      .or(tab.frame.getByText(/not (moved|changed|done)|nothing was changed/i))
      .first(),
  ).toBeVisible()
  expect(await ownerOfMoved(portal)).toBe(portal.samples.move?.ownerId)
  expect(await countWrites(portal)).toBe(1)
})

test('a write that is being checked stays in sight when its search is closed, and ends in words', async ({
  page,
  portal,
}) => {
  portal.expectedErrors.push('ERR_EMPTY_RESPONSE', 'ERR_CONNECTION_RESET', 'CORS')
  await page.clock.install()
  const tab = await askToMove(page, portal)
  await portal.setFaults([{ method: ADD, when: { nth: 1 }, effect: { kind: 'cut-before' } }])
  await answerQuestion(tab.frame, 'Move')
  const number = String(1000 + (portal.samples.move?.orderId ?? 0))
  await tab.frame.getByRole('button', { name: 'Close the search' }).click()
  const line = tab.result(number)
  await expect(line).toContainText('Being checked: ')
  await expect(line.getByRole('button')).toHaveCount(0)
  for (const [index, seconds] of [5, 10, 50].entries()) {
    await expect.poll(() => countReadings(portal)).toBeGreaterThan(index)
    await page.clock.runFor(seconds * 1000)
  }
  await expect(line).toContainText('Not done: ')
  await line.getByRole('button', { name: 'Dismiss' }).click()
  await expect(line).toHaveCount(0)
})

test('the browser asks before it closes a tab with a write that is being checked', async ({ page, portal }) => {
  portal.expectedErrors.push('ERR_EMPTY_RESPONSE', 'ERR_CONNECTION_RESET', 'CORS')
  const tab = await askToMove(page, portal)
  await portal.setFaults([{ method: ADD, when: { nth: 1 }, effect: { kind: 'cut-before' } }])
  await answerQuestion(tab.frame, 'Move')
  await expect(tab.frame.getByText('Being checked: ').last()).toBeVisible()
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await expect(tab.frame.getByText('Being checked: ').last()).toBeVisible()
})

test('a portal that stays silent at the start is named as silent', async ({ page, portal }) => {
  await portal.setFaults([{ method: 'frame:getInitData', when: 'every', effect: { kind: 'silence' } }])
  await page.clock.install()
  await page.goto(`${portal.url}/marketplace/app/1/`)
  await expect.poll(async () => (await portal.readCalls()).some(({ method }) => method === 'getInitData')).toBe(true)
  await page.clock.runFor(11_000)
  const frame = appFrame(page)
  await expect(frame.getByRole('heading', { name: 'The portal does not answer' })).toBeVisible()
  await expect(frame.getByRole('button', { name: 'Try again' })).toBeVisible()
})

test('opened outside of a portal, the app says what it is and how to try it', async ({ page, portal }) => {
  await page.goto(portal.appUrl)
  await expect(page.getByRole('heading', { name: 'Order Binder works inside Bitrix24' })).toBeVisible()
  await expect(page.getByText('npm run pack')).toBeVisible()
})

test('owner types that fail once are read on the second try', async ({ page, portal }) => {
  portal.expectedErrors.push('500 (Internal Server Error)')
  const fault = { kind: 'error', code: 'INTERNAL_SERVER_ERROR' } as const
  await portal.setFaults([{ method: 'crm.enum.getorderownertypes', when: { nth: 1 }, effect: fault }])
  await page.goto(`${portal.url}/marketplace/app/1/`)
  const frame = appFrame(page)
  await frame
    .getByRole('button', { name: /^(Move order|Choose an owner)/ })
    .first()
    .click()
  await expect(frame.getByText(/the portal had an error of its own/).first()).toBeVisible()
  await frame
    .getByRole('button', { name: /Try again/ })
    .first()
    .click()
  await expect(frame.getByRole('combobox', { name: /Search by title/ })).toBeFocused()
})

test('somebody else moved the order while the question was open: it is asked again', async ({ page, portal }) => {
  const tab = await askToMove(page, portal)
  const other = {
    orderId: portal.samples.move?.orderId ?? 0,
    ownerId: portal.samples.dealWithoutOrders?.ownerId ?? 0,
    ownerTypeId: 2,
  }
  await portal.changeBinding(other)
  await answerQuestion(tab.frame, 'Move')
  await expect(tab.frame.getByRole('group', { name: /^Somebody moved order 1003 to / })).toBeVisible()
  expect(await ownerOfMoved(portal)).toBe(other.ownerId)
  await answerQuestion(tab.frame, 'Move all the same')
  await expect(tab.frame.getByText(/Moved from/).first()).toBeVisible()
})

test('undo refuses to overwrite what somebody else did since', async ({ page, portal }) => {
  const tab = await askToMove(page, portal)
  await answerQuestion(tab.frame, 'Move')
  await expect(tab.frame.getByText(/Moved from/).first()).toBeVisible()
  const other = portal.samples.dealWithoutOrders?.ownerId ?? 0
  await portal.changeBinding({ orderId: portal.samples.move?.orderId ?? 0, ownerId: other, ownerTypeId: 2 })
  await press(tab.frame, tab.frame.getByRole('button', { name: /^Undo/ }))
  await expect(tab.frame.getByText(/changed (it )?since|somebody/i).first()).toBeVisible()
  expect(await ownerOfMoved(portal)).toBe(other)
})

test('an owner that is gone is named as deleted', async ({ page, portal }) => {
  await page.goto(`${portal.url}/marketplace/app/1/`)
  const frame = appFrame(page)
  await orderSearchBox(frame).fill(String(1000 + (portal.samples.goneOwner?.orderId ?? 0)))
  await expect(frame.getByText(`Deal ${portal.samples.goneOwner?.ownerId} was deleted`)).toBeVisible()
  await press(frame, frame.getByRole('button', { name: /^(Move order|Choose an owner)/ }))
  await chooseOwner(frame, 'Fitting out the new head office')
  await answerQuestion(frame, 'Move')
  await expect(frame.getByText(/Moved from/).first()).toBeVisible()
})
