import type { OwnerRef } from './owner'
import { isSameOwner } from './owner'

/** The owner that a reading of one order showed; the order itself may be gone. Nothing where no answer came. */
export type Shown = OwnerRef | null | 'order-gone' | undefined

/**
 * How the portal answered a write.
 * - `written`: it ran
 * - `mismatch`: it changed nothing, as the binding was not what it was to change: as wished already, or somebody else's by then
 * - `refused`: it did not run
 * - `lost`: it may have run or not, or may run yet
 * - `lost-for-good`: the same, when the portal is through with it for sure
 */
export type Answered = 'written' | 'mismatch' | 'refused' | 'lost' | 'lost-for-good'

/** What a reading after the write showed, beside what was there and what was wished. */
export type Sight = 'after' | 'before' | 'other' | 'gone' | 'unread'

/**
 * What is known of a write.
 * - `done`: it ran, and the order is as wished
 * - `already-so`: the order is as wished without it
 * - `not-done`: it did not run
 * - `replaced`, `forestalled`, `overtaken`: somebody else changed the order after it, before it, or at the same time
 * - `order-gone`: there is no such order any more
 * - `unknown`: nothing, and no reading is to come
 * - `read-again`: nothing yet
 */
export type Verdict =
  | 'done'
  | 'already-so'
  | 'not-done'
  | 'replaced'
  | 'forestalled'
  | 'overtaken'
  | 'order-gone'
  | 'unknown'
  | 'read-again'

const VERDICTS: Record<Answered, Record<Sight, Verdict>> = {
  'written': { after: 'done', before: 'replaced', other: 'replaced', gone: 'order-gone', unread: 'read-again' },
  'mismatch': {
    after: 'already-so',
    before: 'not-done',
    other: 'forestalled',
    gone: 'order-gone',
    unread: 'read-again',
  },
  'refused': { after: 'already-so', before: 'not-done', other: 'not-done', gone: 'order-gone', unread: 'not-done' },
  'lost': { after: 'done', before: 'read-again', other: 'read-again', gone: 'order-gone', unread: 'read-again' },
  'lost-for-good': { after: 'done', before: 'not-done', other: 'overtaken', gone: 'order-gone', unread: 'unknown' },
}

/** Tells what is known of a write by how it was answered and what was read after it. */
export function verdictOn(answered: Answered, sight: Sight): Verdict {
  return VERDICTS[answered][sight]
}

/** Compares a reading with the owner that was wished and the one that the write found; the wish comes first. */
export function toSight(shown: Shown, { before, after }: { before: OwnerRef | null; after: OwnerRef | null }): Sight {
  if (shown === undefined) return 'unread'
  if (shown === 'order-gone') return 'gone'
  if (isSameOwner(shown, after)) return 'after'
  return isSameOwner(shown, before) ? 'before' : 'other'
}
