import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { unzipSync } from 'fflate'
import { startPortalServer } from '@emulator/server'
import { ORDER_BINDER } from '@scripts/order-binder-app'
import { appFrame, expect, test } from './portal-test'
import { ownersOf } from './sections'

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

/** The archive as a portal serves it, opened by the portal in its own page. */
const packedTest = test.extend<{ openPacked: () => Promise<void> }>({
  openPacked: async ({ page }, use) => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    const cdn = await serve(unzipSync(readFileSync(`order-binder-${version}.zip`)))
    const handler = `http://127.0.0.1:${(cdn.address() as AddressInfo).port}${FOLDER}index.html`
    const server = await startPortalServer({
      port: 0,
      app: { kind: 'address', handler },
      registration: ORDER_BINDER,
      settings: { opening: 'get' },
    })
    await use(async () => void (await page.goto(`${server.url}/marketplace/app/1/`)))
    await server.close()
    cdn.close()
  },
})

packedTest(
  'the packed archive works as a static application, from a sub-path of another host',
  async ({ page, openPacked }) => {
    const foreign: string[] = []
    page.on('request', (request) => {
      if (!/^http:\/\/(localhost|127\.0\.0\.1):/.test(request.url()) && !request.url().startsWith('data:'))
        foreign.push(request.url())
    })
    await openPacked()
    await appFrame(page)
      .getByRole('button', { name: /^(Move order|Choose an owner)/ })
      .first()
      .click()
    await expect(ownersOf(appFrame(page)).first()).toBeVisible()
    expect(foreign).toEqual([])
  },
)

packedTest('the packed archive tells an older browser to update', async ({ page, openPacked }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Array.prototype, 'toSorted'))
  await openPacked()
  await expect(appFrame(page).getByRole('alert')).toContainText('This browser is too old for Order Binder')
})
