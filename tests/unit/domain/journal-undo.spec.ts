import type { JournalEntry } from '@/domain/journal'
import { describe, expect, it } from 'vitest'
import { undoOf } from '@/domain/change'
import { orderId } from '@/domain/id'
import { obstacleToUndo, toChange } from '@/domain/journal-undo'
import { anOwnerRef } from '@tests/support/builders'

const ENTRY: JournalEntry = {
  id: 'aaaabbbb',
  orderId: orderId(3),
  before: anOwnerRef(1),
  isBeforeKnown: true,
  after: anOwnerRef(2),
  ending: 'done',
  at: { at: 1_000, offset: 60 },
  by: 4,
  isAltered: false,
}

describe('obstacleToUndo', () => {
  it.each<[string | undefined, Partial<JournalEntry>]>([
    [undefined, {}],
    [undefined, { before: null }],
    [undefined, { after: null }],
    [undefined, { isAltered: true }],
    [undefined, { undoes: 'ccccdddd' }],
    ['not-done', { ending: 'not-done' }],
    ['open', { ending: 'open' }],
    ['unknown', { ending: 'unknown' }],
    ['unknown', { ending: 'unknown', isBeforeKnown: false }],
    ['before-unknown', { isBeforeKnown: false }],
    ['nothing-changed', { before: anOwnerRef(2) }],
    ['nothing-changed', { before: null, after: null }],
  ])('is %s for %j', (obstacle, differs) => {
    expect(obstacleToUndo({ ...ENTRY, ...differs })).toBe(obstacle)
  })
})

describe('toChange', () => {
  it('gives what undo takes back: from the later owner to the former one', () => {
    expect(undoOf(toChange(ENTRY))).toMatchObject({
      orderId: 3,
      after: ENTRY.before,
      undoes: { id: 'aaaabbbb', after: ENTRY.after },
    })
  })
})
