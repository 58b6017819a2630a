import { describe, expect, it } from 'vitest'
import { settle, settlementBy } from '@/binding/settle'
import { orderId } from '@/domain/id'
import { aFailure, anOwnerRef } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'
import { instantClock } from '@tests/support/instant-clock'

const WISH = { orderId: orderId(3), after: anOwnerRef() }

function settleWith(error: Error) {
  const portal = fakePortal({ bindings: { readOfOrders: () => Promise.reject(error) } })
  const clock = instantClock()
  return settle({ portal, clock }, { wish: WISH, before: null }, clock.now())
}

describe('settle', () => {
  it('leaves the end open when no reading is answered', async () => {
    expect(await settleWith(aFailure())).toEqual({ kind: 'unknown' })
  })

  it('throws a mistake of ours on', async () => {
    await expect(settleWith(new TypeError('rows is undefined'))).rejects.toThrow(TypeError)
  })
})

describe('settlementBy', () => {
  const [before, other] = [anOwnerRef(204), anOwnerRef(205)]

  it.each([
    ['the wish came true', WISH.after, { kind: 'done' }],
    ['the owner before is still there', before, { kind: 'not-done', now: before }],
    ['somebody else put it elsewhere', other, { kind: 'overtaken', now: other }],
    ['somebody else unbound it', null, { kind: 'overtaken', now: null }],
    ['the last reading got no answer', undefined, { kind: 'unknown' }],
  ] as const)('of a move: %s', (_, last, end) => {
    expect(settlementBy(last, { wish: WISH, before })).toEqual(end)
  })

  it.each([
    ['the order is free', null, { kind: 'done' }],
    ['the owner before is still there', before, { kind: 'not-done', now: before }],
    ['somebody else bound it elsewhere', other, { kind: 'overtaken', now: other }],
  ] as const)('of an unbind: %s', (_, last, end) => {
    expect(settlementBy(last, { wish: { ...WISH, after: null }, before })).toEqual(end)
  })
})
