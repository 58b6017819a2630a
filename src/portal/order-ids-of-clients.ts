import type { ClientRef } from '@/domain/customer'
import type { FailureKind } from '@/domain/failure'
import type { OrderId, OwnerId } from '@/domain/id'
import type { Ask } from './ask'
import * as v from 'valibot'
import { asFailure } from '@/domain/failure'
import { ENTITY_TYPE } from '@contract/entity-types'
import { PAGE_SIZE } from '@contract/rest'
import { BINDINGS } from './binding-rows'
import { toClientsFilter } from './client-search'
import { anOrderId, anOwnerId, id, rowsUnder } from './decode'

/** Orders of customers, before they are read. */
interface OrdersFound {
  ids: readonly OrderId[]
  hasMore: boolean
}

const CLIENTS = rowsUnder('clients', v.object({ orderId: anOrderId, entityTypeId: id, entityId: id }))
const DEALS = rowsUnder('items', v.object({ id: anOwnerId }))

/** What a portal answers that does not have the method or does not give it to this person. */
const NOT_OFFERED: readonly FailureKind[] = ['no-store', 'refused', 'access-denied', 'no-read-right', 'missing-scope']

/* Both lists are asked from 0: `start: -1` may give all rows, says the documentation, and more than a page is refused. */

/** Finds the orders of customers; `isByDeals`: those that are bound to their deals. */
export type FindOrderIds = (refs: readonly ClientRef[]) => Promise<OrdersFound & { isByDeals: boolean }>

/**
 * Makes a `FindOrderIds`. `crm.ordercontactcompany.list` tells the orders of customers but is not documented (unconfirmed). Where the
 * portal does not offer it, the orders that are bound to the customers' deals are found.
 * @see api-reference/crm/universal/order-entity/crm-order-entity-list.md
 */
export function createFindOrderIds(ask: Ask): FindOrderIds {
  let isListOffered = true

  async function ofClientsOfType(type: ClientRef['type'], refs: readonly ClientRef[]): Promise<OrdersFound> {
    const ids = refs.filter((ref) => ref.type === type).map((ref) => ref.id)
    if (ids.length === 0) return { ids: [], hasMore: false }
    const entityTypeId = ENTITY_TYPE[type]
    const params = { filter: { entityTypeId, '@entityId': ids }, order: { orderId: 'desc' }, start: 0 }
    const { result, next } = await ask({ method: 'crm.ordercontactcompany.list', params }, CLIENTS)
    // A filter that the portal does not understand is ignored: other customers' orders are none of these.
    const asked = result.filter((row) => row.entityTypeId === entityTypeId && ids.includes(row.entityId))
    return { ids: asked.map(({ orderId }) => orderId), hasMore: next !== undefined }
  }

  async function ofClients(refs: readonly ClientRef[]): Promise<OrdersFound> {
    const found = await Promise.all([ofClientsOfType('contact', refs), ofClientsOfType('company', refs)])
    return { ids: found.flatMap(({ ids }) => ids), hasMore: found.some(({ hasMore }) => hasMore) }
  }

  async function readDeals(refs: readonly ClientRef[]): Promise<OwnerId[]> {
    const filter = toClientsFilter(refs)
    const params = { entityTypeId: ENTITY_TYPE.deal, select: ['id'], filter, order: { id: 'DESC' }, start: -1 }
    return (await ask({ method: 'crm.item.list', params }, DEALS)).result.map((row) => row.id)
  }

  async function ofDeals(refs: readonly ClientRef[]): Promise<OrdersFound> {
    const deals = await readDeals(refs)
    if (deals.length === 0) return { ids: [], hasMore: false }
    const filter = { 'ownerTypeId': ENTITY_TYPE.deal, '@ownerId': deals }
    const params = { filter, order: { orderId: 'desc' }, start: 0 }
    const { result, next } = await ask({ method: 'crm.orderentity.list', params }, BINDINGS)
    const bound = result.filter(({ owner }) => owner.typeId === ENTITY_TYPE.deal && deals.includes(owner.id))
    return { ids: bound.map(({ orderId }) => orderId), hasMore: next !== undefined || deals.length >= PAGE_SIZE }
  }

  return async (refs) => {
    try {
      if (isListOffered) return { ...(await ofClients(refs)), isByDeals: false }
    } catch (error) {
      const failure = asFailure(error)
      if (!NOT_OFFERED.includes(failure.kind)) throw failure
      isListOffered = false
    }
    return { ...(await ofDeals(refs)), isByDeals: true }
  }
}
