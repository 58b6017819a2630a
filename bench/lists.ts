/**
 * How smoothly a plan of 10,000 rows scrolls: `npm run bench -- lists [rows]`. The wheel turns for some seconds, and the time between
 * frames is noted; beside it that of an empty page in the same browser, which is what this machine gives at best. 50 ms at p95 are wanted.
 */
import type { Frame, Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import { startPortalServer } from '@emulator/server'
import { findBrowser } from '@scripts/find-browser'
import { launchOptions } from '@scripts/launch-options'
import { ORDER_BINDER } from '@scripts/order-binder-app'

const ROWS = Number(process.argv[3] ?? 10_000)
const SECONDS = 6
/** Pixels of one turn of the wheel, and milliseconds between two. */
const TURN = 400
const BETWEEN = 30
const ORDERS_FROM = 1_001
const DEALS = [210, 211, 212]

/** Notes the time between frames in the page, from now on. */
const WATCH = `
  window.frameTimes = []
  let last = performance.now()
  const note = (now) => { window.frameTimes.push(now - last); last = now; requestAnimationFrame(note) }
  requestAnimationFrame(note)
`

function atShare(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Turns the wheel over the middle of the page, and gives the times between frames. */
async function scroll(page: Page, frame: Frame): Promise<number[]> {
  await frame.evaluate(WATCH)
  for (let turn = 0; turn < (SECONDS * 1_000) / BETWEEN; turn += 1) {
    await page.mouse.wheel(0, turn % 60 < 50 ? TURN : -TURN)
    await page.waitForTimeout(BETWEEN)
  }
  return frame.evaluate('window.frameTimes')
}

function toLine(name: string, times: readonly number[]): string {
  const figures = [0.5, 0.95, 1].map((share) => `${atShare(times, share).toFixed(0)}`.padStart(8))
  return `${name.padEnd(26)}${figures.join('')}${String(times.filter((time) => time > 50).length).padStart(12)}`
}

function findApp(page: Page): Frame {
  const frame = page.frames().find((one) => one.name().includes('|'))
  if (!frame) throw new Error('The app is not there.')
  return frame
}

async function openPlan(page: Page, url: string): Promise<Frame> {
  await page.goto(`${url}/marketplace/app/1/`)
  const app = page.frameLocator('iframe[name*="|"]')
  await app.getByRole('button', { name: 'Import a list' }).click({ timeout: 60_000 })
  const lines = Array.from({ length: ROWS }, (_, index) => `${ORDERS_FROM + index};${DEALS[index % DEALS.length]}`)
  const buffer = Buffer.from(['Order number;Deal ID', ...lines].join('\n'))
  await app.locator('input[type=file]').setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer })
  await app.getByRole('button', { name: 'Make the plan' }).click()
  // Each is the ID of another order, too.
  await app.getByRole('radio', { name: 'They are numbers' }).check({ timeout: 300_000 })
  await app.getByRole('button', { name: 'Make the plan' }).click()
  await app.getByRole('button', { name: /^Start/ }).waitFor({ timeout: 300_000 })
  await app.getByRole('table').first().hover()
  return findApp(page)
}

const server = await startPortalServer({
  port: 0,
  app: { kind: 'directory', path: 'dist' },
  registration: ORDER_BINDER,
  settings: { rows: 'large', rateLimit: false, operatingLimit: false },
})
const browser = await chromium.launch(launchOptions(findBrowser()))
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
await page.goto('about:blank')
const empty = await scroll(page, page.mainFrame())
const begunAt = performance.now()
const app = await openPlan(page, server.url)
console.log(`A plan of ${ROWS} rows, made in ${((performance.now() - begunAt) / 1_000).toFixed(1)} s.\n`)
console.log(
  `${'ms between frames'.padEnd(26)}${['p50', 'p95', 'most'].map((head) => head.padStart(8)).join('')}   over 50 ms`,
)
console.log(toLine('an empty page', empty))
console.log(toLine('the plan, scrolled', await scroll(page, app)))
await browser.close()
await server.close()
