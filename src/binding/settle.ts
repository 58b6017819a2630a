import type { Change } from '@/domain/change'
import type { OrderId } from '@/domain/id'
import type { Answered, Shown, Verdict } from '@/domain/verdict'
import type { Portal } from '@/portal/portal'
import type { Clock } from './clock'
import { rethrowUnlessFailure } from '@/domain/failure'
import { toSight, verdictOn } from '@/domain/verdict'
import { readNow } from './read-now'

/** Milliseconds after sending, when the portal is through with a write for sure: it works on for up to 60 s. */
export const LAST_READING = 65_000
/** When to read back, in milliseconds after a write was sent. */
export const READINGS = [5_000, 15_000, LAST_READING]
/** How long one reading may take, in milliseconds. */
export const READING_LIMIT = 10_000
/** How long after sending the end of a write is known, or known to be unknown, in milliseconds. */
export const LONGEST_SETTLING = LAST_READING + READING_LIMIT

interface SettleTools {
  portal: Pick<Portal, 'bindings' | 'orders'>
  clock: Clock
}

/** A write that was answered so, or not at all. `sentAt` in milliseconds of the engine's clock. */
interface SentWrite {
  change: Change
  answered: Answered
  sentAt: number
}

/**
 * Finds out what became of a write: reads the binding at once and, until that tells, again 5, 15 and 65 s after sending. A
 * reading whose time has passed is left out, but the last one: so the end is known `LONGEST_SETTLING` after sending at the latest.
 */
export async function settle(
  { portal, clock }: SettleTools,
  { change, answered, sentAt }: SentWrite,
): Promise<{ verdict: Verdict; shown: Shown }> {
  for (let due = 0; ; due = READINGS.find((next) => sentAt + next > clock.now()) ?? LAST_READING) {
    await clock.wait(sentAt + due - clock.now())
    const isLast = clock.now() - sentAt >= LAST_READING
    const shown = await clock.within(limitAt(clock.now() - sentAt), readShown(portal, change.orderId))
    const verdict = verdictOn(isLast ? atLast(answered) : answered, toSight(shown, change))
    if (verdict !== 'read-again') return { verdict, shown }
    if (isLast) return { verdict: 'unknown', shown }
  }
}

/** By the time of the last reading the portal is through with a write whose answer was lost. */
function atLast(answered: Answered): Answered {
  return answered === 'lost' ? 'lost-for-good' : answered
}

/** A reading that begins late ends in time all the same; one after a sleep of the computer has its whole time. */
function limitAt(elapsed: number): number {
  const left = LONGEST_SETTLING - elapsed
  return left > 0 ? Math.min(READING_LIMIT, left) : READING_LIMIT
}

async function readShown(portal: SettleTools['portal'], orderId: OrderId): Promise<Shown> {
  try {
    return await readNow(portal, orderId)
  } catch (error) {
    rethrowUnlessFailure(error)
    // No answer to this reading says nothing; a later one may succeed, and the last one decides.
    return undefined
  }
}
