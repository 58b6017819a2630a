import type { PortalServer } from '@emulator/server'
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { get } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '@emulator/calls/identity'
import { readStartOptions } from '@emulator/cli/start-options'
import { ensureCertificate, makeCertificate } from '@emulator/http/certificate'
import { openFrame } from '@emulator/pages/frames'
import { startPortalServer } from '@emulator/server'

const made = makeCertificate(Date.now())
let folder = ''
let server: PortalServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certificate-'))
  await writeFile(join(folder, 'index.html'), '<h1>The app</h1>')
  server = await startPortalServer({ port: 0, app: { kind: 'directory', path: folder }, certificate: made })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** Asks as a client that trusts this certificate and nothing else. */
function ask(address: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = get(address, { ca: made.cert, headers }, (answer) => {
      let body = ''
      answer.on('data', (chunk) => (body += String(chunk)))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
    })
    sent.on('error', reject)
  })
}

/** The same with another name for this machine, as a client does that finds it by a hosts file. */
function askHost(name: string, path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.url)
    const options = { host: '127.0.0.1', port, path, servername: name, headers: { host: name }, ca: made.cert }
    const sent = get(options, async (answer) => {
      const chunks: Buffer[] = await answer.toArray()
      resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() })
    })
    sent.on('error', reject)
  })
}

describe('a certificate', () => {
  it('is valid for both names of this machine, for a year', () => {
    const certificate = new X509Certificate(made.cert)
    expect([
      certificate.checkHost('localhost'),
      certificate.checkIP('127.0.0.1'),
      certificate.checkHost('oauth.bitrix.info'),
      certificate.checkHost('oauth.bitrix24.tech'),
      certificate.checkHost('example.com'),
    ]).toEqual(['localhost', '127.0.0.1', 'oauth.bitrix.info', 'oauth.bitrix24.tech', undefined])
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(Date.parse(certificate.validTo) - Date.now()).toBeGreaterThan(360 * 86_400_000)
  })

  it('is made once and kept, its key for the owner alone', async () => {
    const first = await ensureCertificate(join(folder, 'kept'))
    expect(await ensureCertificate(join(folder, 'kept'))).toEqual(first)
    expect((await stat(join(folder, 'kept', 'key.pem'))).mode & 0o077).toBe(0)
  })

  it('is made anew when it has run out or cannot be read', async () => {
    await ensureCertificate(join(folder, 'old'))
    const old = makeCertificate(Date.now() - 400 * 86_400_000)
    await writeFile(join(folder, 'old', 'key.pem'), old.key)
    await writeFile(join(folder, 'old', 'certificate.pem'), old.cert)
    expect((await ensureCertificate(join(folder, 'old'))).cert).not.toBe(old.cert)
    await writeFile(join(folder, 'old', 'certificate.pem'), 'nonsense')
    await ensureCertificate(join(folder, 'old'))
    expect(await readFile(join(folder, 'old', 'certificate.pem'), 'utf8')).toContain('BEGIN CERTIFICATE')
  })
})

it.skipIf(process.platform === 'win32')('keeps a new key from others where an old one was open to them', async () => {
  const open = join(folder, 'open')
  await mkdir(open)
  await writeFile(join(open, 'key.pem'), 'nonsense', { mode: 0o644 })
  await chmod(join(open, 'key.pem'), 0o644)
  await ensureCertificate(open)
  expect((await stat(join(open, 'key.pem'))).mode & 0o777).toBe(0o600)
})

describe('the portal by https', () => {
  it.each(['oauth.bitrix.info', 'oauth.bitrix24.tech'])(
    'is %s to clients that have this name built in',
    async (name) => {
      const { accessToken } = openSession(server.portal, 2)
      const { status, body } = await askHost(name, `/rest/app.info?auth=${accessToken}`)
      expect([status, JSON.parse(body)]).toMatchObject([200, { result: { user_id: 2, install: { uri: server.url } } }])
    },
  )

  it('answers REST and shows the app', async () => {
    expect(JSON.parse((await ask(`${server.url}/rest/1/adminsecret/user.admin`)).body)).toMatchObject({ result: true })
    expect((await ask(server.appUrl)).body).toBe('<h1>The app</h1>')
  })

  it('names itself with https everywhere', async () => {
    const { portal, url, appUrl } = server
    expect([url, portal.origin, appUrl].map((address) => address.slice(0, 8))).toEqual([
      'https://',
      'https://',
      'https://',
    ])
    const frame = openFrame(portal, { placement: 'DEFAULT', options: {}, host: new URL(url).host, isSecure: true })
    expect([frame.init.PROTOCOL, frame.url.includes('PROTOCOL=1')]).toEqual([1, true])
  })

  it('closes although somebody has connected and says nothing', async () => {
    const handler = 'http://127.0.0.1:9/app/'
    const other = await startPortalServer({ port: 0, app: { kind: 'address', handler }, certificate: made })
    const silent = connect(Number(new URL(other.url).port), '127.0.0.1')
    await once(other.http, 'connection')
    const ended = once(silent, 'close')
    await other.close()
    await ended
  })

  it('opens its control to its own https pages only', async () => {
    expect((await ask(`${server.url}/__portal__/state`, { origin: server.url })).status).toBe(200)
    expect((await ask(`${server.url}/__portal__/state`, { origin: server.url.replace('https', 'http') })).status).toBe(
      403,
    )
  })

  it('is accepted by a portal that requires https', async () => {
    server.portal.settings.httpsOnly = true
    expect((await ask(`${server.url}/rest/1/adminsecret/user.admin`)).status).toBe(200)
  })
})

describe('readStartOptions', () => {
  it('takes the scenario of the command line before that of the environment', async () => {
    expect(await readStartOptions({ scenario: 'none' }, { PORTAL_SCENARIO: 'large' })).toEqual({
      settings: { ownerTypes: 'none' },
    })
    expect(await readStartOptions({ scenario: 'large,with-orders' }, {})).toEqual({
      settings: { rows: 'large', mode: 'with-orders' },
    })
    expect(await readStartOptions({}, { PORTAL_SCENARIO: 'large', HOST: '0.0.0.0' })).toEqual({
      settings: { rows: 'large' },
      host: '0.0.0.0',
    })
  })

  it('takes the older spelling of a scenario as well', async () => {
    const large = { settings: { rows: 'large' } }
    expect(await readStartOptions({ profile: 'large' }, {})).toEqual(large)
    expect(await readStartOptions({}, { PORTAL_PROFILE: 'large' })).toEqual(large)
  })

  it('makes a certificate where it is told to', async () => {
    const { certificate } = await readStartOptions({ https: true }, { PORTAL_CERTIFICATE: join(folder, 'told') })
    expect(certificate).toEqual(await ensureCertificate(join(folder, 'told')))
  })

  it.each([
    ['2026-11-02T12:00:00Z', Date.UTC(2026, 10, 2, 12)],
    ['2026-11-02T15:00:00+03:00', Date.UTC(2026, 10, 2, 12)],
    ['2026-11-02 15:00', Date.UTC(2026, 10, 2, 12)],
    ['2026-11-02', Date.UTC(2026, 10, 1, 21)],
    ['02.11.2026 15:00:00', Date.UTC(2026, 10, 2, 12)],
  ])('holds the clock at %s', async (clock, now) => {
    expect(await readStartOptions({ clock }, {})).toEqual({ settings: {}, clock: { now, hold: true } })
  })

  it.each(['', 'tomorrow', '2026-02-31', '2026-11-02T25:00:00Z', '1793620800000', '0000-01-01'])(
    'refuses the clock "%s"',
    async (clock) => {
      await expect(readStartOptions({ clock }, {})).rejects.toThrow(
        `--clock is "${clock}"; it must be a moment like 2026-11-02T12:00:00Z.`,
      )
    },
  )

  it('refuses scenarios that contradict each other', async () => {
    await expect(readStartOptions({ scenario: 'deal,none' }, {})).rejects.toThrow(
      'The scenarios "deal,none" contradict each other: ownerTypes cannot be two things.',
    )
    expect(await readStartOptions({ scenario: 'large,large' }, {})).toMatchObject({ settings: { rows: 'large' } })
  })

  it('names the scenarios when one is unknown', async () => {
    await expect(readStartOptions({ scenario: 'huge' }, {})).rejects.toThrow(
      'There is no scenario "huge". Known: deals-only, with-orders',
    )
  })
})
