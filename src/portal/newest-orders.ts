import type { Found } from '@/domain/found'
import type { Order } from '@/domain/order'
import type { Page } from '@/domain/page'
import type { Period } from '@/domain/period'
import type { Ask } from './ask'
import type { OrderQuery } from './order-queries'
import type { ReadRows } from './row-fields'
import { nextCursor, toPageFilter } from './id-paging'
import { toPage } from './matching-rows'
import { listOrders, ORDER_ROWS } from './order-rows'
import { countLost } from './row-fields'

export type OrderFilter = Record<string, unknown>
/** Reads one page of orders, newest first. */
export type ReadOrderPage = (filter: OrderFilter) => Promise<ReadRows<Order>>

/** Makes the read of one page of orders. */
export function createReadOrderPage(ask: Ask): ReadOrderPage {
  return async (filter) => (await ask(listOrders(filter), ORDER_ROWS)).result
}

/** What orders of this time match. */
export function toPeriodFilter({ from, before }: Period = {}): OrderFilter {
  return {
    ...(from === undefined ? {} : { '>=dateInsert': from }),
    ...(before === undefined ? {} : { '<dateInsert': before }),
  }
}

/** What every order of a search must match, whatever was typed. */
export function toOrderFilter({ statusCode, isPaid, made }: OrderQuery): OrderFilter {
  return {
    ...toPeriodFilter(made),
    ...(statusCode === undefined ? {} : { statusId: statusCode }),
    ...(isPaid === undefined ? {} : { payed: isPaid ? 'Y' : 'N' }),
  }
}

/** What the newest orders must match, from the cursor on. */
export function toNewestFilter(query: OrderQuery): OrderFilter {
  return { ...toOrderFilter(query), ...toPageFilter(query.cursor) }
}

/** Gives what was read by `toNewestFilter` as a page. @throws unreadable where not one order could be identified */
export function toNewestPage(read: ReadRows<Order>): Page<Found<Order>> {
  return toPage(read.rows, { lost: countLost(read), next: nextCursor(read) }, 'orders')
}
