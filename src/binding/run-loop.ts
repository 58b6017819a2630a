import type { PlanRow } from '@/domain/plan'
import type { StoredRun } from '@/domain/run'
import type { LiveRun, OnRunEvent, RunTools } from './live-run'

/** Stores the plan of these rows and writes them. */
export function startRun(
  _tools: RunTools,
  _rows: readonly PlanRow[],
  _options: { undoes?: string; onEvent: OnRunEvent },
): LiveRun {
  throw new Error('To follow.')
}

/** Goes on with a run from what the portal keeps of it. */
export function resumeRun(_tools: RunTools, _run: StoredRun, _options: { onEvent: OnRunEvent }): LiveRun {
  throw new Error('To follow.')
}
