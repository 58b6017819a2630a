import type { Plan, PlanLine, PlanRow } from '@/domain/plan'
import type { StoredRun } from '@/domain/run'
import type { LiveRun, OnRunEvent, RunTools } from './live-run'
import type { PlanOptions } from './make-plan'
import type { UndoPlan } from './undo-run'
import { makePlan } from './make-plan'
import { resumeRun, startRun } from './run-loop'
import { planUndo } from './undo-run'

/** Makes plans of many changes and carries them out by the rules of safe binding. */
export interface RunEngine {
  /** Reads what the wishes would do; nothing once it was aborted. @throws what concerns the whole app, or the right to read */
  plan(lines: readonly PlanLine[], options?: PlanOptions): Promise<Plan | undefined>
  /**
   * Reads what would take a run back: rows that are where it brought them. A plan like any other, to be shown with whose run it was;
   * nothing once it was aborted, or where this version cannot read the run.
   * @throws what concerns the whole app, or the right to read
   */
  undoPlan(id: string, options?: PlanOptions): Promise<UndoPlan | undefined>
  /** Stores the plan and writes its rows; those that are not planned are left out. `undoes`: the run that they take back. */
  start(rows: readonly PlanRow[], options: { undoes?: string; onEvent: OnRunEvent }): LiveRun
  /** Goes on with a run that was begun elsewhere, whoever began it, from what the portal keeps of it. */
  resume(run: StoredRun, options: { onEvent: OnRunEvent }): LiveRun
}

/** Makes the engine of runs. */
export function createRunEngine(tools: RunTools): RunEngine {
  return {
    plan: (lines, options) => makePlan(tools, lines, options),
    undoPlan: (id, options) => planUndo(tools, id, options),
    start: (rows, options) => startRun(tools, rows, options),
    resume: (run, options) => resumeRun(tools, run, options),
  }
}
