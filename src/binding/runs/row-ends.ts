import type { OwnerRef } from '@/domain/owner'
import type { RowEnd, RowReplaced } from '@/domain/run'
import type { Answered, Shown, Verdict } from '@/domain/verdict'
import type { RowAnswer } from '@/portal/runs'
import { isAppWide, isMissingRight, PortalFailure } from '@/domain/failure'
import { isSameOwner } from '@/domain/owner'
import { toSight, verdictOn } from '@/domain/verdict'

/** What is known of the owner that a write replaced. `found`: right before it; nothing where that was not read. */
export function toReplaced(found: OwnerRef | null | undefined, expected: OwnerRef | null): RowReplaced {
  if (found === undefined) return { kind: 'not-checked' }
  return isSameOwner(found, expected) ? { kind: 'as-planned' } : { kind: 'newer', owner: found }
}

interface EndedRow {
  replaced: RowReplaced
  shown: Shown
  /** Why it did not run, if it did not. */
  code: string
}

const OURS = { replaced: 'written', forestalled: 'not-written', overtaken: 'unknown' } as const

/** Gives the end of a row by what is known of its write. */
export function toRowEnd(verdict: Verdict, { replaced, shown, code }: EndedRow): RowEnd {
  const now = shown === 'order-gone' || shown === undefined ? null : shown
  switch (verdict) {
    case 'done':
      return { kind: 'done', replaced }
    case 'forestalled':
      return { kind: 'overtaken', now, ours: OURS[verdict] }
    case 'replaced':
    case 'overtaken':
      return {
        kind: 'overtaken',
        now,
        ours: OURS[verdict],
        ...(replaced.kind === 'newer' && { replaced: replaced.owner }),
      }
    case 'not-done':
      return { kind: 'not-done', code }
    case 'already-so':
    case 'order-gone':
      return { kind: verdict }
    case 'unknown':
    case 'read-again':
      return { kind: 'unknown' }
    default:
      return verdict satisfies never
  }
}

/** What the answer of a request says of one of its rows. */
type RowVerdict =
  | { kind: 'end'; end: RowEnd }
  /** It did not run, for a reason that concerns all rows. */
  | { kind: 'put-back'; failure: PortalFailure }
  /** It has to be read what became of it. */
  | { kind: 'read'; answered: Answered; code: string }

const MISMATCH = 'MISMATCH'

/** These kinds say nothing of the row: it did not run, and may be sent again once they are over. */
function concernsAll({ kind }: PortalFailure): boolean {
  return kind === 'busy' || kind === 'time-limit' || isMissingRight(kind) || isAppWide(kind)
}

/**
 * Tells how a row of an answered request ended. The portal is through with all of its commands then: a row that does not say whether it
 * ran is told by the reading at the end.
 */
export function judgeRow(
  { before, outcome, now }: RowAnswer,
  { expected, after }: { expected: OwnerRef | null; after: OwnerRef | null },
): RowVerdict {
  const isRefused = outcome instanceof PortalFailure && outcome.changed === 'no'
  if (isRefused && concernsAll(outcome)) return { kind: 'put-back', failure: outcome }
  if (isRefused && outcome.kind === 'order-gone') return { kind: 'end', end: { kind: 'order-gone' } }
  const code = outcome instanceof PortalFailure ? (outcome.code ?? outcome.kind) : MISMATCH
  const answered = answeredBy(outcome)
  if (now === undefined || isOrderDoubtful({ answered, after, now })) return { kind: 'read', answered, code }
  // Somebody else had brought it there right before.
  const wasSo = before !== undefined && isSameOwner(before, after) && isSameOwner(now, after)
  if (wasSo && answered !== 'written') return { kind: 'end', end: { kind: 'already-so' } }
  const verdict = verdictOn(answered, toSight(now, { before: before === undefined ? expected : before, after }))
  return { kind: 'end', end: toRowEnd(verdict, { replaced: toReplaced(before, expected), shown: now, code }) }
}

/** An order that is gone has no owner either: only after a detach that ran it is no wonder that there is none. */
function isOrderDoubtful({
  answered,
  after,
  now,
}: {
  answered: Answered
  after: OwnerRef | null
  now: OwnerRef | null
}) {
  return now === null && answered !== 'refused' && !(answered === 'written' && after === null)
}

function answeredBy(outcome: RowAnswer['outcome']): Answered {
  if (outcome === 'written' || outcome === 'mismatch') return outcome
  return outcome.changed === 'no' ? 'refused' : 'lost-for-good'
}
