import type { Params } from '@emulator/calls/call'
import type { FaultRule } from '@emulator/portal/fault'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPortal, resetPortal } from '@emulator/create-portal'
import { setFaults } from '@emulator/faults/faults'
import { answerRest } from '@emulator/rest/answer-rest'

const ADD = 'crm.orderentity.add'
const everyCall = (effect: FaultRule['effect'], method = ADD): FaultRule => ({ method, when: 'every', effect })

/** A portal in which order 1 has no owner, with these rules. */
function aPortal(...rules: FaultRule[]) {
  const portal = createPortal()
  portal.data.bindings.delete(1)
  setFaults(portal, rules)
  const call = (method: string, params: Params = {}) =>
    answerRest(portal, { method, params, credentials: { kind: 'webhook', userId: 1, secret: 'adminsecret' } })
  const bind = () => call('crm.orderEntity.add', { fields: { orderId: 1, ownerId: 201, ownerTypeId: 2 } })
  const bindInBatch = () =>
    call('batch', { cmd: { a: `${ADD}?fields[orderId]=1&fields[ownerId]=201&fields[ownerTypeId]=2` } })
  return { portal, call, bind, bindInBatch, isBound: () => portal.data.bindings.has(1) }
}

async function bodyOf(answer: ReturnType<typeof answerRest>): Promise<string> {
  const received = await answer
  return received.kind === 'answer' ? received.body : received.kind
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('an effect', () => {
  it('error answers as documented, and nothing runs', async () => {
    const { bind, isBound } = aPortal(everyCall({ kind: 'error', code: 'QUERY_LIMIT_EXCEEDED' }))
    expect(await bind()).toMatchObject({
      status: 503,
      body: '{"error":"QUERY_LIMIT_EXCEEDED","error_description":"Too many requests"}',
    })
    expect(isBound()).toBe(false)
  })

  it('error takes a status and a text of its own', async () => {
    const { bind } = aPortal(everyCall({ kind: 'error', code: '0', status: 500, description: 'Basket is locked' }))
    expect(await bind()).toMatchObject({ status: 500, body: '{"error":"0","error_description":"Basket is locked"}' })
  })

  it('cut-before runs nothing', async () => {
    const { bind, isBound } = aPortal(everyCall({ kind: 'cut-before' }))
    expect(await bind()).toEqual({ kind: 'cut' })
    expect(isBound()).toBe(false)
  })

  it('cut-after runs the method and drops the answer', async () => {
    const { bind, isBound, portal } = aPortal(everyCall({ kind: 'cut-after' }))
    expect(await bind()).toEqual({ kind: 'cut' })
    expect(isBound()).toBe(true)
    expect(portal.log).toMatchObject([{ method: 'crm.orderEntity.add', status: 0 }])
  })

  it('late-work runs the method when it is time', async () => {
    const { bind, isBound } = aPortal(everyCall({ kind: 'late-work', ms: 4000 }))
    expect(await bind()).toEqual({ kind: 'cut' })
    await vi.advanceTimersByTimeAsync(3999)
    expect(isBound()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(isBound()).toBe(true)
  })

  it('late-work is logged when it comes, marked as late', async () => {
    const { bind, portal } = aPortal(everyCall({ kind: 'late-work', ms: 4000 }))
    await bind()
    await vi.advanceTimersByTimeAsync(4000)
    expect(portal.log.map(({ status, late }) => [status, late])).toEqual([
      [0, undefined],
      [200, true],
    ])
  })

  it('late-work does not reach past a reset', async () => {
    const { bind, portal } = aPortal(everyCall({ kind: 'late-work', ms: 4000 }))
    await bind()
    resetPortal(portal)
    portal.data.bindings.delete(1)
    await vi.advanceTimersByTimeAsync(5000)
    expect(portal.data.bindings.has(1)).toBe(false)
  })

  it('silence runs nothing and answers nothing', async () => {
    const { bind, isBound } = aPortal(everyCall({ kind: 'silence' }))
    expect(await bind()).toEqual({ kind: 'silence' })
    expect(isBound()).toBe(false)
  })

  it('delay answers later', async () => {
    const { bind, isBound } = aPortal(everyCall({ kind: 'delay', ms: 700 }))
    const answer = bind()
    await vi.advanceTimersByTimeAsync(699)
    expect(isBound()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await answer).toMatchObject({ status: 200 })
  })

  it('corrupted answers come after the work was done', async () => {
    const empty = aPortal(everyCall({ kind: 'empty-body' }))
    expect(await bodyOf(empty.bind())).toBe('')
    const page = aPortal(everyCall({ kind: 'html-page', status: 504 }))
    expect(await page.bind()).toMatchObject({ status: 504, headers: { 'content-type': 'text/html; charset=utf-8' } })
    const broken = aPortal(everyCall({ kind: 'broken-json' }))
    const text = await bodyOf(broken.bind())
    expect(() => JSON.parse(text)).toThrow()
    const wrong = aPortal(everyCall({ kind: 'wrong-shape', result: { dealOrder: [] } }))
    expect(JSON.parse(await bodyOf(wrong.bind()))).toMatchObject({ result: { dealOrder: [] } })
    expect([empty, page, broken, wrong].map(({ isBound }) => isBound())).toEqual([true, true, true, true])
  })
})

describe('a rule', () => {
  it('hits the nth call of its method only', async () => {
    const { call } = aPortal({ method: 'profile', when: { nth: 2 }, effect: { kind: 'cut-before' } })
    const kinds = [await call('profile'), await call('scope'), await call('Profile'), await call('profile')].map(
      ({ kind }) => kind,
    )
    expect(kinds).toEqual(['answer', 'answer', 'cut', 'answer'])
  })

  it('comes before later rules, and both count', async () => {
    const { call, portal } = aPortal(
      everyCall({ kind: 'cut-before' }, 'profile'),
      everyCall({ kind: 'silence' }, 'profile'),
    )
    expect(await call('profile')).toEqual({ kind: 'cut' })
    expect(portal.faults.map(({ hits }) => hits)).toEqual([1, 1])
  })

  it('for every method hits whatever comes', async () => {
    const { call } = aPortal(everyCall({ kind: 'cut-before' }, '*'))
    expect([(await call('profile')).kind, (await call('batch', { cmd: {} })).kind]).toEqual(['cut', 'cut'])
  })

  it('for an error hits one command of a batch', async () => {
    const { bindInBatch, isBound } = aPortal(everyCall({ kind: 'error', code: '0', description: 'No' }))
    expect(JSON.parse(await bodyOf(bindInBatch())).result).toMatchObject({
      result: [],
      result_error: { a: { error: '0', error_description: 'No' } },
    })
    expect(isBound()).toBe(false)
  })

  it('for a shape hits one command of a batch', async () => {
    const { bindInBatch, isBound } = aPortal(everyCall({ kind: 'wrong-shape', result: null }))
    expect(JSON.parse(await bodyOf(bindInBatch())).result.result).toEqual({ a: null })
    expect(isBound()).toBe(true)
  })

  it('for the connection hits the batch that carries the method', async () => {
    const { bindInBatch, isBound } = aPortal(everyCall({ kind: 'cut-after' }))
    expect(await bindInBatch()).toEqual({ kind: 'cut' })
    expect(isBound()).toBe(true)
  })

  it('may be kept out of batches', async () => {
    const { bindInBatch, isBound } = aPortal({ ...everyCall({ kind: 'cut-before' }), inBatch: false })
    expect(await bindInBatch()).toMatchObject({ status: 200 })
    expect(isBound()).toBe(true)
  })
})
