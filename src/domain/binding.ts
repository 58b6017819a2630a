import type { OrderId } from './id'
import type { OwnerRef } from './owner'
import { isSameOwner } from './owner'

/** The record order ↔ owner; an order has at most one. */
export interface Binding {
  orderId: OrderId
  owner: OwnerRef
}

/** What a change does to an order that has this owner now. */
export type Step = 'bind' | 'move' | 'unbind' | 'nothing'

/** Decides what a change does, given the owner that the portal names now. */
export function stepFor(now: OwnerRef | null, after: OwnerRef | null): Step {
  if (isSameOwner(now, after)) return 'nothing'
  if (after === null) return 'unbind'
  return now === null ? 'bind' : 'move'
}
