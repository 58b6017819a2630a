import type { OrderId } from '@/domain/id'
import type { Order, OrderDocuments, OrderStatus } from '@/domain/order'
import type { Ask } from './ask'
import type { OnDemand } from './on-demand'
import type { ReadOrderCustomers } from './order-customers'
import type { Portal } from './portal'
import * as v from 'valibot'
import { asFailure } from '@/domain/failure'
import { inPages } from './in-pages'
import { createReadOrderPage } from './newest-orders'
import { createOrdersWithOwners } from './orders-with-owners'
import { countLost, requireIdentified } from './row-fields'

const ROWS = v.array(v.unknown())
const DOCUMENTS = v.pipe(
  v.object({ order: v.object({ payments: ROWS, shipments: ROWS }) }),
  v.transform(({ order }): OrderDocuments => ({ payments: order.payments.length, shipments: order.shipments.length })),
)

interface OrderParts {
  readCustomers: ReadOrderCustomers
  readStatuses(): Promise<OrderStatus[]>
  find: Portal['orders']['find']
}

/** Store orders. @see api-reference/sale/order/sale-order-list.md */
export function createOrders(
  ask: Ask,
  { readCustomers, readStatuses, find }: OrderParts,
): Omit<Portal['orders'], keyof OnDemand['orders'] | 'cardPath'> {
  const readRows = createReadOrderPage(ask)

  async function readPage(ids: OrderId[]): Promise<Order[]> {
    const page = await readRows({ '@id': ids })
    requireIdentified({ rows: page.rows, lost: countLost(page) }, 'orders')
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
    ...createOrdersWithOwners(ask, { find, read }),
    read,
    readPresence,
    readCustomers,
    readDocuments: async (id) => (await ask({ method: 'sale.order.get', params: { id } }, DOCUMENTS)).result,
    readStatuses,
  }
}
