import type { Binding } from '@/domain/binding'
import type { OwnerRef } from '@/domain/owner'
import type { Cursor, Page } from '@/domain/page'
import type { DecodedAnswer } from './ask'
import type { RestCommand } from './transport'
import * as v from 'valibot'
import { isSameOwner } from '@/domain/owner'
import { anOrderId, anOwnerId, anOwnerTypeId, rowsUnder, toCursor, unreadable } from './decode'

/** One row of `crm.orderentity.list`: strict, all three ids. @see api-reference/crm/universal/order-entity/crm-order-entity-list.md */
export const BINDING = v.pipe(
  v.object({ orderId: anOrderId, ownerId: anOwnerId, ownerTypeId: anOwnerTypeId }),
  v.transform((row): Binding => ({ orderId: row.orderId, owner: { typeId: row.ownerTypeId, id: row.ownerId } })),
)

export const BINDINGS = rowsUnder('orderEntity', BINDING)

/** Lists bindings; from a `start` of zero or more they are counted. */
export function listBindings(filter: Record<string, unknown>, start = -1): RestCommand {
  // The default order leaves ties open; newest order first is ours.
  return { method: 'crm.orderentity.list', params: { filter, order: { orderId: 'desc' }, start } }
}

/**
 * The portal ignores a filter that it does not understand and answers with everybody's bindings: never take these for ours.
 * @throws unreadable
 */
export function checkBindings(rows: Binding[], isAskedFor: (binding: Binding) => boolean): Binding[] {
  if (!rows.every(isAskedFor)) throw unreadable('orderEntity.filter')
  // An order has one owner at most: where two are named, neither is to be believed.
  if (new Set(rows.map(({ orderId }) => orderId)).size < rows.length) throw unreadable('orderEntity.orderId')
  return rows
}

/** Lists one page of the orders of an owner, and counts them. */
export function listOfOwner({ typeId, id }: OwnerRef, cursor?: Cursor): RestCommand {
  return listBindings({ ownerId: id, ownerTypeId: typeId }, cursor ?? 0)
}

/** Reads what `listOfOwner` was answered with. @throws unreadable */
export function toPageOfOwner({ result, next, total }: DecodedAnswer<Binding[]>, owner: OwnerRef): Page<Binding> {
  const rows = checkBindings(result, (binding) => isSameOwner(binding.owner, owner))
  return { rows, next: next === undefined ? undefined : toCursor(next), total }
}
