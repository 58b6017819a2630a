import type { DealProductRow, ProductRow, ProductRowRead } from '@contract/product-rows'
import type { LocalPortal } from '@emulator/portal/state'
import type { StoredProductRow } from '@emulator/portal/stored-product-row'
import type { RowOwner } from './row-owners'
import { findProduct, productName } from '@emulator/portal/catalogue'
import { findOwner, toOwnerCode } from './row-owners'
import { toAccountPrice, toRowPrices } from './row-prices'

/** Units of measure that the documented samples name, by their codes. */
const MEASURES: ReadonlyMap<number, string> = new Map([
  [6, 'm'],
  [112, 'l'],
  [163, 'g'],
  [166, 'kg'],
  [796, 'pcs'],
])

/** The unit in which the catalogue's products are sold. */
export const PIECES = 796
const SIMPLE_PRODUCT = 1

/** Puts rows as people see them: by `sort`, those that are alike by id. */
export function sortProductRows(rows: readonly StoredProductRow[]): StoredProductRow[] {
  return [...rows].sort((left, right) => left.sort - right.sort || left.id - right.id)
}

/** The rows of an owner in their order. */
export function readProductRows({ data }: LocalPortal, { entityTypeId, id }: RowOwner): StoredProductRow[] {
  const rows = [...data.productRows.values()]
  return sortProductRows(rows.filter((row) => row.ownerId === id && row.ownerTypeId === entityTypeId))
}

/** Takes all rows of an owner away. */
export function deleteProductRows({ data }: LocalPortal, { entityTypeId, id }: RowOwner): void {
  for (const row of data.productRows.values())
    if (row.ownerId === id && row.ownerTypeId === entityTypeId) data.productRows.delete(row.id)
}

/** unconfirmed: the name of a rate that was given none. */
function toTaxName({ taxName, taxRate }: StoredProductRow): string {
  if (taxName !== '') return taxName
  return taxRate === null ? 'No VAT' : `VAT ${taxRate}`
}

function toPriceAccount(portal: LocalPortal, row: StoredProductRow): number {
  const owner = findOwner(portal, { entityTypeId: row.ownerTypeId, id: row.ownerId })
  return toAccountPrice(row.price, owner?.currencyId)
}

/** Writes a row as the methods that write answer it. @see api-reference/crm/data-types.md#crm_item_product_row */
export function toProductRow(portal: LocalPortal, row: StoredProductRow): ProductRow {
  const { ownerTypeId, ...own } = row
  return {
    ...own,
    ownerType: toOwnerCode(portal, ownerTypeId),
    priceAccount: toPriceAccount(portal, row),
    ...toRowPrices(row),
    taxName: toTaxName(row),
    customized: 'Y',
    measureName: row.measureName || (MEASURES.get(row.measureCode) ?? ''),
    type: SIMPLE_PRODUCT,
  }
}

/** Writes a row as it is read. No row of this portal is kept in a warehouse. */
export function toReadProductRow(portal: LocalPortal, row: StoredProductRow): ProductRowRead {
  return { ...toProductRow(portal, row), storeId: null }
}

function toOriginalName(portal: LocalPortal, productId: number): string | null {
  const product = findProduct(productId)
  return product === undefined ? null : productName(product, portal.settings.language)
}

/** Writes a row in its old shape. @see api-reference/crm/deals/crm-deal-productrows-get.md */
export function toDealProductRow(portal: LocalPortal, stored: StoredProductRow): DealProductRow {
  const row = toProductRow(portal, stored)
  return {
    ID: String(row.id),
    OWNER_ID: String(row.ownerId),
    OWNER_TYPE: row.ownerType,
    PRODUCT_ID: row.productId,
    PRODUCT_NAME: row.productName,
    ORIGINAL_PRODUCT_NAME: toOriginalName(portal, row.productId),
    PRODUCT_DESCRIPTION: null,
    PRICE: row.price,
    PRICE_EXCLUSIVE: row.priceExclusive,
    PRICE_NETTO: row.priceNetto,
    PRICE_BRUTTO: row.priceBrutto,
    PRICE_ACCOUNT: row.priceAccount.toFixed(2),
    QUANTITY: row.quantity,
    DISCOUNT_TYPE_ID: row.discountTypeId,
    DISCOUNT_RATE: row.discountRate,
    DISCOUNT_SUM: row.discountSum,
    TAX_RATE: row.taxRate,
    TAX_INCLUDED: row.taxIncluded,
    CUSTOMIZED: row.customized,
    MEASURE_CODE: row.measureCode,
    MEASURE_NAME: row.measureName,
    SORT: row.sort,
    XML_ID: row.xmlId,
    TYPE: row.type,
    STORE_ID: null,
    RESERVE_ID: null,
    DATE_RESERVE_END: null,
    RESERVE_QUANTITY: null,
  }
}
