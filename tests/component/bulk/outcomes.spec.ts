import type { PlanRow } from '@/domain/plan'
import type { RowState } from '@/domain/run'
import type { RunSheet } from '@/features/bulk/store/bulk-state'
import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import { toRunRows } from '@/domain/plan'
import { expectedTime } from '@/features/bulk/plan/expected-time'
import { reportRows, toWish } from '@/features/bulk/report/outcomes'
import { canRepeat, countReport, isToDecide } from '@/features/bulk/report/report-kinds'
import { formerOwners } from '@/features/bulk/report/useEmptyOwners'
import { anOwnerRef } from '@tests/support/builders'
import { aRow, FROM, TO } from './open-bulk'

const DONE: RowState = { kind: 'done', replaced: { kind: 'as-planned' } }

function aSheet(planned: readonly PlanRow[], states: readonly RowState[], excluded: readonly number[] = []): RunSheet {
  const rows = toRunRows(planned.filter((_, place) => !excluded.includes(place)))
  const source = { kind: 'wishes' as const, lines: [] }
  return { source, planned, excluded: new Set(excluded), runId: 'run', rows, states, startedAt: 0 }
}

describe('the rows of a report', () => {
  it('stand in the order of the plan, whatever the order of the run', () => {
    const rows = reportRows(aSheet([aRow(9), aRow(2), aRow(5)], [{ kind: 'unknown' }, DONE, { kind: 'order-gone' }]))
    expect(rows.map(({ order, outcome }) => [order.orderId, outcome.kind === 'in-run' && outcome.state.kind])).toEqual([
      [9, 'order-gone'],
      [2, 'unknown'],
      [5, 'done'],
    ])
  })

  it('add up: each has one kind', () => {
    const planned = [
      aRow(1),
      aRow(2),
      aRow(3, { kind: 'bind', before: null }),
      aRow(4, { kind: 'already-there' }),
      aRow(5),
    ]
    const counts = countReport(
      reportRows(aSheet(planned, [DONE, DONE, { kind: 'waiting' }], [1])).map((row) => row.outcome),
    )
    const { all, ...kinds } = counts
    expect(all).toBe(5)
    expect(Object.values(kinds).reduce((sum, count) => sum + count)).toBe(5)
    expect(kinds).toMatchObject({ 'move': 1, 'bind': 1, 'already-there': 1, 'not-written': 2 })
  })

  it('have those that another window had done before', () => {
    const sheet = { ...aSheet([aRow(2)], [DONE, DONE]), rows: toRunRows([aRow(1), aRow(2)]) }
    expect(reportRows(sheet).map(({ order }) => order.orderId)).toEqual([2, 1])
  })

  it('count twice what the list names twice', () => {
    const rows = reportRows(aSheet([aRow(1), aRow(1, { kind: 'duplicate' })], [DONE]))
    expect(rows.map(({ outcome }) => outcome.kind)).toEqual(['in-run', 'not-planned'])
  })
})

describe('a row that is wished once more', () => {
  const rowWith = (state: RowState) => reportRows(aSheet([aRow(1)], [state]))[0]
  const lines = new Map([[orderId(1), { kind: 'wish' as const, orderId: orderId(1), after: TO.ref, from: FROM.ref }]])

  it('has to be where it was to be, where it is tried again', () => {
    const row = rowWith({ kind: 'not-done', code: 'X' })
    expect(row && toWish(row, lines)).toEqual([expect.objectContaining({ from: FROM.ref, after: TO.ref })])
  })

  it('may be anywhere, where a person decides', () => {
    const row = rowWith({ kind: 'left-alone', now: anOwnerRef(7) })
    expect(row && toWish(row, lines)[0]).not.toHaveProperty('from')
  })

  it.each<[RowState, 'repeat' | 'decide' | 'nothing']>([
    [DONE, 'nothing'],
    [{ kind: 'already-so' }, 'nothing'],
    [{ kind: 'order-gone' }, 'nothing'],
    [{ kind: 'waiting' }, 'repeat'],
    [{ kind: 'open' }, 'repeat'],
    [{ kind: 'unknown' }, 'repeat'],
    [{ kind: 'not-done', code: 'X' }, 'repeat'],
    [{ kind: 'left-alone', now: null }, 'decide'],
    [{ kind: 'overtaken', now: null, ours: 'unknown' }, 'decide'],
  ])('after %j: %s', (state, action) => {
    const outcome = { kind: 'in-run' as const, planned: 'move' as const, state }
    expect([canRepeat(outcome), isToDecide(outcome)]).toEqual([action === 'repeat', action === 'decide'])
  })
})

describe('owners that orders were taken from', () => {
  it('are named once, the one that was really replaced, and none where nothing was done', () => {
    const planned = [aRow(1), aRow(2), aRow(3), aRow(4), aRow(5, { kind: 'bind', before: null })]
    const newer: RowState = { kind: 'done', replaced: { kind: 'newer', owner: anOwnerRef(7) } }
    expect(formerOwners(aSheet(planned, [DONE, DONE, newer, { kind: 'not-done', code: 'X' }, DONE]))).toEqual([
      FROM.ref,
      anOwnerRef(7),
    ])
  })
})

describe('the time that a run is expected to take', () => {
  it.each([
    [10, 10, 15],
    [440, 7 * 60, 9 * 60],
    // The portal's working time is what limits long ones: 0.98 s a write, 432 s in ten minutes.
    [1000, 22 * 60, 23 * 60],
    [10_000, 3.7 * 3600, 3.9 * 3600],
  ])('of %i writes is between %i and %i s', (writes, least, most) => {
    expect(expectedTime(writes) / 1000).toBeGreaterThanOrEqual(least)
    expect(expectedTime(writes) / 1000).toBeLessThanOrEqual(most)
  })
})
