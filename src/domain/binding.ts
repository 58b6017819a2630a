import type { OrderId } from './id'
import type { OwnerRef } from './owner'
import { isSameOwner } from './owner'

/** The record order ↔ owner; an order has at most one. */
export interface Binding {
  orderId: OrderId
  owner: OwnerRef
}

/** What a person wants of one order: this owner, or none. */
export interface Wish {
  orderId: OrderId
  to: OwnerRef | null
}

/** What a wish means for an order that has this owner now. */
export type Step = 'bind' | 'move' | 'unbind' | 'nothing'

/** Decides what a wish means, given the owner that the portal names now. */
export function stepFor(now: OwnerRef | null, to: OwnerRef | null): Step {
  if (isSameOwner(now, to)) return 'nothing'
  if (to === null) return 'unbind'
  return now === null ? 'bind' : 'move'
}
