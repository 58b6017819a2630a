/** Product rows of CRM objects. @see api-reference/crm/universal/product-rows/index.md */
import type { YesNo } from './rest'

/** A product row as the methods that write answer it. Prices are those of one piece, in the currency of the owner. */
export interface ProductRow {
  id: number
  ownerId: number
  /** The short code of the owner's type: `D`, `SI`, `T40e`. */
  ownerType: string
  /** 0 for goods that are not in the catalogue. */
  productId: number
  productName: string
  /** With discount and tax. */
  price: number
  /** `price` in the currency of reports. */
  priceAccount: number
  /** With discount, without tax. */
  priceExclusive: number
  /** Without discount and tax. */
  priceNetto: number
  /** Without discount, with tax. */
  priceBrutto: number
  quantity: number
  /** 1 a sum, 2 a percentage. */
  discountTypeId: number
  discountRate: number
  discountSum: number
  /** Percent. */
  taxRate: number | null
  taxIncluded: YesNo
  taxName: string
  customized: YesNo
  measureCode: number
  measureName: string
  sort: number
  xmlId: string
  /** 1 a simple product, 4 a variation, 7 a service. */
  type: number
}

/** A product row as it is read. */
export interface ProductRowRead extends ProductRow {
  storeId: number | null
}

/** Answer of adding and changing. @see api-reference/crm/universal/product-rows/crm-item-productrow-add.md */
export interface ProductRowResult {
  productRow: ProductRow
}

/** Answer of reading one row. @see api-reference/crm/universal/product-rows/crm-item-productrow-get.md */
export interface ProductRowGetResult {
  productRow: ProductRowRead
}

/** A page of the rows of an owner. @see api-reference/crm/universal/product-rows/crm-item-productrow-list.md */
export interface ProductRowListResult {
  productRows: ProductRowRead[]
}

/** All rows of an owner as they are now. @see api-reference/crm/universal/product-rows/crm-item-productrow-set.md */
export interface ProductRowSetResult {
  productRows: ProductRow[]
}

/** A product row in its old shape: ids of the row and its owner are texts, the price in the currency of reports too. @see api-reference/crm/deals/crm-deal-productrows-get.md */
export interface DealProductRow {
  ID: string
  OWNER_ID: string
  OWNER_TYPE: string
  PRODUCT_ID: number
  PRODUCT_NAME: string
  /** Of the catalogue. */
  ORIGINAL_PRODUCT_NAME: string | null
  PRODUCT_DESCRIPTION: string | null
  PRICE: number
  PRICE_EXCLUSIVE: number
  PRICE_NETTO: number
  PRICE_BRUTTO: number
  PRICE_ACCOUNT: string
  QUANTITY: number
  DISCOUNT_TYPE_ID: number
  DISCOUNT_RATE: number
  DISCOUNT_SUM: number
  TAX_RATE: number | null
  TAX_INCLUDED: YesNo
  CUSTOMIZED: YesNo
  MEASURE_CODE: number
  MEASURE_NAME: string
  SORT: number
  XML_ID: string
  TYPE: number
  STORE_ID: number | null
  RESERVE_ID: number | null
  DATE_RESERVE_END: string | null
  RESERVE_QUANTITY: number | null
}
