import type { YesNo } from '@contract/rest'

/** A product row as it was written; its other prices follow from these values. */
export interface StoredProductRow {
  id: number
  ownerId: number
  ownerTypeId: number
  /** 0 for goods that are not in the catalogue. */
  productId: number
  productName: string
  /** Of one piece, with discount and tax, in the currency of the owner. */
  price: number
  quantity: number
  /** 1 a sum, 2 a percentage. */
  discountTypeId: number
  discountRate: number
  discountSum: number
  /** Percent; `null` without tax. */
  taxRate: number | null
  taxIncluded: YesNo
  /** Empty where the name follows from the rate. */
  taxName: string
  measureCode: number
  /** Empty where the name follows from the code. */
  measureName: string
  sort: number
  /** Which product of an order the row stands for, as `sale_basket_30`; empty for none. */
  xmlId: string
}
