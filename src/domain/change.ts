import type { OrderId } from './id'
import type { OwnerRef } from './owner'

/** One change of a binding that was written, with what it replaced. */
export interface Change {
  /** Unique in the memory that keeps it. */
  id: string
  orderId: OrderId
  before: OwnerRef | null
  after: OwnerRef | null
  /** Milliseconds since the epoch, by this computer's clock. */
  at: number
}
