import type { PortalFailure } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { RunEnding, RunHead, RunRow, RunStep, StoredRun } from '@/domain/run'
import type { Shown } from '@/domain/verdict'

/** A run whose plan is about to be stored. */
export interface NewRun {
  id: string
  /** As `inRunOrder` gives them, each order once. */
  rows: readonly RunRow[]
  undoes?: string
}

/** What storing a step and reading before the writes came to. */
export interface Prepared {
  /** The owner of each order of the step, as it is now; orders without one are absent. */
  bindings: ReadonlyMap<OrderId, OwnerRef>
  /**
   * Another engine that has stored a step of this run since it was stored or read here: the run is no longer ours. Absent where there
   * is none. An engine that was known by that reading does not count: it stops by itself when it sees a step of ours.
   */
  engineBefore?: string
}

/** How the write of one row was answered. Owners are absent where their reading was lost. */
export interface RowAnswer {
  /** The owner right before the write's group. */
  before?: OwnerRef | null
  outcome: 'written' | 'mismatch' | PortalFailure
  /** The owner at the end of the request. */
  now?: OwnerRef | null
}

/** What writes cost, as the portal counts it. */
export interface WriteCost {
  /** Seconds that each write took, as the portal tells. */
  seconds: readonly number[]
  /** Seconds of the last ten minutes by method, and when the oldest of them expire, in milliseconds by the portal's clock. */
  operating: ReadonlyMap<string, { seconds: number; resetAt: number; now: number }>
}

export interface Committed {
  /** By order. An order whose row of the answer is missing has the failure `unreadable`. */
  answers: ReadonlyMap<OrderId, RowAnswer>
  cost: WriteCost
}

/** One write of a chunk: a bind or a move has `after`, a detach removes just `before`. */
export interface RowWrite {
  orderId: OrderId
  /** As the preparation showed it. */
  before: OwnerRef | null
  after: OwnerRef | null
}

export interface CommitOptions {
  /** How many writes stand between two readings. */
  groupSize: number
  /** Asked each time the request is about to leave; may keep it from leaving. */
  mayLeave: () => boolean
}

/**
 * Runs of many writes, in the app's own storage in the portal: a plan in pages, steps, an end. Nothing stored is ever updated. All
 * requests of a run go one at a time, at most one a second, half of that for a minute after the portal was too busy.
 */
export interface Runs {
  /**
   * Stores the plan: its pages, and the run when all of them are there. What was stored in part is completed by the same call.
   * @throws not-noted where the portal refuses or does not keep it, any kind of writing
   */
  store(run: NewRun): Promise<void>
  /**
   * Stores the step, then reads the bindings of its rows: one request that stops at the first refusal.
   * @throws not-noted where the step was refused, any kind where the request failed: nothing may be sent then
   */
  prepare(step: RunStep, orders: readonly OrderId[]): Promise<Prepared>
  /** Tells how many writes fit one request; fewer where moves are guarded. */
  mostWrites(groupSize: number): Promise<number>
  /** Sends the writes of a chunk, once, in one request. @throws any kind where the request as a whole failed; `changed` tells the rest */
  commit(writes: readonly RowWrite[], options: CommitOptions): Promise<Committed>
  /** Stores how the last rows ended and that the run has come to an end. @throws any kind of writing */
  addEnd(step: RunStep, ending: RunEnding): Promise<void>
  /** Reads whom orders belong to, at the pace of runs. @throws any kind of reading */
  readShown(ids: readonly OrderId[]): Promise<ReadonlyMap<OrderId, Shown>>
  /** Reads the runs that have no end, newest first, among the last 250: one page of them where there are no more. */
  findOpen(): Promise<RunHead[]>
  /**
   * Reads a run from the storage alone; nothing where it is not there or of another version. What is not believed is named in it.
   * @throws unreadable with the code `run.page` where a part of its plan is missing: nobody may go on with it or take it back
   */
  read(id: string): Promise<StoredRun | undefined>
  /** Reads which engine stored the newest step, by whom and when: any engine, or any but one. */
  readNewest(id: string, except?: string): Promise<StoredRun['newest']>
}
