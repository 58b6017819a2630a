/** Takes the pictures of README.md and docs/install.md from the built app in the local portal: `npm run screenshots`. */
import type { Browser, FrameLocator, Page } from '@playwright/test'
import type { PortalStateView } from '@emulator/control/protocol'
import type { PortalSettings } from '@emulator/portal/portal-settings'
import { mkdirSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { CONTROL_PATH } from '@emulator/control/protocol'
import { startPortalServer } from '@emulator/server'
import { browserAdvice, findBrowser } from './find-browser'
import { launchOptions } from './launch-options'
import { ORDER_BINDER, UNINSTALLED } from './order-binder-app'

const FOLDER = 'docs/images'
/** What the portal's clock shows on every picture. */
const TODAY = '2026-11-20T09:00:00Z'

interface Picture {
  name: string
  width: number
  height: number
  settings?: Partial<PortalSettings>
  /** In a portal where nobody has installed the app yet. */
  isNew?: boolean
  take(page: Page, app: FrameLocator, samples: PortalStateView['samples']): Promise<void>
}

async function askToMove(page: Page, app: FrameLocator, samples: PortalStateView['samples']): Promise<void> {
  await page.goto(`/crm/deal/details/${samples.moveTarget?.ownerId}/?tab=CRM_DEAL_DETAIL_TAB`)
  await app.getByRole('button', { name: 'Bring an order here' }).first().click()
  const number = String(1000 + (samples.move?.orderId ?? 0))
  await app.getByRole('combobox', { name: /number, ID/ }).fill(number)
  await app.getByRole('button', { name: `Bring order ${number} here` }).click()
  await app.getByRole('button', { name: 'Move', exact: true }).waitFor()
}

const PICTURES: Picture[] = [
  { name: 'move-question', width: 1280, height: 900, take: askToMove },
  {
    name: 'moved-with-undo',
    width: 1280,
    height: 900,
    async take(page, app, samples) {
      await askToMove(page, app, samples)
      await app.getByRole('button', { name: 'Move', exact: true }).click()
      await app.getByRole('button', { name: /^Undo/ }).waitFor()
    },
  },
  {
    name: 'app-page-picker',
    width: 1280,
    height: 900,
    async take(page, app, samples) {
      await page.goto('/marketplace/app/1/')
      const number = String(1000 + (samples.unbound?.orderId ?? 0))
      await app.getByRole('combobox', { name: /number, ID/ }).fill(number)
      await app.getByRole('button', { name: `Choose an owner for order ${number}` }).click()
      await app
        .getByRole('grid', { name: /results/ })
        .locator('tr[data-row]')
        .first()
        .waitFor()
    },
  },
  {
    name: 'order-tab-russian-dark',
    width: 480,
    height: 900,
    settings: { language: 'ru', theme: 'dark', mode: 'with-orders' },
    async take(page, app, samples) {
      await page.goto(`/shop/orders/details/${samples.move?.orderId}/?tab=CRM_ORDER_DETAIL_TAB`)
      await app.getByRole('main').getByRole('link').first().waitFor()
    },
  },
  {
    name: 'store-manager',
    width: 1280,
    height: 700,
    settings: { user: 2 },
    async take(page, app, samples) {
      await page.goto(`/crm/deal/details/${samples.moveTarget?.ownerId}/?tab=CRM_DEAL_DETAIL_TAB`)
      await app.getByRole('row').nth(1).waitFor()
    },
  },
  {
    name: 'installer',
    width: 1280,
    height: 1100,
    isNew: true,
    async take(page, app) {
      await page.goto('/marketplace/app/1/')
      await app.getByRole('button', { name: 'Set up' }).waitFor()
    },
  },
  {
    name: 'developer-panel',
    width: 1280,
    height: 900,
    async take(page, app, samples) {
      await page.goto(`/crm/deal/details/${samples.moveTarget?.ownerId}/?tab=CRM_DEAL_DETAIL_TAB`)
      await app.getByRole('row').nth(1).waitFor()
      await page.getByRole('button', { name: /Developer panel/ }).click()
    },
  },
]

function post(portalUrl: string, name: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return fetch(new URL(CONTROL_PATH + name, portalUrl), { method: 'POST', headers, body: JSON.stringify(body) })
}

async function takePicture(browser: Browser, portalUrl: string, picture: Picture): Promise<void> {
  const { width, height, settings = {} } = picture
  const answer = await post(portalUrl, 'reset', settings)
  const { samples } = (await answer.json()) as PortalStateView
  await post(portalUrl, 'clock', { now: TODAY, hold: true })
  const page = await browser.newPage({
    baseURL: portalUrl,
    viewport: { width, height },
    colorScheme: settings.theme ?? 'light',
    // Dates stand in the person's time zone, never in the browser's.
    timezoneId: 'Pacific/Auckland',
  })
  await picture.take(page, page.frameLocator('iframe[name*="|"]'), samples)
  // The frame is still growing into its new height.
  await page.waitForTimeout(500)
  await page.screenshot({ path: `${FOLDER}/${picture.name}.png` })
  await page.close()
  console.log(`${FOLDER}/${picture.name}.png`)
}

const executablePath = findBrowser()
if (!executablePath) {
  console.error(browserAdvice())
  process.exit(1)
}
mkdirSync(FOLDER, { recursive: true })
const app = { kind: 'directory', path: 'dist' } as const
const server = await startPortalServer({ port: 0, app, registration: ORDER_BINDER })
const newServer = await startPortalServer({ port: 0, app, registration: UNINSTALLED })
const browser = await chromium.launch(launchOptions(executablePath))
for (const picture of PICTURES) await takePicture(browser, (picture.isNew ? newServer : server).url, picture)
await browser.close()
await Promise.all([server.close(), newServer.close()])
