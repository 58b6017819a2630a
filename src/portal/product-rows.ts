import type { OwnerId, OwnerTypeId } from '@/domain/id'
import type { Ask } from './ask'
import type { Reference } from './reference'
import * as v from 'valibot'
import { ifReadable } from './ask'
import { anOwnerId, rowsUnder, wholeNumber } from './decode'
import { productOwnerCodeOf } from './entity-types'

/** Goods that are not in the catalogue have no id. */
export const PRODUCT_ID = v.fallback(wholeNumber, 0)
const PRODUCT_ROWS = rowsUnder('productRows', v.object({ ownerId: anOwnerId, productId: PRODUCT_ID }))

/** Gives the ids of products that the catalogue has. */
export function toProducts(rows: readonly { productId: number }[]): number[] {
  return rows.flatMap(({ productId }) => (productId > 0 ? [productId] : []))
}

/** The catalogue's products of one owner, the first page; nothing where there are none or they could not be read. */
export type ProductsByOwner = ReadonlyMap<OwnerId, readonly number[]>

/**
 * Reads the products of owners, each by its id or by a reference to it. One command an owner, as a list of owners is not documented.
 * Never throws a failure.
 */
export type ReadProducts = (typeId: OwnerTypeId, ids: readonly (OwnerId | Reference)[]) => Promise<ProductsByOwner>

/** Makes a `ReadProducts`. @see api-reference/crm/universal/product-rows/crm-item-productrow-list.md */
export function createReadProducts(ask: Ask): ReadProducts {
  /** Rows say whose they are: what a reference meant is known by that only. */
  async function readOne(typeId: OwnerTypeId, ownerId: OwnerId | Reference): Promise<[OwnerId, readonly number[]][]> {
    const filter = { '=ownerType': productOwnerCodeOf(typeId), '=ownerId': ownerId }
    const command = { method: 'crm.item.productrow.list', params: { filter, start: -1 }, isProbe: true }
    const { result } = await ask(command, PRODUCT_ROWS)
    const owners = [...new Set(result.map((row) => row.ownerId))]
    // A filter that the portal does not understand is ignored: everybody's products are nobody's.
    const [only] = owners.length === 1 && (typeof ownerId !== 'number' || owners[0] === ownerId) ? owners : []
    return only === undefined ? [] : [[only, toProducts(result)]]
  }

  return async (typeId, ids) => {
    const read = await Promise.all(ids.map((id) => ifReadable(readOne(typeId, id), [])))
    return new Map(read.flat())
  }
}
