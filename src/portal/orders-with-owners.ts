import type { Binding } from '@/domain/binding'
import type { OrderId } from '@/domain/id'
import type { Order } from '@/domain/order'
import type { Owner, OwnerRef, OwnerState } from '@/domain/owner'
import type { Cursor } from '@/domain/page'
import type { Ask } from './ask'
import type { At } from './linked-ask'
import type { OrderQuery } from './order-queries'
import type { FoundWithOwners, OrderWithOwner, OwnedOrders, Portal } from './portal'
import { asFailure, PortalFailure } from '@/domain/failure'
import { isSameOwner } from '@/domain/owner'
import { BINDINGS, checkBindings, listBindings, listOfOwner, toPageOfOwner } from './binding-rows'
import { createAskLinked } from './linked-ask'
import { toNewestFilter, toNewestPage } from './newest-orders'
import { listOrders, ORDER_ROWS } from './order-rows'
import { ONE_OWNER_WITH_TYPE } from './owner-rows'

/*
 * What a page shows first, orders and who owns them, in one request: the second command of a pair takes ids from the answer of the
 * first. Of what it answers only that is kept which the first one names.
 */

const firstRows = (count: number): number[] => Array.from({ length: count }, (_, row) => row)

/** The orders of the first ten bindings. */
const ORDERS_OF_BINDINGS = {
  command: (at: At) => listOrders({ '@id': firstRows(10).map((row) => at('orderEntity', row, 'orderId')) }),
  schema: ORDER_ROWS,
}

/** The owner of the first binding. */
const OWNER_OF_BINDING = {
  command: (at: At) => ({
    method: 'crm.item.get',
    params: { entityTypeId: at('orderEntity', 0, 'ownerTypeId'), id: at('orderEntity', 0, 'ownerId') },
  }),
  schema: ONE_OWNER_WITH_TYPE,
}

/** The bindings of the first twenty orders, which is what a page shows at first. */
const BINDINGS_OF_ORDERS = {
  command: (at: At) => listBindings({ '@orderId': firstRows(20).map((row) => at('orders', row, 'id')) }),
  schema: BINDINGS,
}

function keepNamed(orders: readonly Order[], bindings: readonly Binding[]): ReadonlyMap<OrderId, Order> {
  const named = new Set(bindings.map(({ orderId }) => orderId))
  return new Map(orders.filter(({ id }) => named.has(id)).map((order) => [order.id, order]))
}

/** The bindings of these orders, each once: where two owners are named for an order, neither is to be believed. */
function keepFound(bindings: readonly Binding[], orders: readonly Order[]): Binding[] {
  const found = new Set(orders.map(({ id }) => id))
  const isOnlyOne = ({ orderId }: Binding) => bindings.filter((other) => other.orderId === orderId).length === 1
  return bindings.filter((binding) => found.has(binding.orderId) && isOnlyOne(binding))
}

/** An owner that the answer does not name for certain was not read. */
function toState(ref: OwnerRef | null, owner: Owner | undefined): OwnerState | null {
  if (ref === null) return null
  return owner && isSameOwner(owner.ref, ref) ? { kind: 'present', owner } : { kind: 'unread', ref }
}

async function orFailure<Value>(reading: Promise<Value>): Promise<Value | PortalFailure> {
  return reading.catch(asFailure)
}

type OrdersWithOwners = Pick<Portal['orders'], 'readOfOwner' | 'readWithOwner' | 'findWithOwners'>

/** Orders and their owners together. @see api-reference/crm/universal/order-entity/crm-order-entity-list.md */
export function createOrdersWithOwners(
  ask: Ask,
  { find, read }: Pick<Portal['orders'], 'find' | 'read'>,
): OrdersWithOwners {
  const askLinked = createAskLinked(ask)

  async function readOfOwner(owner: OwnerRef, cursor?: Cursor): Promise<OwnedOrders> {
    const bindings = { command: listOfOwner(owner, cursor), schema: BINDINGS }
    const { first, linked } = askLinked({ first: bindings, linked: ORDERS_OF_BINDINGS })
    const [answer, orders] = await Promise.all([first, linked])
    const page = toPageOfOwner(answer, owner)
    return { ...page, orders: keepNamed(orders?.rows ?? [], page.rows) }
  }

  async function readOwnerOf(id: OrderId): Promise<OwnerState | null> {
    const bindings = { command: listBindings({ '@orderId': [id] }), schema: BINDINGS }
    const { first, linked } = askLinked({ first: bindings, linked: OWNER_OF_BINDING })
    const [{ result }, owner] = await Promise.all([first, linked])
    const [binding] = checkBindings(result, ({ orderId }) => orderId === id)
    return toState(binding?.owner ?? null, owner)
  }

  async function readWithOwner(id: OrderId): Promise<OrderWithOwner> {
    const reading = [orFailure(readOwnerOf(id)), orFailure(read([id]))] as const
    const [owner, orders] = await Promise.all(reading)
    return { owner, order: orders instanceof PortalFailure ? orders : orders.get(id) }
  }

  async function findNewest(query: OrderQuery): Promise<FoundWithOwners> {
    const newest = { command: listOrders(toNewestFilter(query)), schema: ORDER_ROWS }
    const { first, linked } = askLinked({ first: newest, linked: BINDINGS_OF_ORDERS })
    const [{ result }, bindings] = await Promise.all([first, linked])
    const page = toNewestPage(result)
    return { ...page, bindings: keepFound(bindings ?? [], page.rows) }
  }

  async function findWithOwners(query: OrderQuery): Promise<FoundWithOwners> {
    if (query.text) return { ...(await find(query)), bindings: [] }
    return findNewest(query)
  }

  return { readOfOwner, readWithOwner, findWithOwners }
}
