import type { OrderId } from '@/domain/id'
import type { Order } from '@/domain/order'

/** What a row of a plan, of a run or of a report knows of its order. */
export interface ShownOrder {
  /** Absent where a line names none. */
  orderId?: OrderId
  order?: Order
  /** Its place in the list that it came from, from 1. */
  line?: number
  /** What the line says, where that could not be read. */
  text?: string
}
