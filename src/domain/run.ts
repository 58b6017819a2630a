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
  /** Somebody else changed it at the same time. `replaced`: a newer owner than the planned one, which our write replaced, or may have. */
  | { kind: 'overtaken'; now: OwnerRef | null; ours: 'written' | 'not-written' | 'unknown'; replaced?: OwnerRef | null }
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

/** Something that stands under a run and is not believed: everybody who works with the app may write there. */
export interface StrangeItem {
  /**
   * `impossible`: no window can have said it. `unfinished`: it says that every row has an end. `early`: it ends a run that its author had
   * not taken over.
   */
  why: 'unreadable' | 'altered' | 'impossible' | 'unfinished' | 'early'
  /** Who wrote it; who changed it, where it was changed. */
  by: number
  at: Moment | undefined
}

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
  /** Who told how a row ended, by its place, where it was not who began the run: somebody who went on with it, or says so. */
  toldBy?: ReadonlyMap<number, number>
  /** What is not believed. Rows that it may have been about are open, unless somebody else has told their end. */
  strange?: readonly StrangeItem[]
}

/** Gives rows in the order in which a run has them: by order id. */
export function inRunOrder(rows: readonly RunRow[]): RunRow[] {
  return [...rows].sort((one, other) => one.orderId - other.orderId)
}

/** Tells whether the row has ended. */
export function isEnded(state: RowState): state is RowEnd {
  return state.kind !== 'waiting' && state.kind !== 'open'
}

/**
 * Gives the state that follows: a row is opened, opened again as long as it did not run, and ends once.
 * @throws RangeError where it cannot follow, which is a mistake of ours
 */
export function nextRowState(state: RowState, next: Exclude<RowState, { kind: 'waiting' }>): RowState {
  const canFollow = state.kind === 'open' || (state.kind === 'waiting' && next.kind === 'open')
  if (!canFollow) throw new RangeError(`A row that is ${state.kind} cannot become ${next.kind}.`)
  return next
}

/**
 * Gives what is known of a row by two steps of different windows, the later one after the earlier. Whoever took a run over finds rows as
 * wished that the other window has written, and can name less of them.
 */
export function mergeRowStates(earlier: RowState, later: RowState): RowState {
  if (later.kind === 'waiting') return earlier
  const knowsLess = later.kind === 'already-so' || (later.kind === 'done' && later.replaced.kind === 'not-checked')
  return earlier.kind === 'done' && knowsLess ? earlier : later
}

/** How many rows of a run are in which state. */
interface RunCount {
  byKind: Readonly<Record<RowState['kind'], number>>
  /** Rows without an end. */
  left: number
  /** Rows that ended, and not as wished. */
  failed: number
  /** How many of those that are done do not tell for sure which owner they replaced. */
  notChecked: number
}

/** Counts a run. */
export function countRun(states: readonly RowState[]): RunCount {
  const byKind: Record<RowState['kind'], number> = {
    'waiting': 0,
    'open': 0,
    'done': 0,
    'already-so': 0,
    'left-alone': 0,
    'overtaken': 0,
    'order-gone': 0,
    'not-done': 0,
    'unknown': 0,
  }
  let notChecked = 0
  for (const state of states) {
    byKind[state.kind] += 1
    if (state.kind === 'done' && state.replaced.kind === 'not-checked') notChecked += 1
  }
  const left = byKind.waiting + byKind.open
  return { byKind, left, failed: states.length - left - byKind.done - byKind['already-so'], notChecked }
}

/** Tells whether the row may be planned anew: it is not as wished, and its order is there. The plan shows whose it is by then. */
export function canRepeat({ kind }: RowState): boolean {
  return kind !== 'done' && kind !== 'already-so' && kind !== 'order-gone'
}

/** What takes a row back: its order has to be there still where the run brought it. */
interface RowUndo {
  orderId: OrderId
  from: OwnerRef | null
  after: OwnerRef | null
  /** `false` where `after` is the owner that the plan showed, as nothing was read right before the write. */
  isChecked: boolean
}

/** Gives what takes a row back; nothing where the run did not change its order, or is not known to have done so. */
export function undoOfRow({ orderId, expected, after }: RunRow, state: RowState): RowUndo | undefined {
  if (state.kind !== 'done') return undefined
  const { replaced } = state
  return {
    orderId,
    from: after,
    after: replaced.kind === 'newer' ? replaced.owner : expected,
    isChecked: replaced.kind !== 'not-checked',
  }
}
