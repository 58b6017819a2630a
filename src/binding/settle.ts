import type { Wish } from '@/domain/binding'
import type { OwnerRef } from '@/domain/owner'
import type { Portal } from '@/portal/portal'
import type { Clock } from './clock'
import { rethrowUnlessFailure } from '@/domain/failure'
import { isSameOwner } from '@/domain/owner'
import { readNow } from './read-now'

/** When to read back, in milliseconds after the write was sent: the portal may work on for up to 60 s. */
const READINGS = [0, 5_000, 15_000, 65_000]

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
 * Finds out what became of a write whose answer was lost: reads the binding at once and again 5, 15 and 65 s after
 * sending. Ends early only when the wish is seen to have come true.
 */
export async function settle(
  tools: SettleTools,
  write: { wish: Wish; before: OwnerRef | null },
  sentAt: number,
): Promise<Settlement> {
  const { wish } = write
  let last: OwnerRef | null | undefined
  for (const due of READINGS) {
    await tools.clock.wait(sentAt + due - tools.clock.now())
    last = await readOwner(tools.portal, wish)
    if (last !== undefined && isSameOwner(last, wish.after)) return { kind: 'done' }
  }
  return settlementBy(last, write)
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
