import type { OrderId } from '@/domain/id'
import type { Order, OrderDocuments, OrderStatus } from '@/domain/order'
import type { Page } from '@/domain/page'
import type { Ask } from './ask'
import type { ReadOrderCustomers } from './order-customers'
import type { OrderQuery, Portal } from './portal'
import type { ReadRows } from './row-fields'
import * as v from 'valibot'
import { asFailure } from '@/domain/failure'
import { toTypedId } from '@/domain/id'
import { nextCursor, toPageFilter } from './id-paging'
import { inPages } from './in-pages'
import { ORDER_FIELDS, ORDER_ROWS, toOrder } from './order-rows'
import { countLost } from './row-fields'

const ROWS = v.array(v.unknown())
const DOCUMENTS = v.pipe(
  v.object({ order: v.object({ payments: ROWS, shipments: ROWS }) }),
  v.transform(({ order }): OrderDocuments => ({ payments: order.payments.length, shipments: order.shipments.length })),
)

type OrderFilter = Record<string, unknown>
const NO_ROWS: ReadRows<Order> = { rows: [], sent: 0 }

/** What every read of a search must match. Unknown filter keys are ignored by the portal, so each key is tested. */
function toFilter({ statusCode, isPaid, cursor }: OrderQuery): OrderFilter {
  return {
    ...(statusCode === undefined ? {} : { statusId: statusCode }),
    ...(isPaid === undefined ? {} : { payed: isPaid ? 'Y' : 'N' }),
    ...toPageFilter(cursor),
  }
}

interface OrderParts {
  readCustomers: ReadOrderCustomers
  readStatuses(): Promise<OrderStatus[]>
}

/** Store orders. @see api-reference/sale/order/sale-order-list.md */
export function createOrders(ask: Ask, { readCustomers, readStatuses }: OrderParts): Portal['orders'] {
  /** One page, newest first. */
  async function readRows(filter: OrderFilter): Promise<ReadRows<Order>> {
    const params = { select: ORDER_FIELDS, filter, order: { id: 'desc' }, start: -1 }
    const { rows, sent } = (await ask({ method: 'sale.order.list', params }, ORDER_ROWS)).result
    return { rows: rows.map(toOrder), sent }
  }

  /** Digits may be a part of a number, or an id: both are read, and the order with that id is on the first page only. */
  async function findByDigits(query: OrderQuery, typedId: number): Promise<Page<Order>> {
    const filter = toFilter(query)
    const [numbered, exact] = await Promise.all([
      readRows({ ...filter, '%accountNumber': String(typedId) }),
      query.cursor === undefined ? readRows({ ...filter, id: typedId }) : NO_ROWS,
    ])
    const others = numbered.rows.filter((row) => row.id !== typedId)
    const rows = [...exact.rows, ...others]
    const lost = countLost({ rows: [...exact.rows, ...numbered.rows], sent: exact.sent + numbered.sent }, 'orders')
    return { rows, lost, next: nextCursor(numbered) }
  }

  async function find(query: OrderQuery): Promise<Page<Order>> {
    const searched = query.text?.trim() ?? ''
    const typedId = toTypedId(searched)
    if (typedId !== undefined) return findByDigits(query, typedId)
    const page = await readRows({ ...toFilter(query), ...(searched === '' ? {} : { '%accountNumber': searched }) })
    return { rows: page.rows, lost: countLost(page, 'orders'), next: nextCursor(page) }
  }

  async function readPage(ids: OrderId[]): Promise<Order[]> {
    const page = await readRows({ '@id': ids })
    countLost(page, 'orders')
    return page.rows
  }

  async function read(ids: readonly OrderId[]): Promise<ReadonlyMap<OrderId, Order>> {
    const pages = await Promise.all(inPages(ids).map(readPage))
    return new Map(pages.flat().map((order) => [order.id, order]))
  }

  /** The whole order, as only this method tells one that is gone from one that this person may not see. */
  async function readPresence(id: OrderId): Promise<'present' | 'gone' | 'unread'> {
    try {
      await ask({ method: 'sale.order.get', params: { id }, isProbe: true }, v.unknown())
      return 'present'
    } catch (error) {
      return asFailure(error).kind === 'order-gone' ? 'gone' : 'unread'
    }
  }

  return {
    find,
    read,
    readPresence,
    readCustomers,
    readDocuments: async (id) => (await ask({ method: 'sale.order.get', params: { id } }, DOCUMENTS)).result,
    readStatuses,
  }
}
