import type { Result } from '@/binding/result'
import { asFailure, PortalFailure } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import { isSameOwner } from '@/domain/owner'
import type { Portal } from '@/portal/portal'
import type { Task } from './task'

/** Reads once more what became of a write that could not be settled; by now the portal is done with it. */
export async function readOutcome(portal: Portal, orderId: OrderId, lost: Task & { kind: 'unknown' }): Promise<Result> {
  try {
    const now = (await portal.bindings.readOfOrders([orderId])).get(orderId) ?? null
    return isSameOwner(now, lost.wanted) ? { kind: 'nothing', now } : { kind: 'not-done', now, failure: settled(lost) }
  } catch (error) {
    asFailure(error)
    return { kind: 'unknown', failure: lost.failure }
  }
}

function settled({ failure }: Task & { kind: 'unknown' }): PortalFailure {
  const { kind, code, sentence, scope } = failure
  return new PortalFailure({ kind, code, sentence, scope, changed: 'no', cause: failure })
}
