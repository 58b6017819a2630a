import type { FailureKind } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import type { Ask } from './ask'
import type { ClientRef, Customers } from './customers'
import * as v from 'valibot'
import { asFailure } from '@/domain/failure'
import { PAGE_SIZE } from '@contract/rest'
import { askAllPages, ifReadable } from './ask'
import { clientKey } from './customers'
import { anOrderId, id, rowsUnder, wholeNumber, yesNo } from './decode'
import { inPages } from './in-pages'

/** Customers of orders. */
export interface OrderCustomers {
  /** Reads the customers' names of at most 50 orders; orders without a readable one are absent. Never throws a failure. */
  read(ids: readonly OrderId[]): Promise<ReadonlyMap<OrderId, string>>
}

const CLIENT = v.object({
  orderId: anOrderId,
  entityTypeId: wholeNumber,
  entityId: id,
  isPrimary: yesNo,
  sort: v.nullish(wholeNumber, 0),
})
const ORDER_CLIENTS = rowsUnder('clients', CLIENT)
const CLIENTS_OF_ORDER = v.pipe(
  v.object({ order: ORDER_CLIENTS }),
  v.transform(({ order }) => order),
)
type OrderClient = v.InferOutput<typeof CLIENT>

/** An order has mostly a contact and a company: so the clients of this many fill a page, and pages travel in one batch. */
const ORDERS_PER_LIST = PAGE_SIZE / 2

/** What a portal answers that does not have the method or does not give it to this person. */
const NOT_OFFERED: readonly FailureKind[] = ['no-store', 'refused', 'access-denied', 'no-read-right', 'missing-scope']

const toClient = ({ entityTypeId, entityId }: OrderClient): ClientRef => ({ entityTypeId, id: entityId })

/** Primary clients first, then the portal's own order: the first whose name is known stands for the order. */
function namesByOrder(clients: OrderClient[], names: ReadonlyMap<string, string>): Map<OrderId, string> {
  const sorted = clients.toSorted(
    (one, other) => Number(other.isPrimary) - Number(one.isPrimary) || one.sort - other.sort,
  )
  const found = new Map<OrderId, string>()
  for (const client of sorted) {
    const name = names.get(clientKey(toClient(client)))
    if (name !== undefined && !found.has(client.orderId)) found.set(client.orderId, name)
  }
  return found
}

/**
 * Customers of orders. `crm.ordercontactcompany.list` answers for a page of orders at once but is not documented
 * (unconfirmed): where the portal does not offer it, `sale.order.get` is asked for each order, together in one batch.
 * @see api-reference/sale/order/sale-order-get.md
 */
export function createOrderCustomers(ask: Ask, customers: Customers): OrderCustomers {
  let isListOffered = true

  async function readList(ids: readonly OrderId[]): Promise<OrderClient[]> {
    const reading = inPages(ids, ORDERS_PER_LIST).map((page) => {
      const params = { filter: { '@orderId': page }, order: { id: 'asc' } }
      return askAllPages(ask, { method: 'crm.ordercontactcompany.list', params }, ORDER_CLIENTS)
    })
    return (await Promise.all(reading)).flat()
  }

  async function readOne(orderId: OrderId): Promise<OrderClient[]> {
    return (await ask({ method: 'sale.order.get', params: { id: orderId } }, CLIENTS_OF_ORDER)).result
  }

  async function readEach(ids: readonly OrderId[]): Promise<OrderClient[]> {
    return (await Promise.all(ids.map((one) => ifReadable(readOne(one), [])))).flat()
  }

  async function readClients(ids: readonly OrderId[]): Promise<OrderClient[]> {
    if (!isListOffered) return readEach(ids)
    try {
      return await readList(ids)
    } catch (error) {
      if (!NOT_OFFERED.includes(asFailure(error).kind)) throw error
      isListOffered = false
      return readEach(ids)
    }
  }

  return {
    async read(ids) {
      if (ids.length === 0) return new Map()
      const clients = await ifReadable(readClients(ids), [])
      return namesByOrder(clients, await customers.readNames(clients.map(toClient)))
    },
  }
}
