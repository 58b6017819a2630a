import type { Order } from '@/domain/order'
import type { OwnerRef } from '@/domain/owner'
import type { Traits } from '@/domain/suggestion'
import type { Ask } from './ask'
import type { OwnerTraits, ReadOwners } from './customer-orders'
import type { FindOrderIds } from './order-ids-of-clients'
import type { Portal } from './portal'
import type { ReadProducts } from './product-rows'
import { groupOrders } from '@/domain/suggested-orders'
import { ifReadable } from './ask'
import { createReadCustomerOrders, toOrderCandidate } from './customer-orders'
import { attempt, ONE_CANDIDATE, toCandidate } from './suggestion-rows'

interface OrderSources {
  findNewest(): Promise<{ rows: readonly Order[] }>
  readOrders: Portal['orders']['read']
  readBindings: Portal['bindings']['readOfOrders']
  findOrderIds: FindOrderIds
  readProducts: ReadProducts
}

/**
 * Makes the suggestions of orders for an owner, in two requests: the owner with its goods, and the newest orders; then who owns
 * these, and the orders of the owner's customer.
 * @see api-reference/sale/order/sale-order-list.md
 */
export function createSuggestOrders(ask: Ask, sources: OrderSources): Portal['orders']['suggestFor'] {
  const readOwners: ReadOwners = (ids) =>
    ids.length === 0 ? Promise.resolve(new Map()) : ifReadable(sources.readBindings(ids), undefined)
  const readOfCustomer = createReadCustomerOrders(ask, { ...sources, readOwners })

  async function readTraits(ref: OwnerRef): Promise<Traits> {
    const params = { entityTypeId: ref.typeId, id: ref.id }
    const { result } = await ask({ method: 'crm.item.get', params, isProbe: true }, ONE_CANDIDATE)
    const { owner, clients, openedAt } = toCandidate(ref.typeId, result)
    return { clients, at: openedAt, sum: owner.sum }
  }

  async function readOwner(ref: OwnerRef): Promise<OwnerTraits> {
    const [traits, products] = await Promise.all([
      ifReadable<Traits>(readTraits(ref), { clients: [] }),
      sources.readProducts(ref.typeId, [ref.id]),
    ])
    return { ...traits, ref, products: products.get(ref.id) }
  }

  return async (ref) => {
    const [owner, page] = await Promise.all([readOwner(ref), attempt(sources.findNewest())])
    const newest = 'failure' in page ? [] : page.rows
    const [ofCustomer, owners] = await Promise.all([
      attempt(readOfCustomer(owner)),
      readOwners(newest.map(({ id }) => id)),
    ])
    if ('failure' in page && ('failure' in ofCustomer || ofCustomer.length === 0)) throw page.failure
    return groupOrders({
      owner,
      ofCustomer: 'failure' in ofCustomer ? [] : ofCustomer,
      newest: newest.map((order) => toOrderCandidate(order, owners)),
    })
  }
}
