import type { Caller } from '@emulator/calls/call'
import type { LocalPortal, StoredOrder } from '@emulator/portal/state'
import type { StoredProductRow } from '@emulator/portal/stored-product-row'
import type { RowOwner } from '@emulator/rows/row-owners'
import { ENTITY_TYPE } from '@contract/entity-types'
import { toPortalDate } from '@emulator/portal/time'
import { storeRow } from '@emulator/rows/item-rows'
import { changeOrder } from '@emulator/rows/order-draft'
import { deleteProductRows } from '@emulator/rows/product-rows'
import { findOwner } from '@emulator/rows/row-owners'
import { roundSum, toRowSums } from '@emulator/rows/row-prices'
import { toBasketXmlId } from '@emulator/rows/rows-of-basket'

type BasketItem = StoredOrder['basketItems'][number]

/** The order whose goods are those of a deal: unconfirmed, the oldest one of a deal with several. Switch `productSync`. */
function findSyncedOrder({ data, settings }: LocalPortal, { entityTypeId, id }: RowOwner): StoredOrder | undefined {
  if (settings.mode !== 'deals-only' || settings.productSync === 'none' || entityTypeId !== ENTITY_TYPE.deal)
    return undefined
  const bound = [...data.bindings].filter(([, owner]) => owner.ownerTypeId === entityTypeId && owner.ownerId === id)
  return data.orders.get(Math.min(...bound.map(([orderId]) => orderId)))
}

/** What a row is in the basket: a changed product of the order, or a new one. */
function toBasketItem(portal: LocalPortal, order: StoredOrder, row: StoredProductRow): BasketItem {
  const { price, quantity, productId, productName: name } = row
  const present = order.basketItems.find(({ id }) => row.xmlId === toBasketXmlId(id))
  if (present) return { ...present, price, quantity, productId, name }
  const own = { id: String(portal.nextId()), orderId: String(order.id), currency: order.currency }
  return { ...own, xmlId: `crm_pr_${row.id}`, price, quantity, productId, name }
}

/** Gives an order the goods of its deal. */
function syncOrder(
  portal: LocalPortal,
  caller: Caller,
  { order, rows }: { order: StoredOrder; rows: StoredProductRow[] },
): void {
  const basketItems = rows.map((row) => toBasketItem(portal, order, row))
  for (const [index, row] of rows.entries()) {
    const { id = '' } = basketItems[index] ?? {}
    portal.data.productRows.set(row.id, { ...row, xmlId: toBasketXmlId(id) })
  }
  if (JSON.stringify(basketItems) === JSON.stringify(order.basketItems)) return
  order.basketItems = basketItems
  const delivery = order.shipments.reduce((sum, { priceDelivery }) => sum + priceDelivery, 0)
  const price = roundSum(toRowSums(rows).opportunity + delivery)
  changeOrder(portal, caller, { order, values: { price } })
}

/** Saves all product rows of an owner in the place of those that are there; its sum follows them, unless it is counted by hand. */
export function saveProductRows(
  portal: LocalPortal,
  caller: Caller,
  { owner, rows }: { owner: RowOwner; rows: StoredProductRow[] },
): void {
  deleteProductRows(portal, owner)
  for (const row of rows) portal.data.productRows.set(row.id, row)
  const present = findOwner(portal, owner)
  if (present) {
    const sums = present.isManualOpportunity === 'Y' ? {} : toRowSums(rows)
    const changed = { updatedBy: caller.user.id, updatedTime: toPortalDate(portal.now()) }
    storeRow(portal, owner.entityTypeId, { ...present, ...sums, ...changed })
  }
  const order = findSyncedOrder(portal, owner)
  if (order) syncOrder(portal, caller, { order, rows })
}
