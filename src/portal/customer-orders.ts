import type { Binding } from '@/domain/binding'
import type { ClientRef } from '@/domain/customer'
import type { FailureKind } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import type { Order } from '@/domain/order'
import type { OwnerRef } from '@/domain/owner'
import type { OrderCandidate } from '@/domain/suggested-orders'
import type { Traits } from '@/domain/suggestion'
import type { Ask } from './ask'
import type { FindOrderIds } from './order-ids-of-clients'
import type { WholeOrder } from './suggestion-rows'
import * as v from 'valibot'
import { asFailure } from '@/domain/failure'
import { ENTITY_TYPE } from '@contract/entity-types'
import { ifReadable } from './ask'
import { BINDINGS, listBindings } from './binding-rows'
import { anOrderId, id, rowsUnder } from './decode'
import { listOrders, ORDER_ROWS } from './order-rows'
import { Reference } from './reference'
import { WHOLE_ORDER } from './suggestion-rows'

/** An owner with what its customer's orders are found and compared by. */
export type OwnerTraits = Traits & { ref: OwnerRef }
/** The owners of orders; those without one are absent. Nothing where they could not be read. */
export type ReadOwners = (ids: readonly OrderId[]) => Promise<ReadonlyMap<OrderId, OwnerRef> | undefined>

interface CustomerSources {
  findOrderIds: FindOrderIds
  readOrders(ids: readonly OrderId[]): Promise<ReadonlyMap<OrderId, Order>>
  readOwners: ReadOwners
}

/** Orders of each contact or company that are looked at, the newest; and how many of them are compared by their goods. */
const MOST_ORDERS = 20
const BEST = 5

const CLIENT_ROWS = rowsUnder('clients', v.object({ orderId: anOrderId, entityTypeId: id, entityId: id }))

/** What a portal answers that does not have the method or does not give it to this person. */
const NOT_OFFERED: readonly FailureKind[] = ['no-store', 'refused', 'access-denied', 'no-read-right', 'missing-scope']

const idsOf = (clients: readonly ClientRef[], type: ClientRef['type']): number[] =>
  clients.filter((ref) => ref.type === type).map((ref) => ref.id)

/**
 * Makes a read of the orders of an owner's customer with what they are compared by, in one request: the lists of their ids stand
 * first in the batch, and what is asked of them refers to the rows. `crm.ordercontactcompany.list` is not documented (unconfirmed):
 * where the portal does not offer it, the newest orders on the customer's deals are read, in more requests.
 */
export function createReadCustomerOrders(
  ask: Ask,
  { findOrderIds, readOrders, readOwners }: CustomerSources,
): (owner: OwnerTraits) => Promise<OrderCandidate[]> {
  const { readWhole, readList, readReferred } = createOrderReads(ask)
  let isListOffered = true

  async function readListed({ ref, clients, products = [] }: OwnerTraits): Promise<OrderCandidate[]> {
    const lists = (['contact', 'company'] as const)
      .map((type) => ({ type, ids: idsOf(clients, type), key: `${type}${ref.typeId}x${ref.id}` }))
      .filter(({ ids }) => ids.length > 0)
    const compared = products.length > 0 ? lists.slice(0, 1) : []
    const [listed, referred, whole] = await Promise.all([
      Promise.all(lists.map(readList)),
      readReferred(lists.flatMap(({ key }) => rowsOf(key, MOST_ORDERS))),
      Promise.all(compared.flatMap(({ key }) => rowsOf(key, BEST)).map(readWhole)),
    ])
    const clientsOf = groupClients(listed.flat())
    const ids = [...clientsOf.keys()]
    const isJoined = ids.every((one) => referred.orders.has(one))
    const orders = isJoined ? referred.orders : await readOrders(ids)
    const owners = isJoined ? referred.owners : await readOwners(ids)
    const basketOf = new Map(whole.flat().map((one) => [one.order.id, one.products]))
    return ids.flatMap((one) => {
      const order = orders.get(one)
      if (!order) return []
      return [{ ...toOrderCandidate(order, owners), clients: clientsOf.get(one) ?? [], products: basketOf.get(one) }]
    })
  }

  async function readOnDeals({ clients }: OwnerTraits): Promise<OrderCandidate[]> {
    const { ids } = await findOrderIds(clients)
    const newest = [...new Set(ids)].toSorted((one, other) => other - one).slice(0, BEST)
    const [whole, owners] = await Promise.all([Promise.all(newest.map(readWhole)), readOwners(newest)])
    return whole.flat().map(({ order, ...traits }) => ({ ...toOrderCandidate(order, owners), ...traits }))
  }

  return async (owner) => {
    if (owner.clients.length === 0) return []
    try {
      if (isListOffered) return await readListed(owner)
    } catch (error) {
      const failure = asFailure(error)
      if (!NOT_OFFERED.includes(failure.kind)) throw failure
      isListOffered = false
    }
    return readOnDeals(owner)
  }
}

interface ClientList {
  type: ClientRef['type']
  ids: readonly number[]
  key: string
}

function rowsOf(key: string, count: number): Reference[] {
  return Array.from({ length: count }, (_, row) => new Reference(key, ['clients', row, 'orderId']))
}

function groupClients(rows: readonly (readonly [OrderId, ClientRef])[]): ReadonlyMap<OrderId, readonly ClientRef[]> {
  return new Map(rows.map(([order]) => [order, rows.flatMap(([other, ref]) => (other === order ? [ref] : []))]))
}

/** Gives an order that may be suggested, with the owner that it has; `owners` has none for those without one. */
export function toOrderCandidate(order: Order, owners: ReadonlyMap<OrderId, OwnerRef> | undefined): OrderCandidate {
  return { order, clients: [], owner: owners && (owners.get(order.id) ?? null) }
}

/** Reads orders by ids, or by references before anybody knows what these mean: only what joins is to be believed. */
function createOrderReads(ask: Ask) {
  async function readWhole(orderId: OrderId | Reference): Promise<WholeOrder[]> {
    const command = { method: 'sale.order.get', params: { id: orderId }, isProbe: true }
    return ifReadable(
      ask(command, WHOLE_ORDER).then(({ result }) => [result]),
      [],
    )
  }

  /** The newest orders of contacts or companies, under a key that other commands refer to. */
  async function readList({ type, ids, key }: ClientList): Promise<[OrderId, ClientRef][]> {
    const entityTypeId = ENTITY_TYPE[type]
    const params = { filter: { entityTypeId, '@entityId': ids }, order: { orderId: 'desc' }, start: 0 }
    const { result } = await ask({ method: 'crm.ordercontactcompany.list', params, isProbe: true, key }, CLIENT_ROWS)
    // A filter that the portal does not understand is ignored: other customers' orders are none of these.
    const asked = result.filter((row) => row.entityTypeId === entityTypeId && ids.includes(row.entityId))
    return asked.slice(0, MOST_ORDERS).map((row) => [row.orderId, { type, id: row.entityId }])
  }

  async function readOrders(references: readonly Reference[]): Promise<Order[]> {
    return (await ask({ ...listOrders({ '@id': references }), isProbe: true }, ORDER_ROWS)).result.rows
  }

  async function readBindings(references: readonly Reference[]): Promise<Binding[]> {
    return (await ask({ ...listBindings({ '@orderId': references }), isProbe: true }, BINDINGS)).result
  }

  async function readReferred(references: readonly Reference[]) {
    const [orders, bindings] = await Promise.all([
      ifReadable(readOrders(references), []),
      ifReadable<Binding[] | undefined>(readBindings(references), undefined),
    ])
    return {
      orders: new Map(orders.map((order) => [order.id, order])),
      /** Nothing where the answer does not tell for certain. */
      owners: bindings && hasOneOwnerEach(bindings) ? toOwners(bindings) : undefined,
    }
  }

  return { readWhole, readList, readReferred }
}

/** An order has one owner at most: where two are named, neither is to be believed. */
const hasOneOwnerEach = (bindings: readonly Binding[]): boolean =>
  new Set(bindings.map(({ orderId }) => orderId)).size === bindings.length

const toOwners = (bindings: readonly Binding[]): ReadonlyMap<OrderId, OwnerRef> =>
  new Map(bindings.map(({ orderId, owner }) => [orderId, owner]))
