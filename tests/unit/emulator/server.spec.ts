import type { PortalServer } from '@emulator/server'
import { once } from 'node:events'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSession } from '@emulator/calls/identity'
import { resetPortal } from '@emulator/create-portal'
import { startPortalServer } from '@emulator/server'

let folder = ''
let server: PortalServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'app-'))
  await writeFile(join(folder, 'index.html'), '<h1>The app</h1>')
  await writeFile(join(folder, 'main.js'), 'export {}')
  await symlink('/etc/hostname', join(folder, 'leak.txt'))
  server = await startPortalServer({ port: 0, app: { kind: 'directory', path: folder } })
})
beforeEach(() => resetPortal(server.portal))
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

interface RawRequest {
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string
}

interface RawAnswer {
  status: number
  headers: Record<string, unknown>
  body: string
}

/** Asks without the help of `fetch`, which forbids foreign Host headers and tidies paths. */
function ask({ path, method = 'GET', headers = {}, body }: RawRequest): Promise<RawAnswer> {
  const { port } = new URL(server.url)
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers: { host: `localhost:${port}`, ...headers } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Asks over the network as another machine would. */
function fetchStatus(where: { address: string; port: string; host: string; path: string }): Promise<number> {
  const { address, port, host, path } = where
  return new Promise((resolve, reject) => {
    const sent = request({ host: address, port, path, headers: { host } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end()
  })
}

const askApp = (path: string, method = 'GET') => ask({ path, method, headers: { host: new URL(server.appUrl).host } })
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const JSON_TYPE = { 'content-type': 'application/json' }

describe('REST over HTTP', () => {
  it('takes a method by GET with a query', async () => {
    const answer = await ask({ path: '/rest/1/adminsecret/crm.orderentity.list?filter[orderId]=3&select[]=ownerId' })
    expect(JSON.parse(answer.body)).toMatchObject({ result: { orderEntity: [{ ownerId: 204 }] }, total: 1 })
  })

  it('takes a form with bracket keys', async () => {
    const body = 'fields[orderId]=3&fields[ownerId]=202&fields[ownerTypeId]=2'
    await ask({ path: '/rest/1/adminsecret/crm.orderentity.add', method: 'POST', headers: FORM, body })
    expect(server.portal.data.bindings.get(3)).toEqual({ ownerId: 202, ownerTypeId: 2 })
  })

  it.each(['/rest/profile.json', '/rest/profile', '/rest/PROFILE.JSON'])('takes a token at %s', async (path) => {
    const auth = openSession(server.portal, 2).accessToken
    const answer = await ask({ path, method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ auth }) })
    expect(JSON.parse(answer.body)).toMatchObject({ result: { ID: '2' } })
  })

  it('says 401 to who brings no token', async () => {
    expect(await ask({ path: '/rest/profile' })).toMatchObject({
      status: 401,
      body: '{"error":"NO_AUTH_FOUND","error_description":"Wrong authorization data"}',
    })
  })

  it('lets pages of any origin ask', async () => {
    const answer = await ask({ path: '/rest/profile', method: 'OPTIONS', headers: { origin: 'http://127.0.0.1:1' } })
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'origin, content-type, accept' },
    })
  })

  it('logs a method of REST 3.0 by its name, with the status and the code that the client got', async () => {
    await ask({ path: '/rest/api/1/adminsecret/tasks.task.get', method: 'POST' })
    expect(server.portal.log).toMatchObject([
      { method: 'tasks.task.get', status: 400, error: 'BITRIX_REST_V3_EXCEPTION_METHODNOTFOUNDEXCEPTION' },
    ])
  })

  it('refuses JSON that is none', async () => {
    expect(
      await ask({ path: '/rest/1/adminsecret/profile', method: 'POST', headers: JSON_TYPE, body: '{"a":' }),
    ).toMatchObject({ status: 400 })
  })

  it('refuses a body of more than 10 MB', async () => {
    const body = `text=${'a'.repeat(10 * 1024 * 1024)}`
    expect(await ask({ path: '/rest/1/adminsecret/profile', method: 'POST', headers: FORM, body })).toMatchObject({
      status: 413,
    })
  })

  it('is not harmed by names such as __proto__', async () => {
    const body = '{"__proto__":{"polluted":1},"name":"profile"}'
    await ask({
      path: '/rest/1/adminsecret/method.get?__proto__[polluted]=1',
      method: 'POST',
      headers: JSON_TYPE,
      body,
    })
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('gives no connection that a browser could use again, and so send a cut write twice', async () => {
    const answer = await ask({ path: '/rest/1/adminsecret/profile', headers: { connection: 'keep-alive' } })
    expect(answer.headers.connection).toBe('close')
  })

  it('refuses a renewal of tokens with the code and the status of a fault', async () => {
    const effect = { kind: 'error', code: 'wrong_client', status: 200 } as const
    server.portal.faults = [{ rule: { method: 'oauth.token', when: 'every', effect }, hits: 0 }]
    expect(await ask({ path: '/oauth/token/', headers: { host: 'oauth.bitrix.info' } })).toMatchObject({
      status: 200,
      body: '{"error":"wrong_client","error_description":""}',
    })
  })

  it('cuts the connection where a fault says so', async () => {
    server.portal.faults = [{ rule: { method: 'profile', when: 'every', effect: { kind: 'cut-before' } }, hits: 0 }]
    await expect(ask({ path: '/rest/1/adminsecret/profile' })).rejects.toThrow('socket hang up')
  })
})

describe('the control routes', () => {
  it('tell the state', async () => {
    const state = JSON.parse((await ask({ path: '/__portal__/state' })).body)
    expect(state).toMatchObject({
      settings: { user: 1 },
      counts: { deals: 60, orders: 200 },
      samples: { move: { orderId: 3 } },
    })
    expect(state.bindings.map(({ orderId }: { orderId: number }) => orderId)).toEqual(
      [...server.portal.data.bindings.keys()].sort((a, b) => a - b),
    )
  })

  it('reset everything but where the app is', async () => {
    server.portal.data.bindings.clear()
    server.portal.settings.theme = 'dark'
    await ask({ path: '/__portal__/reset', method: 'POST', headers: JSON_TYPE, body: '{"language":"ru"}' })
    expect(server.portal.settings).toMatchObject({ theme: 'light', language: 'ru' })
    expect([server.portal.data.bindings.size, server.portal.app.handler]).toEqual([180, server.appUrl])
  })

  it('change settings and keep the data', async () => {
    server.portal.data.bindings.delete(3)
    const answer = await ask({ path: '/__portal__/settings', method: 'POST', headers: JSON_TYPE, body: '{"user":3}' })
    expect(JSON.parse(answer.body)).toMatchObject({ user: 3, mode: 'deals-only' })
    expect(server.portal.data.bindings.has(3)).toBe(false)
  })

  it.each(['{"user":9}', '{"nonsense":1}', '{"theme":"pink"}', '5', '{"language":"english"}'])(
    'refuse the settings %s',
    async (body) => {
      expect(await ask({ path: '/__portal__/settings', method: 'POST', headers: JSON_TYPE, body })).toMatchObject({
        status: 400,
      })
      expect(server.portal.settings).toMatchObject({ user: 1, theme: 'light', language: 'en' })
    },
  )

  it.each(['{}', '[{"method":"a"}]', '[{"method":"a","when":"every","effect":{"kind":"delay"}}]'])(
    'refuse the faults %s',
    async (body) => {
      expect(await ask({ path: '/__portal__/faults', method: 'POST', headers: JSON_TYPE, body })).toMatchObject({
        status: 400,
      })
    },
  )

  it('change a binding behind the app', async () => {
    const change = (body: string) => ask({ path: '/__portal__/binding', method: 'POST', headers: JSON_TYPE, body })
    await change('{"orderId":3,"ownerId":41,"ownerTypeId":31}')
    expect(server.portal.data.bindings.get(3)).toEqual({ ownerId: 41, ownerTypeId: 31 })
    await change('{"orderId":3,"ownerId":null}')
    expect(server.portal.data.bindings.has(3)).toBe(false)
    expect(await change('{"orderId":999,"ownerId":null}')).toMatchObject({ status: 400 })
  })

  it('write a frame message down, masked and by the portal clock', async () => {
    const line = { at: 1, channel: 'frame', method: 'getInitData', params: { AUTH_ID: 'secret' }, from: 'app' }
    await ask({ path: '/__portal__/log', method: 'POST', headers: JSON_TYPE, body: JSON.stringify(line) })
    expect(server.portal.log).toMatchObject([{ method: 'getInitData', params: { AUTH_ID: '***' } }])
    expect(server.portal.log[0]?.at).toBeGreaterThan(1)
  })

  it.each([
    ['another site', { origin: 'http://evil.example' }],
    ['the app', { origin: 'http://127.0.0.1:1' }],
  ])('are closed to %s', async (_, headers) => {
    expect(await ask({ path: '/__portal__/reset', method: 'POST', headers })).toMatchObject({ status: 403 })
    expect(await ask({ path: '/__frame__/open', method: 'POST', headers })).toMatchObject({ status: 403 })
  })

  it('are closed to another host name', async () => {
    expect(await ask({ path: '/__portal__/state', headers: { host: 'evil.example' } })).toMatchObject({ status: 403 })
  })

  it('are open to the portal page', async () => {
    expect(
      await ask({ path: '/__portal__/expire-tokens', method: 'POST', headers: { origin: server.url } }),
    ).toMatchObject({ status: 200 })
  })
})

describe("the app's origin", () => {
  it.each(['GET', 'POST'])('shows the page by %s, for the portal to frame', async (method) => {
    const answer = await askApp('/index.html?DOMAIN=localhost&APP_SID=1', method)
    expect(answer).toMatchObject({
      status: 200,
      body: '<h1>The app</h1>',
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `frame-ancestors ${server.url}`,
      },
    })
    expect(answer.headers['x-frame-options']).toBeUndefined()
  })

  it('gives scripts as scripts', async () => {
    expect((await askApp('/main.js')).headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    '/missing.html',
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/leak.txt',
    '/%00',
    '/%',
    '/\\..\\x',
  ])('has nothing at %s', async (path) => {
    expect(await askApp(path)).toMatchObject({ status: 404, body: 'Not found' })
  })

  it('answers neither REST nor control', async () => {
    expect([(await askApp('/rest/profile')).status, (await askApp('/__portal__/state')).status]).toEqual([404, 404])
  })
})

describe("the assets of the portal's pages", () => {
  const get = (name: string) => ask({ path: `/__frame__/assets/${name}` })

  it('are bundled from the sources', async () => {
    const [script, style] = await Promise.all([get('parent.js'), get('portal.css')])
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(script.body).toContain('getInitData')
    expect(style.body).toContain('.app-frame')
  })

  it.each(['constructor', '../../state.ts', ''])('are not at %s', async (name) => {
    expect((await get(name)).status).toBe(404)
  })
})

describe('startPortalServer', () => {
  it('names the taken port and the way out', async () => {
    const port = Number(new URL(server.url).port)
    const second = startPortalServer({ port, app: { kind: 'directory', path: folder } })
    await expect(second).rejects.toThrow(`Port ${port} is taken: choose another one, as with PORT=${port + 1}.`)
  })

  it('leaves the app to a server of its own', async () => {
    const handler = 'http://127.0.0.1:9/app/'
    const registration = { placements: ['LEFT_MENU', { code: 'CRM_DEAL_DETAIL_TAB', handler: 'tab.html' }] }
    const other = await startPortalServer({ port: 0, app: { kind: 'address', handler }, registration })
    expect(other.portal.app.placements.map((placement) => placement.handler)).toEqual([handler, `${handler}tab.html`])
    await other.close()
  })

  const outside = Object.values(networkInterfaces())
    .flatMap((known) => known ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)

  it.runIf(outside)('keeps the control from other machines, even where HOST lets them in', async () => {
    const other = await startPortalServer({ port: 0, host: '0.0.0.0', app: { kind: 'directory', path: folder } })
    const { port, host } = new URL(other.url)
    const look = (path: string, name = host) => fetchStatus({ address: outside?.address ?? '', port, host: name, path })
    expect([await look('/__portal__/state'), await look('/rest/1/adminsecret/profile')]).toEqual([403, 200])
    expect(await look('/oauth/token/', 'oauth.bitrix.info')).toBe(403)
    await other.close()
  })

  it('listens on loopback unless told', () => {
    expect(server.http.address()).toMatchObject({ address: '127.0.0.1' })
  })

  it('closes although a request still waits', async () => {
    const other = await startPortalServer({ port: 0, app: { kind: 'directory', path: folder } })
    other.portal.faults = [{ rule: { method: 'profile', when: 'every', effect: { kind: 'silence' } }, hits: 0 }]
    const { port, host } = new URL(other.url)
    const waiting = fetchStatus({ address: '127.0.0.1', port, host, path: '/rest/1/adminsecret/profile' }).catch(
      () => 'closed',
    )
    await once(other.http, 'request')
    await other.close()
    expect(await waiting).toBe('closed')
  })
})
