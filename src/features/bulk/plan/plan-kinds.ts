import type { PlanKind, Planned, PlanRow } from '@/domain/plan'
import { isPlanned, PLANNED } from '@/domain/plan'

/** What a plan is looked at by, in the order of the filters; all that is not possible is one of them, each row with its reason. */
export const PLAN_FILTERS = ['all', ...PLANNED, 'already-there', 'not-possible'] as const
export type PlanFilter = (typeof PLAN_FILTERS)[number]

/** How many rows of a plan are written, by what happens to them. */
export type WriteCounts = Record<Planned, number>

/** Gives the filter, other than all, that shows rows of this kind. */
export function filterOf(kind: PlanKind): Exclude<PlanFilter, 'all'> {
  return isPlanned(kind) || kind === 'already-there' ? kind : 'not-possible'
}

/** Counts the rows by their filters. */
export function countPlan(rows: readonly PlanRow[]): Record<PlanFilter, number> {
  const counts = { 'all': rows.length, 'bind': 0, 'move': 0, 'detach': 0, 'already-there': 0, 'not-possible': 0 }
  for (const { kind } of rows) counts[filterOf(kind)] += 1
  return counts
}

/** Gives the places of the rows that a filter shows. */
export function placesOf(rows: readonly PlanRow[], filter: PlanFilter): number[] {
  return rows.flatMap(({ kind }, place) => (filter === 'all' || filterOf(kind) === filter ? [place] : []))
}

/** Counts what is written when these rows, by their places, are left out. */
export function countWrites(rows: readonly PlanRow[], excluded: ReadonlySet<number>): WriteCounts {
  const counts = { bind: 0, move: 0, detach: 0 }
  for (const [place, { kind }] of rows.entries()) if (isPlanned(kind) && !excluded.has(place)) counts[kind] += 1
  return counts
}

/** How many rows that is in all. */
export const totalOf = ({ bind, move, detach }: WriteCounts): number => bind + move + detach
