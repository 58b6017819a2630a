import type { Moment } from './moment'
import type { Money } from './money'

/** What an order consists of. A list that did not come as one is `unread`; a field that could not be read is absent. */
export interface OrderContents {
  /** The sum of the order. */
  sum?: Money
  products: readonly OrderProduct[] | 'unread'
  payments: readonly OrderPayment[] | 'unread'
  shipments: readonly OrderShipment[] | 'unread'
}

export interface OrderProduct {
  name?: string
  quantity?: number
  /** For all pieces together. */
  sum?: Money
}

export interface OrderPayment {
  /** The name of the payment system; empty where the payment names none. */
  system?: string
  sum?: Money
  isPaid?: boolean
  /** When it was paid. */
  paidAt?: Moment
  /** Money that went back to the customer. */
  isReturn?: boolean
}

export interface OrderShipment {
  /** The number that people use; empty where the shipment has none. */
  number?: string
  /** The name of the delivery; empty where the shipment names none. */
  delivery?: string
  isShipped?: boolean
  isCancelled?: boolean
}

/**
 * Gives what is still to be paid; nothing where it cannot be told: something could not be read, money went back, or the currencies are
 * not one.
 */
export function leftToPay({ sum, payments }: OrderContents): Money | undefined {
  if (!sum || payments === 'unread') return undefined
  const isKnown = payments.every(
    (one) => one.isPaid !== undefined && one.isReturn === false && one.sum?.currency === sum.currency,
  )
  if (!isKnown) return undefined
  const paid = payments.reduce((all, one) => all + (one.isPaid && one.sum ? one.sum.amount : 0), 0)
  return { amount: Math.max(0, Math.round((sum.amount - paid) * 100) / 100), currency: sum.currency }
}
