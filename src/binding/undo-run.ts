import type { Plan } from '@/domain/plan'
import type { StoredRun } from '@/domain/run'
import type { RunTools } from './live-run'
import type { PlanOptions } from './make-plan'

/** What would take a run back. */
export interface UndoPlan {
  /** The run that is taken back, with its author and time. */
  run: StoredRun
  /** Its rows that are done. What was changed since, or whose owner is gone, is in it and not planned. */
  plan: Plan
}

/** Reads what would take a run back; nothing once it was aborted, or where this version cannot read the run. */
export async function planUndo(_tools: RunTools, _id: string, _options?: PlanOptions): Promise<UndoPlan | undefined> {
  throw new Error('To follow.')
}
