import type { OfCustomers } from '@/domain/found'
import type { Order } from '@/domain/order'
import type { FindClients } from './client-search'
import type { ReadOrderPage } from './newest-orders'
import type { FindOrderIds } from './order-ids-of-clients'
import type { OrderQuery } from './order-queries'
import { OF_NO_CUSTOMERS } from '@/domain/found'
import { readTypedOrder } from '@/domain/typed-order'
import { readTypedName } from '@/domain/typed-words'
import { inPages } from './in-pages'
import { toOrderFilter } from './newest-orders'

interface Parts {
  findClients: FindClients
  findOrderIds: FindOrderIds
  readPage: ReadOrderPage
}

/** The name of somebody that a text may be; none where an id or a number was typed. */
function nameIn(text = '') {
  const typed = readTypedOrder(text)
  return typed && typed.said === undefined && typed.id === undefined ? readTypedName(text) : undefined
}

/** Makes the search for orders by the names of their customers: the newest ones. */
export function createFindOrdersOfCustomers(parts: Parts): (query: OrderQuery) => Promise<OfCustomers<Order>> {
  return async (query) => {
    const name = nameIn(query.text)
    if (!name) return OF_NO_CUSTOMERS
    const clients = await parts.findClients(name)
    if (clients.refs.length === 0) return { ...OF_NO_CUSTOMERS, hasMoreCustomers: clients.hasMore }
    const found = await parts.findOrderIds(clients.refs)
    const pages = await Promise.all(
      inPages(found.ids).map((ids) => parts.readPage({ ...toOrderFilter(query), '@id': ids })),
    )
    return {
      rows: pages.flatMap(({ rows }) => rows).toSorted((one, other) => other.id - one.id),
      hasMore: found.hasMore,
      hasMoreCustomers: clients.hasMore,
      isByDeals: found.isByDeals,
    }
  }
}
