import type { Change } from './change'
import type { JournalEntry } from './journal'
import { isSameOwner } from './owner'

/** Why an entry cannot be taken back, as far as it tells by itself. */
export type NoUndo = 'not-done' | 'open' | 'unknown' | 'before-unknown' | 'nothing-changed'

/** Tells why an entry cannot be taken back; nothing where it may be tried. */
export function obstacleToUndo({ ending, before, isBeforeKnown, after }: JournalEntry): NoUndo | undefined {
  if (ending !== 'done') return ending
  if (!isBeforeKnown) return 'before-unknown'
  return isSameOwner(before, after) ? 'nothing-changed' : undefined
}

/** Gives an entry as the change that it tells of, for undo. */
export function toChange({ id, orderId, before, after, at }: JournalEntry): Change {
  return { id, orderId, before, after, at: at?.at ?? 0 }
}
