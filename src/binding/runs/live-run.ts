import type { Clock } from '@/binding/clock'
import type { OrdersInProgress } from '@/binding/in-progress'
import type { PortalFailure } from '@/domain/failure'
import type { Moment } from '@/domain/moment'
import type { RowState, RunRow } from '@/domain/run'
import type { Portal } from '@/portal/portal'
import type { Runs } from '@/portal/runs'
import type { RunLock } from './run-lock'

/** What runs are made with. */
export interface RunTools {
  portal: Portal
  runs: Runs
  clock: Clock
  inProgress: OrdersInProgress
  lock: RunLock
}

/** Why a run does nothing for a while. */
export type WaitReason =
  /** What the portal grants the app of time in ten minutes is used up to the share that runs may take. */
  | 'operating-time'
  /** The portal was too busy. */
  | 'busy'
  /** No answer came, or none that says anything: the line is down, or the portal is. */
  | 'no-answer'
  /** Single changes of all orders that are left are in progress. */
  | 'orders-in-progress'

/** What a run is doing. Moments are milliseconds of the engine's clock. */
export type RunActivity =
  /** Its plan is being stored: nothing was sent yet. */
  | { kind: 'storing' }
  /** It was begun in another window: nothing is sent before all that this one sent has come to an end. */
  | { kind: 'taking-over'; until?: number }
  | { kind: 'writing' }
  /** An answer was lost: what became of its rows is being read. */
  | { kind: 'checking'; since: number }
  | { kind: 'waiting'; why: WaitReason; until: number }
  | { kind: 'paused'; why: 'asked' | 'session-ended' }
  | { kind: 'ended'; result: RunResult }

/**
 * How a run ended in this window. Rows without an end were not written, or are settled by whoever goes on with the run; only `finished`
 * and `stopped` are its end for everybody.
 */
export type RunResult =
  /** Every row has an end. `isKept`: the portal keeps how the last of them ended. */
  | { kind: 'finished'; isKept: boolean }
  | { kind: 'stopped'; isKept: boolean }
  /** It is not known that the plan is stored: nothing was sent. Where it is there all the same, it is offered like one that was cut off. */
  | { kind: 'not-stored'; failure: PortalFailure }
  /** A step could not be stored: nothing was sent since. */
  | { kind: 'not-noted'; failure: PortalFailure }
  /** Another window, or somebody else, goes on with it. */
  | { kind: 'taken-over'; by?: number; at?: Moment }
  /** This person may not change bindings, or not any more. */
  | { kind: 'no-right'; failure: PortalFailure }
  /** Another window of this person has a run in it. */
  | { kind: 'held-elsewhere' }
  /** The run that was to go on has an end already, or is none that this version can read. */
  | { kind: 'not-resumable'; because: 'ended' | 'unreadable' }
  /** The portal refuses to go on, or a mistake of ours ended it. */
  | { kind: 'failed'; failure: PortalFailure }

export type RunEvent =
  | { kind: 'activity'; activity: RunActivity }
  /** These rows have another state now. */
  | { kind: 'rows'; rows: readonly number[] }
  /** How long it still takes, in milliseconds: told from the third chunk on. */
  | { kind: 'time-left'; ms: number }

/** Is told what a run does, in order. */
export type OnRunEvent = (event: RunEvent) => void

/** A run that goes on in this window. Nothing of it has to be asked for; it goes on until it ends. */
export interface LiveRun {
  readonly id: string
  /** Sorted by order. */
  readonly rows: readonly RunRow[]
  /** The state of each row, by its place: always the same array, changed in place. */
  readonly states: readonly RowState[]
  /** Grows with each change of a state. */
  readonly version: number
  readonly activity: RunActivity
  /** Writes nothing more after the chunk that is on its way, until it is told to go on; says to others that it is there still. */
  pause(): void
  resume(): void
  /** Ends it for good after the chunk that is on its way: a write is never interrupted. */
  stop(): void
  /** Never rejects: a mistake of ours is a result, too. */
  readonly ended: Promise<RunResult>
}
