import type { FaultEffect } from '@emulator/portal/fault'
import type { LocalPortal } from '@emulator/portal/state'
import { ApiVersion, B24Hook } from '@bitrix24/b24jssdk'
import { describe, expect, it } from 'vitest'
import { createCalls, RESTRICTIONS } from '@/portal/b24-transport'
import { createPortal as createLocalPortal } from '@emulator/create-portal'
import { setFaults } from '@emulator/faults/faults'
import { answerRest } from '@emulator/rest/answer-rest'
import { faultOf } from '@tests/support/open-portal'

const METHOD = 'crm.orderentity.list'
const WRITE = { method: 'crm.orderentity.add', params: { fields: { orderId: 6, ownerId: 202, ownerTypeId: 2 } } }

/** Milliseconds; the SDK's client waits this long for a silent portal here, 65 s in a frame. */
const PATIENCE = 50

/** What a browser's fetch does once the client has given up. */
async function giveUp(): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, 2 * PATIENCE))
  throw new DOMException('The operation was aborted', 'AbortError')
}

/** Answers the SDK's HTTP client from a local portal; a cut is what a browser's fetch makes of it. */
function createFetch(local: LocalPortal, sent: string[]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const method = new URL(request.url).pathname.split('/').at(-1) ?? ''
    sent.push(method)
    const credentials = { kind: 'webhook', userId: 1, secret: 'adminsecret' } as const
    const answer = await answerRest(local, { method, params: await request.json(), credentials })
    if (answer.kind === 'silence') return giveUp()
    if (answer.kind === 'cut') throw new TypeError('fetch failed')
    return new Response(answer.body, { status: answer.status, headers: answer.headers })
  }
}

/** The unmodified SDK, started as in a frame but through a webhook, which needs no portal page. */
function openSdk(effect?: FaultEffect, method = METHOD) {
  const local = createLocalPortal()
  if (effect) setFaults(local, [faultOf(method, effect)])
  const sent: string[] = []
  const params = { b24Url: 'https://portal.example', userId: 1, secret: 'adminsecret' }
  const b24 = new B24Hook(params, { restrictionParams: RESTRICTIONS })
  const { defaults } = b24.getHttpClient(ApiVersion.v2).ajaxClient
  Object.assign(defaults, {
    adapter: 'fetch',
    timeout: effect?.kind === 'silence' ? PATIENCE : 0,
    env: { ...defaults.env, fetch: createFetch(local, sent) },
  })
  return { ...createCalls(b24), local, sent }
}

describe('call', () => {
  it('gives the result with total and the offset of the next page', async () => {
    const { call } = openSdk()
    const { result, total, next, time } = await call({ method: METHOD, params: { start: 50 } })
    expect(result).toMatchObject({ orderEntity: expect.any(Array) })
    expect([total, next]).toEqual([180, 100])
    expect(time).toHaveProperty('duration')
  })

  it('gives no total where the portal was not to count', async () => {
    const answer = await openSdk().call({ method: METHOD, params: { start: -1 } })
    expect([answer.total, answer.next]).toEqual([undefined, undefined])
  })

  it('gives no next offset on the last page', async () => {
    expect((await openSdk().call({ method: METHOD, params: { start: 150 } })).next).toBeUndefined()
  })

  const failures: [string, FaultEffect, object][] = [
    ['a cut connection', { kind: 'cut-before' }, { kind: 'network' }],
    ['silence', { kind: 'silence' }, { kind: 'timeout' }],
    ['an HTML page with 502', { kind: 'html-page', status: 502 }, { kind: 'broken', status: 502 }],
    ['an HTML page with 403', { kind: 'html-page', status: 403 }, { kind: 'broken', status: 403 }],
    ['an HTML page with 200', { kind: 'html-page', status: 200 }, { kind: 'broken' }],
    ['an empty body', { kind: 'empty-body' }, { kind: 'broken' }],
    ['broken JSON', { kind: 'broken-json' }, { kind: 'broken' }],
    [
      'a refusal',
      { kind: 'error', code: '200040300010', status: 400 },
      { kind: 'refused', code: '200040300010', status: 400 },
    ],
    [
      'the code 0',
      { kind: 'error', code: '0', status: 400, description: 'Not saved' },
      { kind: 'refused', code: '0', status: 400, description: 'Not saved' },
    ],
    [
      'the request limit',
      { kind: 'error', code: 'QUERY_LIMIT_EXCEEDED' },
      { kind: 'refused', code: 'QUERY_LIMIT_EXCEEDED', status: 503 },
    ],
    [
      'the time limit',
      { kind: 'error', code: 'OPERATION_TIME_LIMIT' },
      { kind: 'refused', code: 'OPERATION_TIME_LIMIT', status: 429 },
    ],
    [
      'an internal error',
      { kind: 'error', code: 'INTERNAL_SERVER_ERROR' },
      { kind: 'refused', code: 'INTERNAL_SERVER_ERROR', status: 500 },
    ],
    [
      'a soft refusal',
      { kind: 'error', code: 'ERROR_ENTITY_NOT_FOUND', status: 400 },
      { kind: 'refused', code: 'ERROR_ENTITY_NOT_FOUND', status: 400 },
    ],
  ]

  it.each(failures)('names %s', async (_, effect, error) => {
    const { call } = openSdk(effect)
    await expect(call({ method: METHOD, params: {} })).rejects.toMatchObject({ name: 'TransportError', ...error })
  })

  it.each(failures)('sends a write once when it meets %s', async (_, effect) => {
    const { call, sent } = openSdk(effect, WRITE.method)
    await expect(call(WRITE)).rejects.toMatchObject({ name: 'TransportError' })
    expect(sent).toEqual([WRITE.method])
  })

  it('carries neither parameters nor secrets in its errors', async () => {
    const error = await openSdk({ kind: 'cut-before' }, WRITE.method)
      .call(WRITE)
      .catch((thrown: unknown) => thrown)
    expect([String(error), JSON.stringify(error), Object(error).cause]).toEqual([
      'TransportError: network NETWORK_ERROR',
      expect.not.stringContaining('secret'),
      undefined,
    ])
  })
})

describe('batch', () => {
  it('gives each command its own answer, total and next', async () => {
    const { batch, sent } = openSdk()
    const commands = { 0: { method: METHOD, params: { start: 0 } }, 1: { method: 'crm.nothing', params: {} } }
    const rows = await batch(commands, { halt: false })
    expect(rows['0']).toMatchObject({ ok: true, answer: { total: 180, next: 50 } })
    expect(rows['1']).toMatchObject({ ok: false, code: 'ERROR_METHOD_NOT_FOUND' })
    expect(sent).toEqual(['batch'])
  })

  it('stops at the first refusal when told to halt', async () => {
    const commands = { a: { method: 'crm.nothing', params: {} }, b: { method: METHOD, params: {} } }
    expect(Object.keys(await openSdk().batch(commands, { halt: true }))).toEqual(['a'])
  })

  it('fails as a whole when the connection is cut', async () => {
    const { batch } = openSdk({ kind: 'cut-after' }, 'batch')
    await expect(batch({ a: WRITE }, { halt: true })).rejects.toMatchObject({ kind: 'network' })
  })
})
