import type { StoredOrder } from '@emulator/portal/state'
import type { StoredProductRow } from '@emulator/portal/stored-product-row'
import type { RowOwner } from './row-owners'
import { ROW_DEFAULTS } from './product-row-draft'
import { PIECES } from './product-rows'

/** How a product row names the product of an order that it stands for. @see api-reference/crm/deals/crm-deal-productrows-get.md */
export function toBasketXmlId(basketId: string): string {
  return `sale_basket_${basketId}`
}

/** The product rows of an owner that has the goods of an order, with ids from `firstId` on. */
export function toRowsOfBasket(owner: RowOwner, { basketItems }: StoredOrder, firstId: number): StoredProductRow[] {
  return basketItems.map(({ id, name, price, quantity, productId = 0 }, index) => ({
    ...ROW_DEFAULTS,
    id: firstId + index,
    ownerId: owner.id,
    ownerTypeId: owner.entityTypeId,
    productId,
    productName: name,
    price,
    quantity,
    measureCode: PIECES,
    sort: (index + 1) * 10,
    xmlId: toBasketXmlId(id),
  }))
}
