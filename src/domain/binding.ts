import type { OrderId } from './id'
import type { OwnerRef } from './owner'
import { isSameOwner } from './owner'

/** The record order ↔ owner; an order has at most one. */
export interface Binding {
  orderId: OrderId
  owner: OwnerRef
}

/** The owner that a person wants an order to have after the change, or none. */
export interface Wish {
  orderId: OrderId
  after: OwnerRef | null
}

/** What a wish means for an order that has this owner now. */
export type Step = 'bind' | 'move' | 'unbind' | 'nothing'

/** Decides what a wish means, given the owner that the portal names now. */
export function stepFor(now: OwnerRef | null, after: OwnerRef | null): Step {
  if (isSameOwner(now, after)) return 'nothing'
  if (after === null) return 'unbind'
  return now === null ? 'bind' : 'move'
}
