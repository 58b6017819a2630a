import type { Nginx } from './nginx'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test as base } from '@playwright/test'
import { startPortalServer } from '@emulator/server'
import { findNginx, NGINX_ADVICE } from '@scripts/find-nginx'
import { UNINSTALLED } from '@scripts/order-binder-app'
import { controlClient } from '@tests/support/control-client'
import { startAppServer } from './nginx'
import { appFrame } from './portal-test'

/** The query and the body with which a portal opens a page. */
const QUERY = '?DOMAIN=portal.secret.example&PROTOCOL=1&LANG=en&APP_SID=secretsession'
const BODY = new URLSearchParams({ AUTH_ID: 'secrettoken', REFRESH_ID: 'secretrefresh', PLACEMENT: 'DEFAULT' })

interface NginxFixtures {
  /** The address of a portal whose app nginx serves. */
  portalUrl: string
}

/** One nginx for the tests of a worker; the local portal, on whatever port, may show the app. */
const test = base.extend<NginxFixtures, { nginx: Nginx }>({
  nginx: [
    async ({}, use) => {
      const nginx = await startAppServer('http://localhost:*')
      await use(nginx)
      await nginx.stop()
    },
    { scope: 'worker' },
  ],
  portalUrl: async ({ nginx }, use) => {
    const server = await startPortalFor(nginx)
    await use(server.url)
    await server.close()
  },
})

test.skip(!findNginx(), NGINX_ADVICE)

function startPortalFor({ url }: Nginx) {
  const app = { kind: 'address', handler: `${url}/index.html` } as const
  return startPortalServer({ port: 0, app, registration: UNINSTALLED, settings: { opening: 'post' } })
}

/** The path of a built file by the beginning of its name, `/assets/index-…`; other paths stay as they are. */
function toBuiltPath(path: string): string {
  const [, name] = /^\/assets\/(\w+-)…$/.exec(path) ?? []
  return name ? `/assets/${readdirSync('dist/assets').find((file) => file.startsWith(name))}` : path
}

/** What a built page says itself of what it may load. */
function policyOf(path: string): string {
  const page = path === '/' ? '/index.html' : path
  const [, content = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(`dist${page}`, 'utf8')) ?? []
  return content.replaceAll('&#39;', "'")
}

test('the portal opens the installer, the app and its tabs by POST', async ({ page, nginx, portalUrl }) => {
  const opened: string[] = []
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url())
    if (origin === nginx.url && pathname.endsWith('.html')) opened.push(`${request.method()} ${pathname}`)
  })
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))

  await page.goto(`${portalUrl}/marketplace/app/1/`)
  await appFrame(page).getByRole('button', { name: 'Set up' }).click()
  await page.waitForURL(/install_finished=Y/)
  await expect(appFrame(page).getByRole('grid').first()).toBeVisible()
  const { samples } = await controlClient(portalUrl).readState()
  await page.goto(`${portalUrl}/crm/deal/details/${samples.moveTarget?.ownerId}/`)
  await page.getByRole('tab', { name: 'Orders' }).click()
  await expect(appFrame(page).getByRole('heading', { level: 1 })).toBeVisible()
  expect(opened).toEqual(['POST /install.html', 'POST /index.html', 'POST /index.html'])
  expect(errors).toEqual([])
})

for (const path of ['/index.html', '/install.html', '/']) {
  test(`POST ${path} is answered with the page and its headers, like GET`, async ({ nginx }) => {
    const opened = await fetch(nginx.url + path + QUERY, { method: 'POST', body: BODY })
    expect(opened.status).toBe(200)
    expect(await opened.text()).toBe(await (await fetch(nginx.url + path)).text())
    expect(Object.fromEntries(opened.headers)).toMatchObject({
      'content-type': 'text/html',
      'content-security-policy': `${policyOf(path)}; frame-ancestors http://localhost:*`,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    expect(opened.headers.get('x-frame-options')).toBeNull()
    expect(opened.headers.get('server')).toBe('nginx')
  })
}

for (const { method, path, body, status } of [
  { method: 'POST', path: '/icon.svg', body: BODY, status: 405 },
  { method: 'POST', path: '/assets/index-…', body: BODY, status: 405 },
  { method: 'PUT', path: '/index.html', body: BODY, status: 403 },
  { method: 'DELETE', path: '/index.html', status: 403 },
  { method: 'POST', path: '/nothing.html', body: BODY, status: 404 },
  { method: 'GET', path: '/crm/deal/details/2/', status: 404 },
  { method: 'GET', path: '/assets/', status: 404 },
  { method: 'GET', path: '/assets/nothing.js', status: 404 },
  { method: 'POST', path: '/index.html', body: 'x'.repeat(70_000), status: 413 },
]) {
  const length = String(body ?? '').length
  test(`${method} ${path} with ${length} bytes is refused with ${status}`, async ({ nginx }) => {
    const answer = await fetch(nginx.url + toBuiltPath(path), { method, ...(body && { body }) })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('cache-control')).toBeNull()
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })
}

for (const name of ['/assets/connect-…', '/assets/shared-…', '/assets/ru-…']) {
  test(`${name} is kept for a year, and sent compressed`, async ({ nginx }) => {
    const path = toBuiltPath(name)
    const answer = await fetch(nginx.url + path)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(await answer.text()).toBe(readFileSync(`dist${path}`, 'utf8'))
  })
}

test('a page that has not changed is not sent again', async ({ nginx }) => {
  const first = await fetch(`${nginx.url}/index.html`, { headers: { 'accept-encoding': 'identity' } })
  const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
  expect((await fetch(`${nginx.url}/index.html`, { headers })).status).toBe(304)
})

test('the health address answers', async ({ nginx }) => {
  const answer = await fetch(`${nginx.url}/health`)
  expect([answer.status, await answer.text()]).toEqual([200, 'ok\n'])
})

test('no query, body or Referer is logged, whatever goes wrong', async ({ nginx }) => {
  const headers = { referer: 'https://portal.secret.example/' }
  for (const [method, path, body] of [
    ['POST', '/index.html', BODY],
    ['POST', '/icon.svg', BODY],
    ['POST', '/secretless.html', BODY],
    ['PUT', '/index.html', BODY],
    ['POST', '/install.html', 'secret'.repeat(20_000)],
  ] as const)
    await fetch(nginx.url + path + QUERY, { method, headers, body })
  // A request that was refused for its length is logged when the rest of it has come.
  await expect.poll(() => nginx.readLogs()).toContain('POST /install.html 413')
  const logs = nginx.readLogs().replaceAll('/secretless.html', '/nothing.html')
  expect(logs).toContain('POST /nothing.html 404')
  expect(logs).not.toContain('secret')
})

test('a portal that is not named may not show the app', async ({ page }) => {
  const nginx = await startAppServer('https://portal.example.com https://crm.example.com')
  const server = await startPortalFor(nginx)
  const refusal = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()))
  await page.goto(`${server.url}/marketplace/app/1/`)
  expect((await refusal).text()).toContain('frame-ancestors https://portal.example.com https://crm.example.com')
  await server.close()
  await nginx.stop()
})
