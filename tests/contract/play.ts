import type { Credentials, Params, RestAnswer, RestCall } from '@emulator/calls/call'
import type { FaultRule } from '@emulator/portal/fault'
import type { PortalSettings } from '@emulator/portal/portal-settings'
import type { LocalPortal } from '@emulator/portal/state'
import type { PortalServer } from '@emulator/server'
import type { TestUser } from './test-users'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '@emulator/calls/identity'
import { createPortal, resetPortal } from '@emulator/create-portal'
import { setFaults } from '@emulator/faults/faults'
import { writeQuery } from '@emulator/php/query-string'
import { changeClock } from '@emulator/portal/clock'
import { answerRest } from '@emulator/rest/answer-rest'
import { startPortalServer } from '@emulator/server'
import { makeSmall } from './small-portal'
import { USER_IDS, WEBHOOK_SECRETS } from './test-users'

const NOON = Date.UTC(2026, 10, 2, 12)

/** One call as a client makes it. */
export interface Ask {
  method: string
  params?: Params
  as?: TestUser
  /** The app's token unless told; or a token or a webhook's secret that the client brings along. */
  by?: 'token' | 'webhook' | 'nobody' | { token: string } | { webhook: string }
}

/** What happens before the call that counts. */
export type Step =
  | { calls: number; ask: Ask }
  | { moveMs: number }
  | { settings: Partial<PortalSettings> }
  | { change: (portal: LocalPortal) => void }

/** One documented statement, played on a portal whose clock stands still unless moved. */
export interface Case {
  says: string
  /** Path of the documentation page, or the row of FACTS.md. */
  page: string
  settings?: Partial<PortalSettings>
  faults?: FaultRule[]
  before?: Step[]
  ask: Ask
  status?: number
  /** The whole answer but for `time`. */
  body?: unknown
  /** The answer to the letter, in the place of `body`. */
  text?: string
  /** Parts of `time`. */
  time?: Record<string, number>
  ends?: 'cut' | 'silence'
  /** What must be stored afterwards, by order id. */
  bindings?: Record<number, [ownerTypeId: number, ownerId: number] | null>
  /** Asked afterwards, each with its exact answer. */
  after?: { ask: Ask; status?: number; body: unknown }[]
  /** Sends what a form cannot say: an empty map, null. */
  jsonOnly?: true
  /**
   * Holds on every portal, whatever its rows: a real one is asked too where PORTAL_WEBHOOK is set. One that writes, and takes
   * away what it wrote, is asked only where PORTAL_WRITES=1.
   */
  live?: true | 'writes'
}

export type Heard = { status: number; text: string } | { ends: 'cut' | 'silence' }
type Send = (portal: LocalPortal, ask: Ask, patienceMs?: number) => Promise<Heard>

/** Silence is waited for only where it is expected: a busy machine must not look like one. Milliseconds. */
const SILENCE_MS = 300
const PATIENCE_MS = 20_000

function toCredentials(portal: LocalPortal, { as = 'administrator', by = 'token' }: Ask): Credentials {
  if (by === 'nobody') return { kind: 'none' }
  if (typeof by === 'object' && 'token' in by) return { kind: 'token', token: by.token }
  const userId = USER_IDS[as]
  if (by !== 'token') return { kind: 'webhook', userId, secret: by === 'webhook' ? WEBHOOK_SECRETS[as] : by.webhook }
  const known = portal.tokens.findLast((token) => token.userId === userId)
  return { kind: 'token', token: (known ?? openSession(portal, userId)).accessToken }
}

function toHeard(answer: RestAnswer): Heard {
  if (answer.kind !== 'answer') return { ends: answer.kind }
  return answer.isTruncated ? { ends: 'cut' } : { status: answer.status, text: answer.body }
}

/** How a case reaches the portal: the call that counts, and the address that earlier calls came from. */
interface Medium {
  send: Send
  source: string
}

const from =
  (source: string): Send =>
  async (portal, ask) => {
    const call: RestCall = {
      method: ask.method,
      params: ask.params ?? {},
      credentials: toCredentials(portal, ask),
      source,
      isPlain: true,
    }
    return toHeard(await answerRest(portal, call))
  }

const inProcess: Medium = { send: from('203.0.113.7'), source: '203.0.113.7' }

const overHttp =
  (server: () => PortalServer, encoding: 'json' | 'form'): Send =>
  async (portal, ask, patienceMs = PATIENCE_MS) => {
    const credentials = toCredentials(portal, ask)
    const door = credentials.kind === 'webhook' ? `${credentials.userId}/${credentials.secret}/` : ''
    const params = { ...ask.params, ...(credentials.kind === 'token' ? { auth: credentials.token } : {}) }
    const request = {
      method: 'POST',
      headers: { 'content-type': encoding === 'json' ? 'application/json' : 'application/x-www-form-urlencoded' },
      body: encoding === 'json' ? JSON.stringify(params) : writeQuery(params),
      signal: AbortSignal.timeout(patienceMs),
    }
    try {
      const response = await fetch(`${server().url}/rest/${door}${ask.method}`, request)
      return { status: response.status, text: await response.text() }
    } catch (error) {
      return { ends: error instanceof Error && error.name === 'TimeoutError' ? 'silence' : 'cut' }
    }
  }

/** Earlier calls come from the same address, but not over the wire: hundreds of them would take seconds. */
async function take(portal: LocalPortal, step: Step, source: string): Promise<void> {
  if ('moveMs' in step) changeClock(portal, { moveMs: step.moveMs })
  else if ('settings' in step) Object.assign(portal.settings, step.settings)
  else if ('change' in step) step.change(portal)
  else for (let call = 0; call < step.calls; call++) await from(source)(portal, step.ask)
}

/** Run times differ by nothing here, but moments do: they are compared only where a case says so. */
function withoutTime(body: unknown): unknown {
  const rest = { ...Object(body), time: undefined }
  if (typeof rest.result === 'object' && rest.result !== null && 'result_time' in rest.result) {
    return { ...rest, result: { ...rest.result, result_time: undefined } }
  }
  return rest
}

function compare(heard: Heard, expected: Case): void {
  if (expected.ends) return expect(heard).toEqual({ ends: expected.ends })
  if ('ends' in heard) throw new Error(`The portal gave no answer but a ${heard.ends}.`)
  expect(heard.status).toBe(expected.status ?? 200)
  if (expected.text !== undefined) return expect(heard.text).toBe(expected.text)
  const body: unknown = JSON.parse(heard.text)
  expect(withoutTime(body)).toEqual(withoutTime(expected.body))
  if (expected.time) expect(Reflect.get(Object(body), 'time')).toMatchObject(expected.time)
}

function compareBodies(heard: Heard, expected: { status?: number; body: unknown }): void {
  if ('ends' in heard) throw new Error(`The portal gave no answer but a ${heard.ends}.`)
  expect(withoutTime(JSON.parse(heard.text))).toEqual(withoutTime(expected.body))
  expect(heard.status).toBe(expected.status ?? 200)
}

async function play(portal: LocalPortal, one: Case, { send, source }: Medium): Promise<void> {
  makeSmall(portal)
  changeClock(portal, { now: NOON, hold: true })
  for (const step of one.before ?? []) await take(portal, step, source)
  setFaults(portal, one.faults ?? [])
  compare(await send(portal, one.ask, one.ends === 'silence' ? SILENCE_MS : PATIENCE_MS), one)
  for (const [orderId, owner] of Object.entries(one.bindings ?? {})) {
    const stored = portal.data.bindings.get(Number(orderId))
    expect(stored ? [stored.ownerTypeId, stored.ownerId] : null).toEqual(owner)
  }
  for (const { ask, ...expected } of one.after ?? []) compareBodies(await send(portal, ask), expected)
}

/** Asks a real portal by its webhook, for an address such as `https://example.bitrix24.com/rest/1/secret`. */
export async function playLive(webhook: string, one: Case): Promise<void> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(one.ask.params ?? {}),
  }
  const response = await fetch(`${webhook.replace(/\/$/, '')}/${one.ask.method}`, request)
  compare({ status: response.status, text: await response.text() }, one)
}

/** The cases that a real portal may be asked; those that write are left out unless they are allowed. */
export function liveCases(cases: readonly Case[], allowed: { writes: boolean }): Case[] {
  return cases.filter(({ live }) => live === true || (live === 'writes' && allowed.writes))
}

/** Plays every case in-process, and over HTTP as JSON and as a form. */
export function playAll(cases: readonly Case[]): void {
  describe('in-process', () => {
    it.each(cases)('$says', (one) => play(createPortal({ settings: one.settings }), one, inProcess))
  })
  describe.each(['json', 'form'] as const)('over HTTP as %s', (encoding) => {
    let server: PortalServer
    beforeAll(async () => {
      server = await startPortalServer({ port: 0, app: { kind: 'address', handler: 'http://127.0.0.1/app' } })
    })
    afterAll(() => server.close())
    it.each(cases.filter(({ jsonOnly }) => encoding === 'json' || !jsonOnly))('$says', async (one) => {
      resetPortal(server.portal, one.settings)
      await play(server.portal, one, { send: overHttp(() => server, encoding), source: '127.0.0.1' })
    })
  })
  const { PORTAL_WEBHOOK: webhook, PORTAL_WRITES } = process.env
  describe.runIf(webhook)('on a real portal', () => {
    it.each(liveCases(cases, { writes: PORTAL_WRITES === '1' }))('$says', (one) => playLive(webhook ?? '', one))
  })
}
