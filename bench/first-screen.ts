/**
 * What a person waits for: from opening the portal's page to a usable owner-type picker, with the bytes and the REST
 * requests on the way. Side by side with a floor that does the least: no framework, no SDK.
 */
import type { Browser, FrameLocator, Page } from '@playwright/test'
import type { LoggedCall } from '@emulator/portal/logged-call'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { startPortalServer } from '@emulator/server'
import { findBrowser } from '@scripts/find-browser'
import { launchOptions } from '@scripts/launch-options'
import { ORDER_BINDER } from '@scripts/order-binder-app'

const RUNS = 7

interface Contender {
  name: string
  folder: string
  /** Resolves when the picker can be used. */
  untilUsable(app: FrameLocator): Promise<void>
}

interface Measurement {
  milliseconds: number
  kilobytes: number
  requests: number
}

const CONTENDERS: Contender[] = [
  {
    name: 'floor: no framework, no SDK',
    folder: 'bench/floors/plain',
    untilUsable: (app) => app.locator('#picker:enabled').waitFor(),
  },
  {
    name: 'Order Binder, app page',
    folder: 'dist',
    async untilUsable(app) {
      await app
        .getByRole('button', { name: /Choose order/ })
        .first()
        .click()
      await app.getByRole('radio', { name: 'Deal' }).waitFor()
    },
  },
  {
    name: 'Order Binder, order tab',
    folder: 'dist',
    untilUsable: (app) => app.getByRole('radio', { name: 'Deal' }).waitFor(),
  },
]

async function measure(browser: Browser, contender: Contender): Promise<Measurement> {
  const server = await startPortalServer({
    port: 0,
    app: { kind: 'directory', path: contender.folder },
    registration: ORDER_BINDER,
    settings: { mode: 'with-orders' },
  })
  const page = await browser.newPage()
  const countKilobytes = watchBytes(page, server.appUrl)
  const order = server.portal.data.samples.unbound?.orderId
  const path = contender.name.endsWith('order tab')
    ? `/shop/orders/details/${order}/?tab=CRM_ORDER_DETAIL_TAB`
    : '/marketplace/app/1/'
  const start = performance.now()
  await page.goto(server.url + path)
  await contender.untilUsable(page.frameLocator('iframe[name*="|"]'))
  const milliseconds = performance.now() - start
  const calls = (await (await fetch(new URL('/__portal__/calls', server.url))).json()) as LoggedCall[]
  const requests = calls.filter(({ channel }) => channel === 'rest').length
  const kilobytes = await countKilobytes()
  await page.close()
  await server.close()
  return { milliseconds, kilobytes, requests }
}

/** Adds up the bodies that the app's own origin sends, as gzip would send them. */
function watchBytes(page: Page, appUrl: string): () => Promise<number> {
  const sizes: Promise<number>[] = []
  const { origin } = new URL(appUrl)
  page.on('response', (response) => {
    if (new URL(response.url()).origin === origin) sizes.push(response.body().then((body) => gzipSync(body).length))
  })
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024
}

function median(values: number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

const browser = await chromium.launch(launchOptions(findBrowser()))
console.log(`Median of ${RUNS} runs, loopback, no throttle, cold cache.\n`)
console.log('contender                      ms to picker   kB of the app (gz)   REST requests')
for (const contender of CONTENDERS) {
  const readings: Measurement[] = []
  for (let run = 0; run < RUNS; run += 1) readings.push(await measure(browser, contender))
  const [ms, kilobytes, requests] = (['milliseconds', 'kilobytes', 'requests'] as const).map((key) =>
    median(readings.map((one) => one[key])),
  )
  console.log(
    `${contender.name.padEnd(30)} ${ms?.toFixed(0).padStart(12)} ${kilobytes?.toFixed(0).padStart(20)} ${requests?.toFixed(0).padStart(15)}`,
  )
}
await browser.close()
