import type { Money } from '@/domain/money'
import type { Order, OrderStub } from '@/domain/order'

/** Adds the sums of orders; nothing where one is not known, or they are in several currencies. */
export function addSums(orders: Iterable<Order | OrderStub>): Money | undefined {
  let cents = 0
  let currency: string | undefined
  for (const order of orders) {
    const sum = 'sum' in order ? order.sum : undefined
    if (!sum || (currency ?? sum.currency) !== sum.currency) return undefined
    currency = sum.currency
    cents += Math.round(sum.amount * 100)
  }
  return currency === undefined ? undefined : { amount: cents / 100, currency }
}
