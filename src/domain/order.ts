import type { OrderId } from './id'
import type { Money } from './money'

/** A store order, as a list shows it. */
export interface Order {
  id: OrderId
  /** The number that people use; differs from the id. */
  number: string
  createdAt: Date
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
  /** The portal's word, or the code where the portal has no word in any language. */
  name: string
}

/** What goes along when an order moves. */
export interface OrderBaggage {
  payments: number
  shipments: number
}

/** Gives the number that people call an order by; its id where the number is not known. */
export function numberOf(order: Order | OrderStub): string {
  return 'number' in order ? order.number : String(order.id)
}

/** Tells whether the word for "cancelled" adds to the status: cancelling is apart from it, and it may be called the same. */
export function isCancelledApart({ isCancelled, status }: Order, word: string): boolean {
  return isCancelled && status.name.toLowerCase() !== word.toLowerCase()
}
