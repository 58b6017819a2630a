import type { OrderId } from '@/domain/id'
import type { Plan, PlanLine, PlanRow } from '@/domain/plan'
import type { RowUndo, StoredRun } from '@/domain/run'
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
  const lines = undos.map(({ orderId, from, after }): PlanLine => ({ kind: 'wish', orderId, from, after }))
  const plan = await makePlan(tools, lines, { ...options, isUndo: true })
  return plan && { run, plan: { ...plan, rows: withDoubts(plan.rows, undos) } }
}

/** Notes the rows whose former owner is the one that the plan showed, as nothing was read right before the write. */
function withDoubts(rows: readonly PlanRow[], undos: readonly RowUndo[]): PlanRow[] {
  const doubtful = new Set<OrderId | undefined>(undos.flatMap((undo) => (undo.isChecked ? [] : [undo.orderId])))
  return rows.map((row) =>
    isPlanned(row.kind) && doubtful.has(row.orderId) ? { ...row, notes: [...row.notes, 'not-checked'] } : row,
  )
}
