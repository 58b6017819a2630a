/**
 * How long after `npm start` a person can use the first tab: `npm run bench -- start [runs]`, turn by turn with the app that is built
 * already. What the two share (Node, the portal, a browser that opens a page) is what this machine takes anyway.
 */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findBrowser } from '@scripts/find-browser'
import { launchOptions } from '@scripts/launch-options'
import { median } from './median'

const RUNS = Number(process.argv[3] ?? 5)
const PORT = 5199
const DEAL = '/crm/deal/details/201/?tab=CRM_DEAL_DETAIL_TAB'
/** Where Vite keeps libraries that it has bundled ahead. */
const CACHE = 'node_modules/.vite'

interface Start {
  printed: number
  usable: number
  requests: number
}

/** Milliseconds from the command to the address that it prints, and to the first tab; requests until then. */
async function measureStart(...options: string[]): Promise<Start> {
  const page = await browser.newPage()
  let requests = 0
  page.on('request', () => (requests += 1))
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['scripts/run-start.js', '--port', String(PORT), ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await new Promise<void>((resolve) =>
      child.stdout.on('data', (text) => String(text).includes('Portal') && resolve()),
    )
    const printed = performance.now() - startedAt
    await page.goto(`http://localhost:${PORT}${DEAL}`)
    await page.frameLocator('iframe[name*="|"]').getByRole('heading', { level: 1 }).waitFor()
    return { printed, usable: performance.now() - startedAt, requests }
  } finally {
    await page.close()
    child.kill()
    await new Promise((resolve) => child.once('exit', resolve))
  }
}

function printStart(name: string, starts: readonly Start[]): void {
  const [printed, usable, requests] = (['printed', 'usable', 'requests'] as const).map((key) =>
    median(starts.map((start) => start[key])).toFixed(0),
  )
  console.log(`${name.padEnd(34)} ${printed?.padStart(8)} ${usable?.padStart(8)} ${requests?.padStart(9)}`)
}

const browser = await chromium.launch(launchOptions(findBrowser()))
console.log(`Medians of ${RUNS}, in milliseconds from the command (3000 to the first tab are wanted):\n`)
console.log(`${''.padEnd(34)} ${'address'.padStart(8)} ${'tab'.padStart(8)} ${'requests'.padStart(9)}`)
rmSync(CACHE, { recursive: true, force: true })
printStart('npm start, the very first one', [await measureStart()])
const sources: Start[] = []
const built: Start[] = []
for (let run = 0; run < RUNS; run += 1) {
  sources.push(await measureStart())
  built.push(await measureStart('--built'))
}
printStart('npm start', sources)
printStart('npm run preview, for comparison', built)
await browser.close()
