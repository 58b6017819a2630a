import type { CDPSession } from '@playwright/test'
import { appFrame, expect, test } from './portal-test'

const ROUNDS = 100

/** How much more than at the beginning is still taken for the same. */
const TOLERANCE = 1.05

interface Living {
  nodes: number
  listeners: number
}

/** What is alive of the portal's page with the app in it: nodes and listeners, those in no document included. */
async function countLiving(session: CDPSession): Promise<Living> {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { nodes: read('Nodes'), listeners: read('JSEventListeners') }
}

const growthOf = (before: Living, now: Living) => Math.max(now.nodes / before.nodes, now.listeners / before.listeners)

/** Runs in the app: opens the first orders one after the other, waits for the owners to choose from, and closes again. */
async function openAndClose(root: Element, rounds: number): Promise<void> {
  const buttons = [...root.querySelectorAll<HTMLElement>('tr[data-row] td button[aria-expanded]')].slice(0, 10)
  const hasOwners = () => root.querySelector('[role=grid] [role=grid] tr[data-row]') !== null
  const until = async (isDone: () => boolean) => {
    while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 10))
  }
  for (let round = 0; round < rounds; round += 1) {
    const button = buttons[round % buttons.length]
    button?.click()
    await until(hasOwners)
    button?.click()
    await until(() => !hasOwners())
  }
}

test('an order that is opened and closed a hundred times leaves nothing behind', async ({ page, portal }) => {
  // Nobody opens so many so fast: the portal would refuse.
  await portal.set({ rateLimit: false })
  await page.goto(`${portal.url}/marketplace/app/1/`)
  const frame = appFrame(page)
  await expect(frame.getByRole('button', { name: /^Move order/ }).first()).toBeVisible()
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const root = frame.locator('#app')

  const settle = async (before: Living) => {
    const growth = async () => growthOf(before, await countLiving(session))
    // Answers are kept for some seconds, to be shown again.
    await expect.poll(growth).toBeLessThanOrEqual(TOLERANCE)
  }

  // Names of customers and of owners come after the rows.
  let nodes = 0
  const growthSince = async () => -nodes + (nodes = (await countLiving(session)).nodes)
  await expect.poll(growthSince, { intervals: [1_000] }).toBe(0)
  const atFirst = await countLiving(session)
  await root.evaluate(openAndClose, 1)
  await settle({ ...atFirst, listeners: Infinity })
  // By now there is what is made once for all: listeners of the page, and of the test's own.
  const before = await countLiving(session)
  await root.evaluate(openAndClose, ROUNDS)
  await settle(before)
})
