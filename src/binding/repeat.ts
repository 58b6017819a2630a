import type { Clock } from './clock'
import { PortalFailure } from '@/domain/failure'

/** Waits between attempts, in milliseconds. */
const DELAYS = [1_000, 2_000, 4_000]

/**
 * Repeats a call for as long as the portal says that it was too busy to run it, at most three times.
 * Safe for writes: `QUERY_LIMIT_EXCEEDED` is answered before anything runs.
 */
export async function repeatWhileBusy<Value>(clock: Clock, call: () => Promise<Value>): Promise<Value> {
  for (const delay of DELAYS) {
    try {
      return await call()
    } catch (error) {
      if (!(error instanceof PortalFailure) || error.kind !== 'busy') throw error
      await clock.wait(delay)
    }
  }
  return call()
}
