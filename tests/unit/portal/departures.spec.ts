import { ApiVersion, B24Hook } from '@bitrix24/b24jssdk'
import { describe, expect, it } from 'vitest'
import { createCalls, RESTRICTIONS } from '@/portal/b24-transport'

const EMPTY_BATCH = { result: [], result_error: [], result_total: [], result_next: [], result_time: [] }
const COMMANDS = { write: { method: 'crm.orderentity.add', params: { fields: { orderId: 6 } } } }

const answerOf = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
const EXPIRED = () => answerOf(401, { error: 'expired_token' })
const DONE = () => answerOf(200, { result: EMPTY_BATCH, time: {} })

/** The unmodified SDK, whose requests are answered one after the other; through a webhook it renews its token at once. */
function openSdk(...answers: (() => Response)[]) {
  const sent: string[] = []
  const params = { b24Url: 'https://portal.example', userId: 1, secret: 'adminsecret' }
  const b24 = new B24Hook(params, { restrictionParams: RESTRICTIONS })
  const { defaults } = b24.getHttpClient(ApiVersion.v2).ajaxClient
  const answer: typeof fetch = async (input, init) => {
    sent.push(new URL(new Request(input, init).url).pathname.split('/').at(-1) ?? '')
    const next = answers[sent.length - 1]
    if (!next) throw new Error('The test has no more answers')
    return next()
  }
  Object.assign(defaults, { adapter: 'fetch', env: { ...defaults.env, fetch: answer } })
  return { ...createCalls(b24), sent }
}

/** Allows so many departures, and counts how many were asked for. */
function allow(count: number) {
  let asked = 0
  return { mayLeave: () => ++asked <= count, asked: () => asked }
}

describe('a batch that asks whether it may leave', () => {
  it('asks once where it is answered', async () => {
    const { batch, sent } = openSdk(DONE)
    const gate = allow(9)
    await batch(COMMANDS, { halt: true, mayLeave: gate.mayLeave })
    expect([gate.asked(), sent.length]).toEqual([1, 1])
  })

  it('asks again before it is repeated with a new token', async () => {
    const { batch, sent } = openSdk(EXPIRED, DONE)
    const gate = allow(9)
    await batch(COMMANDS, { halt: true, mayLeave: gate.mayLeave })
    expect([gate.asked(), sent.length]).toEqual([2, 2])
  })

  it('is never sent where it may not leave', async () => {
    const { batch, sent } = openSdk(DONE)
    const sending = batch(COMMANDS, { halt: true, mayLeave: () => false })
    await expect(sending).rejects.toMatchObject({ name: 'TransportError', kind: 'withheld' })
    expect(sent).toEqual([])
  })

  it('is not repeated where it may not leave again', async () => {
    const { batch, sent } = openSdk(EXPIRED, DONE)
    const sending = batch(COMMANDS, { halt: true, mayLeave: allow(1).mayLeave })
    await expect(sending).rejects.toMatchObject({ name: 'TransportError', kind: 'withheld' })
    expect(sent).toEqual(['batch'])
  })

  it.each([
    ['as an object', { error: { code: 'expired_token' } }],
    ['as an object with a message', { error: { code: 'invalid_token', message: 'The token is invalid' } }],
    ['as an object with details', { error: { code: 'expired_token', validation: [] } }],
  ])('is not repeated after a 401 that names its code %s, which may come after the work', async (_, body) => {
    const { batch, sent } = openSdk(() => answerOf(401, body), DONE)
    const sending = batch(COMMANDS, { halt: true, mayLeave: allow(9).mayLeave })
    await expect(sending).rejects.toMatchObject({ name: 'TransportError', kind: 'broken', status: 401 })
    expect(sent).toEqual(['batch'])
  })

  it.each([
    ['expired_token', 'refused'],
    ['invalid_token', 'refused'],
  ])('stays refused where the portal says %s twice', async (error, kind) => {
    const { batch, sent } = openSdk(
      () => answerOf(401, { error }),
      () => answerOf(401, { error }),
    )
    const sending = batch(COMMANDS, { halt: true, mayLeave: allow(9).mayLeave })
    await expect(sending).rejects.toMatchObject({ kind, code: error, status: 401 })
    expect(sent).toHaveLength(2)
  })

  it('does not ask for its neighbours', async () => {
    const { batch, call } = openSdk(DONE, DONE, DONE)
    const gate = allow(9)
    await Promise.all([
      batch(COMMANDS, { halt: true, mayLeave: gate.mayLeave }),
      batch(COMMANDS, { halt: false }),
      call({ method: 'profile', params: {} }),
    ])
    expect(gate.asked()).toBe(1)
  })
})
