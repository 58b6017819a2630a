import type { Ending } from '@/domain/change'
import type { JournalEntry } from '@/domain/journal'
import type { Shown } from '@/domain/verdict'
import { isSameOwner } from '@/domain/owner'
import { LONGEST_SETTLING } from './settle'

/** Tells that an entry has no end although its change has had all the time that it may take. `now` by the portal's clock. */
export function isOverdue({ ending, at }: JournalEntry, now: number): boolean {
  return ending === 'open' && at !== undefined && now - at.at > LONGEST_SETTLING
}

/**
 * Tells how a change ended of which no end was written down, by what its order shows now. Made only for certain: the order is as wished,
 * was not so before, and no later change of it is known.
 */
export function settleEntry(
  { before, after }: JournalEntry,
  { shown, isLatest }: { shown: Exclude<Shown, undefined>; isLatest: boolean },
): Ending {
  const isAsWished = shown !== 'order-gone' && isSameOwner(shown, after)
  return isAsWished && isLatest && !isSameOwner(before, after) ? 'done' : 'unknown'
}
