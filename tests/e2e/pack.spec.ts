import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AppRegistration } from '@emulator/portal/app-registration'
import type { PortalServer } from '@emulator/server'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { expect, test as base } from '@playwright/test'
import { unzipSync } from 'fflate'
import { startPortalServer } from '@emulator/server'
import { ORDER_BINDER, UNINSTALLED } from '@scripts/order-binder-app'
import { openPlacement } from './open-placement'
import { appFrame } from './portal-test'
import { orderSearchBox, ownersOf } from './sections'

/** Where a portal's CDN would put the archive. */
const FOLDER = '/b1234567/app_local/0f1e2d3c4b5a69788796a5b4c3d2e1f0/'
const TYPES: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
}

/** Serves the files of an archive from a sub-path, and refuses everything else, POST included. */
async function serve(files: Record<string, Uint8Array>): Promise<Server> {
  const server = createServer(({ method, url = '' }, response) => {
    const { pathname } = new URL(url, 'http://cdn.example')
    const file = method === 'GET' && pathname.startsWith(FOLDER) ? files[pathname.slice(FOLDER.length)] : undefined
    const type = TYPES[pathname.split('.').at(-1) ?? '']
    response.writeHead(file ? 200 : 404, type ? { 'content-type': type } : {}).end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

interface PackedFixtures {
  /** Every request to somebody else than the portal and the archive's host. */
  foreign: string[]
  /** A portal that has the archive as its app; nobody has installed it unless told. */
  startPacked: (registration?: AppRegistration) => Promise<PortalServer>
}

/** The archive as a portal serves it, and a portal that opens it by GET. */
const test = base.extend<PackedFixtures>({
  foreign: async ({ page }, use) => {
    const foreign: string[] = []
    page.on('request', (request) => {
      if (!/^(http:\/\/(localhost|127\.0\.0\.1):|data:)/.test(request.url())) foreign.push(request.url())
    })
    await use(foreign)
  },
  startPacked: async ({}, use) => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    const cdn = await serve(unzipSync(readFileSync(`order-binder-${version}.zip`)))
    const handler = `http://127.0.0.1:${(cdn.address() as AddressInfo).port}${FOLDER}index.html`
    const started: PortalServer[] = []
    await use(async (registration = UNINSTALLED) => {
      const app = { kind: 'address', handler } as const
      const settings = { opening: 'get', mode: 'with-orders', ownerTypes: 'deal+invoice+dynamic' } as const
      const server = await startPortalServer({ port: 0, app, registration, settings })
      started.push(server)
      return server
    })
    await Promise.all(started.map((server) => server.close()))
    cdn.close()
  },
})

test('the packed archive is installed, and opens in every place that it has registered', async ({
  page,
  startPacked,
  foreign,
}) => {
  const server = await startPacked()
  await page.goto(`${server.url}/marketplace/app/1/`)
  const installer = appFrame(page)
  await installer.getByRole('radio', { name: 'With orders' }).check()
  await installer.getByRole('button', { name: 'Set up' }).click()
  await page.waitForURL(/install_finished=Y/)
  await expect(orderSearchBox(appFrame(page))).toBeVisible()

  const { placements, handler } = server.portal.app
  const codes = placements.map(({ code }) => code)
  expect(codes).toEqual(
    expect.arrayContaining(['CRM_DEAL_LIST_MENU', 'CRM_ORDER_DETAIL_TAB', 'CRM_ORDER_LIST_TOOLBAR']),
  )
  expect(placements.filter((placement) => placement.handler !== handler)).toEqual([])
  for (const code of codes) {
    const frame = await openPlacement(page, server, code)
    await expect(frame.getByRole('heading', { level: 1 }), code).toBeVisible()
  }
  expect(foreign).toEqual([])
})

test('the packed archive works from a sub-path of another host', async ({ page, startPacked, foreign }) => {
  const server = await startPacked(ORDER_BINDER)
  await page.goto(`${server.url}/marketplace/app/1/`)
  await appFrame(page)
    .getByRole('button', { name: /^(Move order|Choose an owner)/ })
    .first()
    .click()
  await expect(ownersOf(appFrame(page)).first()).toBeVisible()
  expect(foreign).toEqual([])
})

test('the packed archive tells an older browser to update', async ({ page, startPacked }) => {
  const server = await startPacked(ORDER_BINDER)
  await page.addInitScript(() => Reflect.deleteProperty(Array.prototype, 'toSorted'))
  await page.goto(`${server.url}/marketplace/app/1/`)
  await expect(appFrame(page).getByRole('alert')).toContainText('This browser is too old for Order Binder')
})
