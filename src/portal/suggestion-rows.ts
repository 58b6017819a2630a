import type { ClientRef } from '@/domain/customer'
import type { PortalFailure } from '@/domain/failure'
import type { OwnerTypeId } from '@/domain/id'
import type { Order } from '@/domain/order'
import type { OwnerCandidate } from '@/domain/suggested-owners'
import * as v from 'valibot'
import { clientKey } from '@/domain/customer'
import { asFailure } from '@/domain/failure'
import { date, id, listOf, MAX_DIRECTORY, yesNo } from './decode'
import { toOrderClients } from './order-clients'
import { ONE_ORDER } from './order-rows'
import { OWNER_FIELDS, OWNER_ROW, toOwner } from './owner-rows'
import { PRODUCT_ID, toProducts } from './product-rows'
import { readableRowsUnder } from './row-fields'

/** Gives what was read, or why it could not be. */
export async function attempt<Value>(reading: Promise<Value>): Promise<Value | { failure: PortalFailure }> {
  try {
    return await reading
  } catch (error) {
    return { failure: asFailure(error) }
  }
}

/** What an owner is compared by, beside what is shown; a type that has none of it is compared by the rest. */
const OWNER_TRAITS = v.object({
  createdTime: v.fallback(v.optional(date), undefined),
  contactIds: v.fallback(listOf(id), []),
  closed: v.fallback(v.optional(yesNo), undefined),
})
const CANDIDATE = v.pipe(
  v.unknown(),
  v.transform((row) => ({ row, traits: row })),
  v.object({ row: OWNER_ROW, traits: OWNER_TRAITS }),
)
type CandidateRow = v.InferOutput<typeof CANDIDATE>

export const CANDIDATE_FIELDS = [...OWNER_FIELDS, 'createdTime', 'contactIds', 'closed']
/** `crm.item.list` wraps its rows so. */
export const CANDIDATES = readableRowsUnder('items', CANDIDATE)
/** `crm.item.get` answers so. */
export const ONE_CANDIDATE = v.pipe(
  v.object({ item: CANDIDATE }),
  v.transform(({ item }) => item),
)

/** Gives a row as a candidate; `isOpen` stays open where the row does not tell. */
export function toCandidate(typeId: OwnerTypeId, { row, traits }: CandidateRow): OwnerCandidate {
  const owner = toOwner(typeId, row)
  const contacts = traits.contactIds.map((one): ClientRef => ({ type: 'contact', id: one }))
  const clients = new Map([...owner.clients, ...contacts].map((ref) => [clientKey(ref), ref]))
  return {
    owner,
    clients: [...clients.values()],
    openedAt: traits.createdTime,
    isOpen: traits.closed === undefined ? undefined : !traits.closed,
  }
}

const ANY_ROWS = v.fallback(listOf(v.unknown(), MAX_DIRECTORY), [])
const ORDER_TRAITS = v.object({
  clients: ANY_ROWS,
  basketItems: v.fallback(listOf(v.object({ productId: PRODUCT_ID }), MAX_DIRECTORY), []),
})

/** A whole order as `sale.order.get` answers it, with what it is compared by. */
export interface WholeOrder {
  order: Order
  clients: readonly ClientRef[]
  products: readonly number[]
}

export const WHOLE_ORDER = v.pipe(
  v.object({ order: v.unknown() }),
  v.transform(({ order }) => ({ order, traits: order })),
  v.object({ order: ONE_ORDER, traits: ORDER_TRAITS }),
  v.transform(({ order, traits }): WholeOrder => {
    const clients = toOrderClients(traits.clients)
    return {
      order,
      clients: clients === 'unread' ? [] : clients,
      products: toProducts(traits.basketItems),
    }
  }),
)
