import type { OrderId } from './id'
import type { TypedOrder } from './typed-order'
import { toFolded } from './fold-text'

/** How an order answers to what was typed. */
export type OrderMatch = 'number' | 'other-number' | 'id' | 'starts' | 'contains'

/** Best first: a number that was typed exactly, then an id. */
const RANKS: readonly OrderMatch[] = ['number', 'other-number', 'id', 'starts', 'contains']
const RANKS_BY_ID: readonly OrderMatch[] = ['id', 'number', 'other-number']

interface Numbered {
  id: OrderId
  number: string
}

/** Tells how orders answer to what was typed; an order that does not gets nothing. */
export function orderMatcher(typed: TypedOrder): (order: Numbered) => OrderMatch | undefined {
  const wanted = toFolded(typed.number)
  const others = new Set(typed.otherNumbers.map(toFolded).filter(Boolean))
  return ({ id, number }) => {
    const folded = toFolded(number)
    if (wanted !== '' && folded === wanted) return 'number'
    if (others.has(folded)) return 'other-number'
    if (id === typed.id) return 'id'
    // Who said that it is an id did not mean a part of a number.
    if (wanted === '' || typed.said === 'id') return undefined
    if (folded.startsWith(wanted)) return 'starts'
    return folded.includes(wanted) ? 'contains' : undefined
  }
}

/** Gives each order once, with how it matches: the best matches first, among equals the newest. Others are left out. */
export function rankOrders<Order extends Numbered>(
  orders: readonly Order[],
  typed: TypedOrder,
): { order: Order; match: OrderMatch }[] {
  const matchOf = orderMatcher(typed)
  const ranks = typed.said === 'id' ? RANKS_BY_ID : RANKS
  return [...new Map(orders.map((order) => [order.id, order])).values()]
    .flatMap((order) => {
      const match = matchOf(order)
      return match ? [{ order, match }] : []
    })
    .toSorted((one, other) => ranks.indexOf(one.match) - ranks.indexOf(other.match) || other.order.id - one.order.id)
}

/** Counts the orders on top that have the very number that was typed; none where it was said to be an id. */
export function countExact(orders: readonly ({ id: OrderId } | Numbered)[], typed: TypedOrder): number {
  if (typed.said === 'id') return 0
  const matchOf = orderMatcher(typed)
  const isExact = (order: { id: OrderId } | Numbered) =>
    'number' in order && ['number', 'other-number'].includes(matchOf(order) ?? '')
  const first = orders.findIndex((order) => !isExact(order))
  return first === -1 ? orders.length : first
}
