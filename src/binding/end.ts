import type { Change, Ending, Wish } from '@/domain/change'
import type { PortalFailure } from '@/domain/failure'
import type { OwnerRef } from '@/domain/owner'
import type { Shown, Verdict } from '@/domain/verdict'
import type { Replaced, Result } from './result'
import { withChanged } from '@/domain/failure'

/** A write that has ended, with what it replaced and what the last reading showed. */
interface EndedWrite {
  wish: Wish
  change: Change
  replaced: Replaced
  isKept?: boolean
  failure: PortalFailure
  shown: Shown
  sentAt: number
}

/**
 * Ends a change that is known not to have been made. The failure may come from a reading, or from a write that was
 * settled since: what it said about the portal's records does not hold any more.
 */
export function notDone(wish: Wish, failure: PortalFailure, now?: OwnerRef | null): Result {
  if (failure.kind === 'order-gone' && !now) return { kind: 'order-gone', wish }
  return { kind: 'not-done', wish, failure: withChanged(failure, 'no'), ...(now !== undefined && { now }) }
}

const OURS = { replaced: 'written', forestalled: 'not-written', overtaken: 'unknown' } as const

/** Gives the end that is told, by what is known of the write. */
export function toResult(
  verdict: Verdict,
  { wish, change, replaced, isKept = true, failure, shown, sentAt }: EndedWrite,
): Result {
  const now = shown === 'order-gone' || shown === undefined ? null : shown
  switch (verdict) {
    case 'done':
      return { kind: 'done', wish, change, replaced, ...(!isKept && { isKept }) }
    case 'already-so':
      return { kind: 'nothing', wish, now }
    case 'not-done':
      return notDone(wish, failure, shown === undefined ? undefined : now)
    case 'replaced':
    case 'forestalled':
    case 'overtaken':
      return { kind: 'overtaken', wish, now, ours: OURS[verdict] }
    case 'order-gone':
      return { kind: 'order-gone', wish }
    case 'unknown':
    case 'read-again':
      return { kind: 'unknown', wish, failure, change, replaced, sentAt }
    default:
      return verdict satisfies never
  }
}

const ENDINGS: Record<Verdict, Ending> = {
  'done': 'done',
  'replaced': 'done',
  'already-so': 'not-done',
  'not-done': 'not-done',
  'forestalled': 'not-done',
  'overtaken': 'unknown',
  'order-gone': 'unknown',
  'unknown': 'unknown',
  'read-again': 'unknown',
}

/** Gives what is remembered of a change that has ended so. */
export function toEnding(verdict: Verdict): Ending {
  return ENDINGS[verdict]
}
