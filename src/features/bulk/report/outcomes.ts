import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { PlanLine, PlanRow } from '@/domain/plan'
import type { RunRow, RowState } from '@/domain/run'
import type { ShownOrder } from '@/features/bulk/rows/shown-order'
import type { RunSheet } from '@/features/bulk/store/bulk-state'
import type { Outcome } from './report-kinds'
import { stepFor } from '@/domain/binding'
import { refOf } from '@/domain/owner'
import { isPlanned } from '@/domain/plan'
import { canRepeat, isToDecide } from './report-kinds'

/** One row of a report. */
export interface ReportRow {
  /** A row of the plan knows more of why nothing was to be written. */
  order: PlanRow | ShownOrder
  before?: OwnerRef | null | undefined
  after?: OwnerRef | null | undefined
  outcome: Outcome
}

/** Gives the owners that a row names, in its columns and in how it ended. */
export function ownersNamed({ after, outcome }: Pick<ReportRow, 'after' | 'outcome'>): OwnerRef[] {
  const state = outcome.kind === 'in-run' ? outcome.state : undefined
  const now = state && 'now' in state ? state.now : undefined
  const replaced = state?.kind === 'done' && state.replaced.kind === 'newer' ? state.replaced.owner : undefined
  const overtaken = state?.kind === 'overtaken' ? state.replaced : undefined
  return [after, now, replaced, overtaken].filter((owner) => owner !== null && owner !== undefined)
}

const refIn = (owner: PlanRow['after']): OwnerRef | null | undefined => (owner ? refOf(owner) : owner)

/** Tells what became of a row of a run. */
export function outcomeOf({ expected, after }: RunRow, state: RowState): Outcome {
  const step = stepFor(expected, after)
  return { kind: 'in-run', planned: step === 'unbind' ? 'detach' : step === 'nothing' ? 'bind' : step, state }
}

const notInRun = ({ kind }: PlanRow, isExcluded: boolean): Outcome => {
  if (!isPlanned(kind)) return { kind: 'not-planned', why: kind }
  return isExcluded
    ? { kind: 'left-out', planned: kind }
    : { kind: 'in-run', planned: kind, state: { kind: 'waiting' } }
}

/** Gives all rows of a plan with what became of them, in its order; after them those that only the run knows, as one that goes on with another. */
export function reportRows({ planned, excluded, rows, states }: RunSheet): ReportRow[] {
  const places = new Map(rows.map(({ orderId }, place) => [orderId, place]))
  const taken = new Set<OrderId>()

  function inRun(orderId: OrderId | undefined): Outcome | undefined {
    const place = orderId === undefined ? undefined : places.get(orderId)
    const [row, state] = place === undefined ? [] : [rows[place], states[place]]
    return row && state && outcomeOf(row, state)
  }

  const ofPlan = planned.map((row, place): ReportRow => {
    const isWritten = isPlanned(row.kind) && !excluded.has(place)
    const outcome = (isWritten && inRun(row.orderId)) || notInRun(row, excluded.has(place))
    if (isWritten && row.orderId !== undefined) taken.add(row.orderId)
    return { order: row, before: refIn(row.before), after: refIn(row.after), outcome }
  })
  const others = rows.flatMap((row, place): ReportRow[] => {
    const state = states[place]
    if (taken.has(row.orderId) || !state) return []
    return [{ order: { orderId: row.orderId }, before: row.expected, after: row.after, outcome: outcomeOf(row, state) }]
  })
  return [...ofPlan, ...others]
}

/**
 * Gives a row as a wish, for a plan of its own. What is repeated has to be where it was expected, where its plan said so; what a person
 * decides upon may be anywhere.
 */
export function toWish(row: ReportRow, lines: ReadonlyMap<OrderId, PlanLine>): PlanLine[] {
  const { orderId, line } = row.order
  if (orderId === undefined || row.after === undefined) return []
  const wish: PlanLine = { kind: 'wish', orderId, after: row.after, ...(line !== undefined && { line }) }
  const first = lines.get(orderId)
  const from = first?.kind === 'wish' ? first.from : undefined
  return [from === undefined || isToDecide(row.outcome) ? wish : { ...wish, from }]
}

/** Gives what may be tried once more. */
export function repeatable(rows: readonly ReportRow[]): ReportRow[] {
  return rows.filter(({ outcome }) => canRepeat(outcome))
}
