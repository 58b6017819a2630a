import type { PortalFailure } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import type { ChangeOutcome, JournalRow } from '@/domain/journal'
import type { Moment } from '@/domain/moment'
import type { OwnerRef } from '@/domain/owner'
import type { Cursor, Page } from '@/domain/page'

/** Whether this portal keeps changes for the app, and why not. */
export type JournalState =
  | { kind: 'ready' }
  /** Nobody has made its storage yet, or it lacks properties. */
  | { kind: 'unmade'; lacks: readonly string[] }
  /** The app may not store anything here, or this person may not make what is missing. */
  | { kind: 'refused'; failure: PortalFailure }

/** What the journal may be narrowed by. */
export interface JournalQuery {
  orderId?: OrderId
  owner?: OwnerRef
  /** The employee who made the change, or began the run. */
  by?: number
  /** Just this run. */
  run?: string
  /** From this moment on. */
  from?: Moment
  /** Before this moment. */
  until?: Moment
  /** `next` of the page before; none for the first page. */
  cursor?: Cursor
}

/** What one step of a removal came to, in changes and runs. */
export interface RemovalStep {
  removed: number
  /** They belong to a run that is still going on, or that is not older as a whole, or the portal refused to delete them. */
  kept: number
  /** Why the portal refused; absent where it did not. */
  failure?: PortalFailure
  /** Where the next step begins; absent after the last one. */
  next?: Cursor
}

/** The memory of changes, in the app's own storage in the portal. Nothing in it is ever updated. */
export interface Journal {
  /** Reads whether it is there and whole. @throws temporary kinds only: what the portal refuses is a state */
  readState(): Promise<JournalState>
  /** Makes it, or what it lacks, and reads its state again. Never updates what is there. @throws temporary kinds only */
  make(lacks: readonly string[]): Promise<JournalState>
  /** Writes down how a change ended, once. @throws any kind of writing */
  addOutcome(outcome: ChangeOutcome): Promise<void>
  /** Reads the owner that a change found right before its write, as its note tells; nothing where there is no note, or none that tells. */
  readReplaced(id: string): Promise<OwnerRef | null | undefined>
  /**
   * Reads one page of changes and runs, newest first, each with how it ended: two requests, three for an order or an owner. What other
   * versions wrote comes as such. A run that is found by its rows may come again with a later page.
   */
  find(query: JournalQuery): Promise<Page<JournalRow>>
  /** Reads the time by the portal's clock, by which entries are dated: milliseconds since the epoch. */
  readTime(): Promise<number>
  /** Counts what its page lists: changes, each run as one; those made before this moment, where one is given. */
  count(until?: Moment): Promise<number>
  /**
   * Deletes about fifty items made before this moment, oldest first; a run that is not older as a whole stays. After a failure the same step is
   * taken again. @throws any kind of reading, temporary kinds of writing
   */
  removeOlder(until: Moment, cursor?: Cursor): Promise<RemovalStep>
}
