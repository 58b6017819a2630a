import type { Ending } from './change'
import type { OrderId } from './id'
import type { Moment } from './moment'
import type { OwnerRef } from './owner'
import type { RunHead } from './run'

/** What is written down of a change before it is sent. */
export interface ChangeNote {
  /** Made by the app before anything is sent: so a lost answer leaves no entry that cannot be closed. */
  id: string
  orderId: OrderId
  /** The owner that the last reading showed; what the write really finds is written down beside it. */
  expected: OwnerRef | null
  after: OwnerRef | null
  /** The change that is taken back. */
  undoes?: string
}

/** How a change ended, and what it really replaced. */
export interface ChangeOutcome {
  /** Of the change. */
  id: string
  orderId: OrderId
  ending: Ending
  /** Absent where nobody could tell. */
  before?: OwnerRef | null
  after: OwnerRef | null
}

/** One change as the portal's journal tells of it. The journal is a memory, no evidence: who may write there may forge an entry. */
export interface JournalEntry {
  id: string
  orderId: OrderId
  /** What the change replaced, or was to replace where it is not known that it did. */
  before: OwnerRef | null
  /** `false` where nobody can tell what was replaced: `before` is the owner last seen then. */
  isBeforeKnown: boolean
  after: OwnerRef | null
  /** `open`: no end was written down. */
  ending: Ending | 'open'
  undoes?: string
  /** By the portal's clock; absent where it could not be read. */
  at: Moment | undefined
  /** The employee whom the portal names as author. */
  by: number
  /** Somebody has changed what was written down. */
  isAltered: boolean
}

/** What an entry is that this version cannot read: it is shown, and never taken back. */
export interface UnreadEntry {
  itemId: number
  at: Moment | undefined
  by: number | undefined
}

/** One line of the journal: a change, a run of many, or what this version cannot read. */
export type JournalRow = JournalEntry | RunHead | UnreadEntry

/** Tells that a line is a change. */
export const isChange = (row: JournalRow): row is JournalEntry => 'orderId' in row
/** Tells that a line is a run. */
export const isRun = (row: JournalRow): row is RunHead => 'rows' in row
