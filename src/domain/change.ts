import type { OrderId } from './id'
import type { OwnerRef } from './owner'

/** What a person wants of an order's binding. */
export interface Wish {
  orderId: OrderId
  /** The owner that the order is to have, or none. */
  after: OwnerRef | null
  /** The owner on whose page this was asked for: the order has to be there still. Absent on pages of no owner. */
  onPageOf?: OwnerRef
  /** The change that is taken back: the order has to be as that change left it. */
  undoes?: Change
}

/** One change of a binding that was written, or is about to be, with what it replaced. */
export interface Change {
  /** Unique in the memory that keeps it. */
  id: string
  orderId: OrderId
  before: OwnerRef | null
  after: OwnerRef | null
  /** Milliseconds since the epoch, by this computer's clock. */
  at: number
}

/** Gives the wish that takes a change back. */
export function undoOf(change: Change): Wish {
  return { orderId: change.orderId, after: change.before, undoes: change }
}

/** How a change ended, as far as it is known. */
export type Ending = 'done' | 'not-done' | 'unknown'
