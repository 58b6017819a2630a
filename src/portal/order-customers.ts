import type { Customer } from '@/domain/customer'
import type { FailureKind } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import type { Ask } from './ask'
import type { Clients } from './clients'
import type { OrderClients } from './order-clients'
import * as v from 'valibot'
import { asFailure, rethrowUnlessFailure } from '@/domain/failure'
import { PAGE_SIZE } from '@contract/rest'
import { askAllPages } from './ask'
import { toCustomer } from './clients'
import { listOf, MAX_DIRECTORY, rowsUnder } from './decode'
import { inPages } from './in-pages'
import { createBuyerProperties, toBuyer } from './order-buyer'
import { clientsByOrder, toOrderClients } from './order-clients'

/** Reads the customers of orders, keyed by id; every one is present. Never throws a failure. */
export type ReadOrderCustomers = (ids: readonly OrderId[]) => Promise<ReadonlyMap<OrderId, Customer>>

const ANY_ROWS = listOf(v.unknown(), MAX_DIRECTORY)
const LISTED_CLIENTS = rowsUnder('clients', v.unknown())
const ONE_ORDER = v.object({ order: v.object({ clients: ANY_ROWS, propertyValues: v.fallback(ANY_ROWS, [null]) }) })

/** An order has mostly a contact and a company: so the clients of this many fill a page, and pages travel in one batch. */
const ORDERS_PER_LIST = PAGE_SIZE / 2

/** What a portal answers that does not have the method or does not give it to this person. */
const NOT_OFFERED: readonly FailureKind[] = ['no-store', 'refused', 'access-denied', 'no-read-right', 'missing-scope']

/** What one order says of its customer: clients, or what stands in its checkout form. */
type FoundCustomer = { clients: OrderClients; buyer: Customer }

/**
 * Customers of orders. `crm.ordercontactcompany.list` answers for a page of orders at once but is not documented
 * (unconfirmed). `sale.order.get` is asked, in one batch, for the orders of which the list has no client, since only it has the
 * checkout form, and for all of them where the portal does not offer the list.
 * @see api-reference/sale/order/sale-order-get.md
 */
export function createReadOrderCustomers(ask: Ask, clients: Clients): ReadOrderCustomers {
  const readBuyerProperties = createBuyerProperties(ask)
  let isListOffered = true

  /** The clients of those orders of a page that have any; all of them are unread where the list failed. */
  async function readList(ids: OrderId[]): Promise<ReadonlyMap<OrderId, OrderClients>> {
    const params = { filter: { '@orderId': ids }, order: { id: 'asc' } }
    try {
      const rows = await askAllPages(ask, { method: 'crm.ordercontactcompany.list', params }, LISTED_CLIENTS)
      return clientsByOrder(rows, ids) ?? new Map()
    } catch (error) {
      if (!NOT_OFFERED.includes(asFailure(error).kind)) return new Map(ids.map((id) => [id, 'unread']))
      isListOffered = false
      return new Map()
    }
  }

  async function readListed(ids: readonly OrderId[]): Promise<ReadonlyMap<OrderId, OrderClients>> {
    if (!isListOffered) return new Map()
    return new Map((await Promise.all(inPages(ids, ORDERS_PER_LIST).map(readList))).flatMap((page) => [...page]))
  }

  async function readOne(id: OrderId): Promise<FoundCustomer> {
    const properties = readBuyerProperties()
    try {
      const { order } = (await ask({ method: 'sale.order.get', params: { id } }, ONE_ORDER)).result
      return { clients: toOrderClients(order.clients), buyer: toBuyer(order.propertyValues, await properties) }
    } catch (error) {
      rethrowUnlessFailure(error)
      return { clients: 'unread', buyer: { kind: 'unread' } }
    }
  }

  async function toCustomers(found: ReadonlyMap<OrderId, FoundCustomer>): Promise<[OrderId, Customer][]> {
    const refs = [...found.values()].flatMap((one) => (one.clients === 'unread' ? [] : one.clients))
    const named = await clients.read(refs)
    return [...found].map(([id, one]) => {
      if (one.clients === 'unread') return [id, { kind: 'unread' }]
      return [id, one.clients.length === 0 ? one.buyer : toCustomer(one.clients, named)]
    })
  }

  return async (ids) => {
    const listed = await readListed(ids)
    const known = [...listed].map(([id, one]) => [id, { clients: one, buyer: { kind: 'none' as const } }] as const)
    const others = [...new Set(ids)].filter((id) => !listed.has(id))
    const pages = await Promise.all([
      toCustomers(new Map(known)),
      Promise.all(others.map(async (id) => [id, await readOne(id)] as const)).then((read) =>
        toCustomers(new Map(read)),
      ),
    ])
    return new Map(pages.flat())
  }
}
