import type { Wish } from '@/domain/binding'
import type { OwnerRef } from '@/domain/owner'
import type { Portal } from '@/portal/portal'
import type { Clock } from './clock'
import { rethrowUnlessFailure } from '@/domain/failure'
import { isSameOwner } from '@/domain/owner'
import { readNow } from './read-now'

/** Milliseconds after sending, when the portal is through with a write for sure: it works on for up to 60 s. */
const LAST_READING = 65_000
/** When to read back, in milliseconds after the write was sent. */
const READINGS = [5_000, 15_000, LAST_READING]
/** How long one reading may take, in milliseconds. */
const READING_LIMIT = 10_000
/** How long after sending the end of a write is known, or known to be unknown, in milliseconds. */
export const LONGEST_SETTLING = LAST_READING + READING_LIMIT

/**
 * What reading back told: the wish came true; the owner before is still there; somebody else's owner is; or the last reading got
 * no answer.
 */
type Settlement =
  | { kind: 'done' }
  | { kind: 'not-done'; now: OwnerRef | null }
  | { kind: 'overtaken'; now: OwnerRef | null }
  | { kind: 'unknown' }

/** The end by what the last reading showed; nothing where it got no answer. */
export function settlementBy(
  last: OwnerRef | null | undefined,
  { wish, before }: { wish: Wish; before: OwnerRef | null },
): Settlement {
  if (last === undefined) return { kind: 'unknown' }
  if (isSameOwner(last, wish.after)) return { kind: 'done' }
  return { kind: isSameOwner(last, before) ? 'not-done' : 'overtaken', now: last }
}

interface SettleTools {
  portal: Pick<Portal, 'bindings'>
  clock: Clock
}

/**
 * Finds out what became of a write whose answer was lost: reads the binding at once and again 5, 15 and 65 s after sending.
 * Ends early only when the wish is seen to have come true. A reading whose time has passed is left out, but the last one: so the
 * end is known `LONGEST_SETTLING` after sending at the latest.
 */
export async function settle(
  { portal, clock }: SettleTools,
  write: { wish: Wish; before: OwnerRef | null },
  sentAt: number,
): Promise<Settlement> {
  for (let due = 0; ; due = READINGS.find((next) => sentAt + next > clock.now()) ?? LAST_READING) {
    await clock.wait(sentAt + due - clock.now())
    const isLast = clock.now() - sentAt >= LAST_READING
    const shown = await clock.within(limitAt(clock.now() - sentAt), readOwner(portal, write.wish))
    const settled = settlementBy(shown, write)
    if (isLast || settled.kind === 'done') return settled
  }
}

/** A reading that begins late ends in time all the same; one after a sleep of the computer has its whole time. */
function limitAt(elapsed: number): number {
  const left = LONGEST_SETTLING - elapsed
  return left > 0 ? Math.min(READING_LIMIT, left) : READING_LIMIT
}

async function readOwner(portal: Pick<Portal, 'bindings'>, wish: Wish): Promise<OwnerRef | null | undefined> {
  try {
    return await readNow(portal, wish.orderId)
  } catch (error) {
    rethrowUnlessFailure(error)
    // No answer to this reading says nothing; a later one may succeed, and the last one decides.
    return undefined
  }
}
