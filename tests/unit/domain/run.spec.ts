import type { RowEnd, RowState } from '@/domain/run'
import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import { canRepeat, countRun, inRunOrder, isEnded, mergeRowStates, nextRowState, undoOfRow } from '@/domain/run'
import { anOwnerRef } from '@tests/support/builders'

const WAITING: RowState = { kind: 'waiting' }
const OPEN: RowState = { kind: 'open' }
const DONE: RowEnd = { kind: 'done', replaced: { kind: 'as-planned' } }
const NEWER: RowEnd = { kind: 'done', replaced: { kind: 'newer', owner: anOwnerRef(77) } }
const NOT_CHECKED: RowEnd = { kind: 'done', replaced: { kind: 'not-checked' } }
const ENDS: RowEnd[] = [
  DONE,
  NEWER,
  NOT_CHECKED,
  { kind: 'already-so' },
  { kind: 'left-alone', now: null },
  { kind: 'overtaken', now: anOwnerRef(5), ours: 'unknown' },
  { kind: 'order-gone' },
  { kind: 'not-done', code: 'ERROR_CORE' },
  { kind: 'unknown' },
]

describe('a row', () => {
  it('is opened, opened again, and ends', () => {
    expect(nextRowState(WAITING, { kind: 'open' })).toEqual(OPEN)
    expect(nextRowState(OPEN, { kind: 'open' })).toEqual(OPEN)
    for (const end of ENDS) expect(nextRowState(OPEN, end)).toBe(end)
  })

  it('has no end without having been opened', () => {
    for (const end of ENDS) expect(() => nextRowState(WAITING, end)).toThrow(RangeError)
  })

  it('ends once, and is not opened again then', () => {
    for (const end of ENDS) {
      expect(() => nextRowState(end, DONE)).toThrow(RangeError)
      expect(() => nextRowState(end, { kind: 'open' })).toThrow(RangeError)
    }
  })

  it.each(ENDS)('counts $kind as an end', (end) => expect(isEnded(end)).toBe(true))
  it.each([WAITING, OPEN])('does not count $kind as an end', (state) => expect(isEnded(state)).toBe(false))
})

describe('what two windows say of a row', () => {
  it.each<[earlier: RowState, later: RowState, known: RowState]>([
    [WAITING, OPEN, OPEN],
    [OPEN, WAITING, OPEN],
    [OPEN, DONE, DONE],
    [DONE, WAITING, DONE],
    // What one has written the other finds as wished.
    [NEWER, { kind: 'already-so' }, NEWER],
    [NEWER, NOT_CHECKED, NEWER],
    [DONE, NOT_CHECKED, DONE],
    // Somebody put it back in between, and the other has written it again.
    [NEWER, DONE, DONE],
    [{ kind: 'unknown' }, NOT_CHECKED, NOT_CHECKED],
    [{ kind: 'not-done', code: '0' }, { kind: 'already-so' }, { kind: 'already-so' }],
    // It may be on its way again.
    [DONE, OPEN, OPEN],
    [DONE, { kind: 'left-alone', now: null }, { kind: 'left-alone', now: null }],
  ])('%j, then %j: %j', (earlier, later, known) => {
    expect(mergeRowStates(earlier, later)).toEqual(known)
  })
})

describe('counting a run', () => {
  it('adds up, whatever its rows are', () => {
    const states = [WAITING, WAITING, OPEN, ...ENDS]
    const count = countRun(states)
    expect(count).toMatchObject({ left: 3, failed: 5, notChecked: 1 })
    expect(count.byKind).toMatchObject({ 'waiting': 2, 'open': 1, 'done': 3, 'already-so': 1, 'unknown': 1 })
    expect(Object.values(count.byKind).reduce((sum, one) => sum + one, 0)).toBe(states.length)
  })

  it('is nothing but zeros for no rows', () => {
    expect(Object.values(countRun([]).byKind).every((one) => one === 0)).toBe(true)
  })
})

describe('repeating a row', () => {
  it.each<[RowState, boolean]>([
    [WAITING, true],
    [OPEN, true],
    [DONE, false],
    [NOT_CHECKED, false],
    [{ kind: 'already-so' }, false],
    [{ kind: 'left-alone', now: null }, true],
    [{ kind: 'overtaken', now: null, ours: 'written' }, true],
    [{ kind: 'order-gone' }, false],
    [{ kind: 'not-done', code: '0' }, true],
    [{ kind: 'unknown' }, true],
  ])('%j: %j', (state, expected) => expect(canRepeat(state)).toBe(expected))
})

describe('taking a row back', () => {
  const row = { orderId: orderId(7), expected: anOwnerRef(1), after: anOwnerRef(2) }

  it.each<[string, RowState, unknown]>([
    ['gives what the plan showed, where it was so', DONE, { after: row.expected, isChecked: true }],
    ['gives a newer owner that was replaced', NEWER, { after: anOwnerRef(77), isChecked: true }],
    ['says so where nothing was read before the write', NOT_CHECKED, { after: row.expected, isChecked: false }],
  ])('%s', (_, state, expected) => {
    expect(undoOfRow(row, state)).toEqual({ orderId: row.orderId, from: row.after, ...Object(expected) })
  })

  it('detaches what had no owner', () => {
    expect(undoOfRow({ ...row, expected: null }, DONE)?.after).toBeNull()
    expect(undoOfRow(row, { kind: 'done', replaced: { kind: 'newer', owner: null } })?.after).toBeNull()
  })

  it.each([WAITING, OPEN, ...ENDS.filter(({ kind }) => kind !== 'done')])('leaves $kind alone', (state) => {
    expect(undoOfRow(row, state)).toBeUndefined()
  })
})

const rowOf = (id: number) => ({ orderId: orderId(id), expected: null, after: anOwnerRef(id) })

describe('inRunOrder', () => {
  it('sorts rows by the number of their order, each with its owners', () => {
    expect(inRunOrder([rowOf(20), rowOf(3), rowOf(100)])).toEqual([rowOf(3), rowOf(20), rowOf(100)])
  })

  it('leaves the list that it was given alone', () => {
    const rows = [rowOf(2), rowOf(1)]
    inRunOrder(rows)
    expect(rows).toEqual([rowOf(2), rowOf(1)])
  })
})
