import type { Answered, Sight, Verdict } from '@/domain/verdict'
import { describe, expect, it } from 'vitest'
import { toSight, verdictOn } from '@/domain/verdict'
import { anOwnerRef } from '@tests/support/builders'

describe('verdictOn', () => {
  it.each<[Answered, Sight, Verdict]>([
    ['written', 'after', 'done'],
    ['written', 'before', 'replaced'],
    ['written', 'other', 'replaced'],
    ['written', 'gone', 'order-gone'],
    ['written', 'unread', 'read-again'],
    ['mismatch', 'after', 'already-so'],
    ['mismatch', 'before', 'not-done'],
    ['mismatch', 'other', 'forestalled'],
    ['mismatch', 'gone', 'order-gone'],
    ['mismatch', 'unread', 'read-again'],
    ['refused', 'after', 'already-so'],
    ['refused', 'before', 'not-done'],
    ['refused', 'other', 'not-done'],
    ['refused', 'gone', 'order-gone'],
    ['refused', 'unread', 'not-done'],
    ['lost', 'after', 'done'],
    ['lost', 'before', 'read-again'],
    ['lost', 'other', 'read-again'],
    ['lost', 'gone', 'order-gone'],
    ['lost', 'unread', 'read-again'],
    ['lost-for-good', 'after', 'done'],
    ['lost-for-good', 'before', 'not-done'],
    ['lost-for-good', 'other', 'overtaken'],
    ['lost-for-good', 'gone', 'order-gone'],
    ['lost-for-good', 'unread', 'unknown'],
  ])('of a write that was %s, after a reading that showed %s: %s', (answered, sight, verdict) => {
    expect(verdictOn(answered, sight)).toBe(verdict)
  })
})

describe('toSight', () => {
  const [before, after, other] = [anOwnerRef(204), anOwnerRef(12), anOwnerRef(205)]

  it.each([
    ['the owner wished', after, 'after'],
    ['the owner before', before, 'before'],
    ['somebody else’s owner', other, 'other'],
    ['no owner', null, 'other'],
    ['no such order', 'order-gone', 'gone'],
    ['nothing', undefined, 'unread'],
  ] as const)('of a move: %s', (_, shown, sight) => {
    expect(toSight(shown, { before, after })).toBe(sight)
  })

  it.each([
    ['no owner', null, 'after'],
    ['the owner before', before, 'before'],
    ['somebody else’s owner', other, 'other'],
    ['no such order, which is not the same as no owner', 'order-gone', 'gone'],
  ] as const)('of an unbind: %s', (_, shown, sight) => {
    expect(toSight(shown, { before, after: null })).toBe(sight)
  })

  it('takes the wish for come true where it is what was there before as well', () => {
    expect(toSight(after, { before: after, after })).toBe('after')
  })
})
