import type { OrderId } from '@/domain/id'
import type { Plan, PlanLine, PlanNote, PlanRow } from '@/domain/plan'
import type { StoredRun } from '@/domain/run'
import type { Runs } from '@/portal/runs'
import type { PlanOptions } from './make-plan'
import type { ReadTools } from './read-plan-orders'
import { isPlanned } from '@/domain/plan'
import { undoOfRow } from '@/domain/run'
import { makePlan } from './make-plan'

/** What would take a run back. */
export interface UndoPlan {
  /** The run that is taken back, with its author and time. */
  run: StoredRun
  /** Its rows that are done. What was changed since, or whose owner is gone, is in it and not planned. */
  plan: Plan
}

/**
 * Reads what would take a run back, from the portal's storage; nothing once it was aborted, or where this version cannot read the run.
 * @throws what concerns the whole app, or the right to read; unreadable where a part of the run is missing
 */
export async function planUndo(
  tools: ReadTools & { runs: Pick<Runs, 'read'> },
  id: string,
  options: PlanOptions = {},
): Promise<UndoPlan | undefined> {
  const run = await tools.runs.read(id)
  if (!run) return undefined
  const undos = run.plan.flatMap((row, place) => undoOfRow(row, run.states[place] ?? { kind: 'waiting' }) ?? [])
  const told = run.plan.flatMap(({ orderId }, place) => (tellsOwner(run, place) ? [orderId] : []))
  const lines = undos.map(({ orderId, from, after }): PlanLine => ({ kind: 'wish', orderId, from, after }))
  const plan = await makePlan(tools, lines, { ...options, isUndo: true })
  const notChecked = undos.flatMap((undo) => (undo.isChecked ? [] : [undo.orderId]))
  const rows = plan && withNote(withNote(plan.rows, notChecked, 'not-checked'), told, 'told-by-other')
  return rows && { run, plan: { ...plan, rows } }
}

/** The owner that is put back is named by nobody but somebody who went on with the run, or says so. */
function tellsOwner({ states, toldBy }: StoredRun, place: number): boolean {
  const state = states[place]
  return state?.kind === 'done' && state.replaced.kind === 'newer' && toldBy?.has(place) === true
}

function withNote(rows: readonly PlanRow[], orders: readonly OrderId[], note: PlanNote): PlanRow[] {
  const noted = new Set<OrderId | undefined>(orders)
  return rows.map((row) =>
    isPlanned(row.kind) && noted.has(row.orderId) ? { ...row, notes: [...row.notes, note] } : row,
  )
}
