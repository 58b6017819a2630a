import type { JournalEntry } from '@/domain/journal'
import { describe, expect, it } from 'vitest'
import { LONGEST_SETTLING } from '@/binding/settle'
import { isOverdue, settleEntry } from '@/binding/settle-entry'
import { orderId } from '@/domain/id'
import { anOwnerRef } from '@tests/support/builders'

const [BEFORE, AFTER, OTHER] = [anOwnerRef(1), anOwnerRef(2), anOwnerRef(3)]
const ENTRY: JournalEntry = {
  id: 'aaaabbbb',
  orderId: orderId(3),
  before: BEFORE,
  isBeforeKnown: true,
  after: AFTER,
  ending: 'open',
  at: { at: 1_000_000, offset: 0 },
  by: 4,
  isAltered: false,
}

describe('isOverdue', () => {
  it.each<[boolean, number, Partial<JournalEntry>]>([
    [false, 0, {}],
    [false, LONGEST_SETTLING, {}],
    [true, LONGEST_SETTLING + 1, {}],
    [false, LONGEST_SETTLING + 1, { ending: 'done' }],
    [false, LONGEST_SETTLING + 1, { ending: 'unknown' }],
    [false, LONGEST_SETTLING + 1, { at: undefined }],
  ])('is %s after %i ms: %j', (isOver, age, differs) => {
    expect(isOverdue({ ...ENTRY, ...differs }, 1_000_000 + age)).toBe(isOver)
  })
})

describe('settleEntry', () => {
  it.each([
    ['done', AFTER, true],
    ['unknown', AFTER, false],
    ['unknown', BEFORE, true],
    ['unknown', OTHER, true],
    ['unknown', null, true],
    ['unknown', 'order-gone', true],
  ] as const)('is %s where the order shows %j, the latest change: %s', (ending, shown, isLatest) => {
    expect(settleEntry(ENTRY, { shown, isLatest })).toBe(ending)
  })

  it.each([
    ['done', null],
    ['unknown', 'order-gone'],
    ['unknown', BEFORE],
  ] as const)('is %s for an unbind where the order shows %j', (ending, shown) => {
    expect(settleEntry({ ...ENTRY, after: null }, { shown, isLatest: true })).toBe(ending)
  })

  it('proves nothing where the order was as wished before', () => {
    expect(settleEntry({ ...ENTRY, before: AFTER }, { shown: AFTER, isLatest: true })).toBe('unknown')
  })
})
