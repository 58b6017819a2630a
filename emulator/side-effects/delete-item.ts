import type { Caller } from '@emulator/calls/call'
import type { LocalPortal } from '@emulator/portal/state'
import { ENTITY_TYPE } from '@contract/entity-types'
import { setBinding } from '@emulator/rows/bindings'
import { deleteRow } from '@emulator/rows/item-rows'
import { deleteProductRows } from '@emulator/rows/product-rows'
import { deleteOrder, requireDeletable } from './delete-order'
import { linkClients } from './link-clients'

/**
 * Deletes a CRM object with what is related to it. unconfirmed: a deal takes its orders along, and stays when one of them refuses;
 * orders of any other owner lose their binding and survive. Switch `dealDeletion`.
 */
export function deleteItem(portal: LocalPortal, caller: Caller, item: { entityTypeId: number; id: number }): void {
  const { entityTypeId, id } = item
  const { data, settings } = portal
  const bound = [...data.bindings].filter(([, owner]) => owner.ownerTypeId === entityTypeId && owner.ownerId === id)
  const orders = bound.flatMap(([orderId]) => data.orders.get(orderId) ?? [])
  if (entityTypeId === ENTITY_TYPE.deal && settings.dealDeletion === 'deletes-orders') {
    // All are asked before the first is deleted: a refusal changes nothing.
    orders.forEach(requireDeletable)
    for (const order of orders) deleteOrder(portal, caller, order)
  }
  for (const [orderId] of bound) setBinding(portal, { orderId, owner: null, user: caller.user.id })
  deleteProductRows(portal, item)
  deleteRow(portal, entityTypeId, id)
  linkClients(portal, item)
}
