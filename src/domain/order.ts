import type { OrderId } from './id'
import type { Moment } from './moment'
import type { Money } from './money'
import type { UnreadableField } from './unreadable'

/** A store order, as one command of a list gives it: what it names, a status or a customer, is read apart. */
export interface Order {
  id: OrderId
  /** The number that people use; differs from the id. */
  number: string
  /** This and what follows is absent where it could not be read. */
  createdAt?: Moment
  sum?: Money
  statusCode?: string
  isPaid?: boolean
  isCancelled?: boolean
  /** Why something is absent; empty for an order that was read in full. */
  unreadable: readonly UnreadableField[]
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
  /** `#9dde6b`; absent where the portal has none. */
  colour?: string | undefined
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
export function needsCancelledMark({ isCancelled }: Order, statusName: string, cancelledLabel: string): boolean {
  return isCancelled === true && statusName.toLowerCase() !== cancelledLabel.toLowerCase()
}
