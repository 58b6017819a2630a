import type { OrderId } from './id'
import type { Moment } from './moment'
import type { Money } from './money'

/** A store order, as a list shows it. */
export interface Order {
  id: OrderId
  /** The number that people use; differs from the id. */
  number: string
  createdAt: Moment
  sum: Money
  status: OrderStatus
  isPaid: boolean
  isCancelled: boolean
  /** A contact's or company's name; absent when the order has none or it could not be read. */
  customer?: string
}

/** An order of which only the id may be read. */
export interface OrderStub {
  id: OrderId
}

export interface OrderStatus {
  /** One or two characters. */
  code: string
  /** The portal's name, or the code where the portal has no name in any language. */
  name: string
}

/** The documents of an order, which come along when it moves. */
export interface OrderDocuments {
  payments: number
  shipments: number
}

/** Gives the number that people call an order by; its id where the number is not known. */
export function numberOf(order: Order | OrderStub): string {
  return 'number' in order ? order.number : String(order.id)
}

/** Tells whether "cancelled" has to be shown beside the status: the two are independent, and a status may have the same name. */
export function needsCancelledMark({ isCancelled, status }: Order, cancelledLabel: string): boolean {
  return isCancelled && status.name.toLowerCase() !== cancelledLabel.toLowerCase()
}
