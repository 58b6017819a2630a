import type { OrderId } from './id'
import type { Moment } from './moment'
import type { OwnerRef } from './owner'

/** One order of a run. A run names its rows by their place, from 0; they stand by order id, each order once. */
export interface RunRow {
  orderId: OrderId
  /** The owner that the plan showed. */
  expected: OwnerRef | null
  after: OwnerRef | null
}

/** What is known of the owner that a write of a run replaced. */
export type RowReplaced =
  /** It is the planned one, read again right before the write. */
  | { kind: 'as-planned' }
  /** Somebody had changed it after the row was prepared: this is the owner that the write replaced. */
  | { kind: 'newer'; owner: OwnerRef | null }
  /** The reading right before the write was lost: the planned one, as of the preparation. */
  | { kind: 'not-checked' }

/** How a row ended. Only `done` changed anything for sure; only `unknown` leaves it open. */
export type RowEnd =
  | { kind: 'done'; replaced: RowReplaced }
  | { kind: 'already-so' }
  /** Somebody else had changed the order since the plan: it was left alone. */
  | { kind: 'left-alone'; now: OwnerRef | null }
  /** Somebody else changed it at the same time. */
  | { kind: 'overtaken'; now: OwnerRef | null; ours: 'written' | 'not-written' | 'unknown' }
  | { kind: 'order-gone' }
  /** It did not run; the portal's code says why. */
  | { kind: 'not-done'; code: string }
  /** No reading could tell. */
  | { kind: 'unknown' }

/** `open`: its step is stored, and a write may have been sent. */
export type RowState = { kind: 'waiting' } | { kind: 'open' } | RowEnd

/** What is written down before the writes of a chunk are sent, and after those of the chunk before. */
export interface RunStep {
  runId: string
  /** Grows by one with each step of an engine; a step that is stored twice is one. */
  seq: number
  /** Which window sent it: another one stops where it sees a step of somebody else's. */
  engine: string
  /** Rows that are about to be written; none in a step that only says that the run is going on. */
  opens: readonly number[]
  /** How earlier rows ended. */
  ends: readonly (readonly [row: number, end: RowEnd])[]
}

/** Why a run has come to an end: every row has one, or somebody stopped it. */
export type RunEnding = 'finished' | 'stopped'

/** What a run is called, counted and whose it is. Author and time are the portal's. */
export interface RunHead {
  /** Made by the app before anything is sent. */
  id: string
  rows: number
  /** The run that is taken back. */
  undoes?: string
  at: Moment | undefined
  by: number
  /** Absent while it is going on, and where it was cut off. */
  ending?: RunEnding
  /** Somebody has changed what was written down. */
  isAltered: boolean
}

/** A run as the portal's journal tells of it. */
export interface StoredRun extends RunHead {
  plan: readonly RunRow[]
  /** The state of each row, by its place. */
  states: readonly RowState[]
  /** The newest step; absent where none was stored. */
  newest?: { seq: number; engine: string; at: Moment | undefined; by: number; opens: readonly number[] }
}

/** Gives rows in the order in which a run has them: by order id. */
export function inRunOrder(rows: readonly RunRow[]): RunRow[] {
  return [...rows].sort((one, other) => one.orderId - other.orderId)
}
