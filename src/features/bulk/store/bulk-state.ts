import type { LiveRun, RunResult } from '@/binding/runs/live-run'
import type { PortalFailure } from '@/domain/failure'
import type { Plan, PlanLine, PlanRow } from '@/domain/plan'
import type { RunRow, RowState, StoredRun } from '@/domain/run'

/** What a plan is made of. */
export type PlanSource =
  | { kind: 'wishes'; lines: readonly PlanLine[]; title?: string }
  /** What a run did not do, once more. */
  | { kind: 'repeat'; lines: readonly PlanLine[] }
  /** What takes a run back; whose it was is known with its plan. */
  | { kind: 'undo'; runId: string; run?: StoredRun }
  /** What is left of a run. */
  | { kind: 'resume'; runId: string; run?: StoredRun }

export interface PlanState {
  kind: 'plan'
  source: PlanSource
  plan: Plan
  /** The rows, by their places, whose ticks were taken off. */
  excluded: ReadonlySet<number>
  /** `confirming`: the number of changes is to be confirmed; `rereading`: it was started, and is read again before. */
  step: 'looking' | 'confirming' | 'rereading'
  /** It was read again before the start, and had changed. */
  isRenewed: boolean
}

/** What a run and its report are about. */
export interface RunSheet {
  source: PlanSource
  /** All rows of the plan, those that are not written among them. */
  planned: readonly PlanRow[]
  excluded: ReadonlySet<number>
  runId: string
  /** Of the run, and the state of each by its place: the same array, changed in place. */
  rows: readonly RunRow[]
  states: readonly RowState[]
  /** Milliseconds of the engine's clock. */
  startedAt: number
}

export interface RunningState {
  kind: 'running'
  sheet: RunSheet
  live: LiveRun
  /** Places of the rows that were begun, oldest first. */
  begun: readonly number[]
  /** Milliseconds; nothing as long as it is not steady. */
  timeLeft?: number
  /** What a person has asked for, and what the run has not come to yet. */
  asked?: 'pause' | 'stop' | undefined
}

export interface ReportState {
  kind: 'report'
  sheet: RunSheet
  result: RunResult
  /** Milliseconds. */
  took: number
}

/** What the page shows in the place of its list. */
export type BulkState =
  | { kind: 'none' }
  | { kind: 'making'; source: PlanSource; read: number; total: number }
  | { kind: 'not-made'; source: PlanSource; failure: PortalFailure }
  | PlanState
  | RunningState
  | ReportState
