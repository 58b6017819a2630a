/** How long after `npm start` a person can use the first tab: `npm run bench -- start [runs]`. Vite's cache is as it is left. */
import { spawn } from 'node:child_process'
import { chromium } from '@playwright/test'
import { findBrowser } from '@scripts/find-browser'
import { launchOptions } from '@scripts/launch-options'

const RUNS = Number(process.argv[3] ?? 5)
const PORT = 5199
const DEAL = '/crm/deal/details/201/?tab=CRM_DEAL_DETAIL_TAB'

/** Milliseconds from the command to the address that it prints, and to the first tab. */
async function measureStart(): Promise<{ printed: number; usable: number }> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['node_modules/.bin/tsx', 'scripts/start.ts', '--port', String(PORT)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await new Promise<void>((resolve) =>
      child.stdout.on('data', (text) => String(text).includes('Portal') && resolve()),
    )
    const printed = performance.now() - startedAt
    const page = await browser.newPage()
    await page.goto(`http://localhost:${PORT}${DEAL}`)
    await page.frameLocator('iframe[name*="|"]').getByRole('heading', { level: 1 }).waitFor()
    const usable = performance.now() - startedAt
    await page.close()
    return { printed, usable }
  } finally {
    child.kill()
    await new Promise((resolve) => child.once('exit', resolve))
  }
}

const browser = await chromium.launch(launchOptions(findBrowser()))
console.log('From `npm start`, in milliseconds (3000 to the first tab are wanted):')
for (let run = 1; run <= RUNS; run += 1) {
  const { printed, usable } = await measureStart()
  console.log(
    `${run}. address printed ${printed.toFixed(0).padStart(6)}   first tab usable ${usable.toFixed(0).padStart(6)}`,
  )
}
await browser.close()
