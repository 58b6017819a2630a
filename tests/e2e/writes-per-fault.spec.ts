import type { Locator, Page } from '@playwright/test'
import type { FaultEffect, FaultRule } from '@emulator/portal/fault'
import type { LoggedCall } from '@emulator/portal/logged-call'
import type { TestPortal } from './portal-test'
import { expect, test } from './portal-test'
import { OwnerTab, press } from './sections'

const ADD = 'crm.orderentity.add'
const LIST = 'crm.orderentity.list'

/** What the browser says of answers that fail, which is what these tests are about. */
const BROWSER_ERRORS = ['ERR_', 'CORS', 'the server responded with a status of']

/** A fault that hits the first write, and the HTTP status of each request that carries it; 0 where no answer comes. */
type Case = [effect: FaultEffect, writes: number[], inBatch?: FaultRule['inBatch']]

const refused = (code: string, status: number, writes = [status]): Case => [
  { kind: 'error', code, status },
  writes,
  'whole',
]

const LOST: Record<string, Case> = {
  'a cut before the work': [{ kind: 'cut-before' }, [0]],
  'a cut after the work': [{ kind: 'cut-after' }, [0]],
  'work that comes late': [{ kind: 'late-work', ms: 50 }, [0]],
  'an answer that comes late': [{ kind: 'delay', ms: 50 }, [200]],
  'silence': [{ kind: 'silence' }, [0]],
}

const UNREADABLE: Record<string, Case> = {
  'an empty body': [{ kind: 'empty-body' }, [200]],
  'broken JSON': [{ kind: 'broken-json' }, [200]],
  'half an answer': [{ kind: 'truncated' }, [200]],
  'an answer twice': [{ kind: 'duplicate' }, [200]],
  'a missing row': [{ kind: 'missing-row' }, [200]],
  'wrong types': [{ kind: 'wrong-type' }, [200]],
  'another shape': [{ kind: 'wrong-shape', result: [] }, [200]],
  'a page with 200': [{ kind: 'html-page', status: 200 }, [200]],
  'a page with 502': [{ kind: 'html-page', status: 502 }, [200]],
}

const REFUSED: Record<string, Case> = {
  'a code in the row of the write': [{ kind: 'error', code: '201640400005' }, [200]],
  'an internal error in the row of the write': [{ kind: 'error', code: 'INTERNAL_SERVER_ERROR' }, [200]],
  'an internal error': refused('INTERNAL_SERVER_ERROR', 500),
  'a bad gateway': refused('ERROR_CORE', 502),
  'an unavailable service': refused('ERROR_UNEXPECTED_ANSWER', 503),
  'an overloaded portal': refused('OVERLOAD_LIMIT', 503),
  'the limit of working time': refused('OPERATION_TIME_LIMIT', 429),
  'a 429 under another name': refused('TOO_MANY_REQUESTS', 429),
  'a 408': refused('request_timeout', 408),
  'the code 0': refused('0', 400),
  'a denied access': refused('ACCESS_DENIED', 403),
  'a 401 under another name': refused('NO_AUTH_FOUND', 401),
}

/** The portal answers with these before any work: the SDK renews the token, the engine waits and reads again. */
const REPEATED: Record<string, Case> = {
  'an expired token': refused('expired_token', 401, [401, 200]),
  'an invalid token': refused('invalid_token', 401, [401, 200]),
  'too many requests': refused('QUERY_LIMIT_EXCEEDED', 503, [503, 200]),
}

const commandsOf = ({ params }: LoggedCall) => Object.values(Object(Object(params).cmd)).map(String)
/** The probe of rights carries no order. */
const isWrite = (call: LoggedCall) =>
  !call.late && commandsOf(call).some((command) => command.startsWith(`${ADD}?`) && command.includes('orderId'))
const isReading = (call: LoggedCall) => JSON.stringify([call.method, call.params]).includes(LIST)

/** The search of a deal's page, and the numbers of orders of other owners in it. */
interface OpenSearch {
  page: Page
  portal: TestPortal
  tab: OwnerTab
  search: Locator
  numbers: string[]
}

/** Opens the search in a page whose time the test moves. */
async function openSearch(page: Page, portal: TestPortal): Promise<OpenSearch> {
  portal.expectedErrors.push(...BROWSER_ERRORS)
  await portal.set({ rateLimit: false })
  await page.clock.install()
  const target = portal.samples.moveTarget?.ownerId
  const tab = await OwnerTab.open(page, `${portal.url}/crm/deal/details/${target}/`)
  // A part of every number: what is found stays, while suggestions follow what was done.
  const search = await tab.searchOrder('1')
  await expect(search.locator('tr[data-row]')).toHaveCount(20)
  const buttons = search.getByRole('button', { name: /^Bring order \d+ here$/ })
  const shown = (await buttons.evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''))).map((label) =>
    label.replaceAll(/\D/g, ''),
  )
  const { bindings } = await portal.readState()
  // A sample order's number is its id and a thousand.
  const isElsewhere = (number: string) => bindings.some(({ orderId }) => orderId + 1000 === Number(number))
  return { page, portal, tab, search, numbers: shown.filter(isElsewhere) }
}

/** Lets the page's time run until the end of the change is told in its line. */
async function waitForEnd(page: Page, line: Locator): Promise<void> {
  const end = line.getByText(/Moved from|Not done|It is not known whether/).first()
  await expect(async () => {
    if (await end.isVisible()) return
    await page.clock.runFor(5_000)
    throw new Error('The end of the change is not told yet')
  }).toPass({ intervals: [150] })
}

/** Brings one order under a fault, and gives what the portal received from then on. */
async function bringUnder([effect, , inBatch]: Case, number: string, opened: OpenSearch): Promise<LoggedCall[]> {
  const { page, portal, tab, search } = opened
  const row = search.getByRole('row', { name: `Order ${number}`, exact: true })
  await press(tab.frame, row.getByRole('button', { name: /^Bring order/ }))
  const move = search.getByRole('button', { name: 'Move', exact: true })
  await move.waitFor()
  const seen = (await portal.readCalls()).length
  await portal.setFaults([{ method: ADD, when: { nth: 1 }, effect, ...(inBatch && { inBatch }) }])
  await press(tab.frame, move)
  await waitForEnd(page, tab.result(number))
  await portal.setFaults([])
  return (await portal.readCalls()).slice(seen)
}

/** Brings an order under each fault, and compares which requests carried the write. */
async function countWrites(cases: Record<string, Case>, opened: OpenSearch): Promise<void> {
  const received: Record<string, unknown[]> = {}
  for (const [index, [name, one]] of Object.entries(cases).entries()) {
    const calls = await bringUnder(one, opened.numbers[index] ?? '', opened)
    received[name] = calls.filter(isWrite).map(({ status }) => status)
  }
  expect(received).toEqual(Object.fromEntries(Object.entries(cases).map(([name, [, writes]]) => [name, writes])))
}

test('a write whose answer is lost is sent once', async ({ page, portal }) => {
  await countWrites(LOST, await openSearch(page, portal))
})

test('a write whose answer cannot be read is sent once', async ({ page, portal }) => {
  await countWrites(UNREADABLE, await openSearch(page, portal))
})

test('a write that is refused is sent once', async ({ page, portal }) => {
  await countWrites(REFUSED, await openSearch(page, portal))
})

test('a write is sent again only where the portal says that it did not run', async ({ page, portal }) => {
  await countWrites(REPEATED, await openSearch(page, portal))
})

test('a write that was one request too many is repeated after a reading', async ({ page, portal }) => {
  const opened = await openSearch(page, portal)
  const calls = await bringUnder(refused('QUERY_LIMIT_EXCEEDED', 503), opened.numbers[0] ?? '', opened)
  const [first, second] = calls.filter(isWrite).map((call) => calls.indexOf(call))
  expect(calls.slice((first ?? 0) + 1, second).some(isReading)).toBe(true)
})
