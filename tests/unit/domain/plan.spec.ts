import type { PlanKind, PlanRow } from '@/domain/plan'
import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import { countPlan, isPlanned, NOT_PLANNED, PLANNED, toRunRows } from '@/domain/plan'
import { anOwner, anOwnerRef } from '@tests/support/builders'

function aRow(kind: PlanKind, id: number, changes: Partial<PlanRow> = {}): PlanRow {
  return { kind, orderId: orderId(id), before: null, after: null, notes: [], ...changes }
}

describe('the rows of a run', () => {
  it('are those that are planned, sorted by order', () => {
    const rows = [
      aRow('move', 9, { before: { kind: 'hidden', ref: anOwnerRef(1) }, after: { kind: 'present', owner: anOwner() } }),
      ...NOT_PLANNED.map((kind) => aRow(kind, 5)),
      aRow('detach', 30, { before: { kind: 'gone', ref: anOwnerRef(3) } }),
      aRow('bind', 4, { after: { kind: 'unread', ref: anOwnerRef(2) } }),
    ]
    expect(toRunRows(rows)).toEqual([
      { orderId: 4, expected: null, after: anOwnerRef(2) },
      { orderId: 9, expected: anOwnerRef(1), after: anOwner().ref },
      { orderId: 30, expected: anOwnerRef(3), after: null },
    ])
  })

  it('leave out what is not known: nothing is written by a guess', () => {
    const rows = [aRow('bind', 1, { before: undefined }), aRow('bind', 2, { after: undefined })]
    expect(toRunRows(rows)).toEqual([])
  })
})

it.each([...PLANNED, ...NOT_PLANNED])('%s is written, or is not', (kind) => {
  expect(isPlanned(kind)).toBe(['bind', 'move', 'detach'].includes(kind))
})

it('counts rows by what becomes of them', () => {
  const counts = countPlan([aRow('bind', 1), aRow('bind', 2), aRow('duplicate', 3)])
  expect([...counts]).toEqual([
    ['bind', 2],
    ['duplicate', 1],
  ])
})
