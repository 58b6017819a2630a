import { refusal } from './refusals'

export const PRODUCT_ROW_PAGES = 'api-reference/crm/universal/product-rows'
export const DENIED = { status: 400, body: refusal('ACCESS_DENIED', 'Access denied') }
export const NO_SUCH_ROW = { status: 400, body: refusal('NOT_FOUND', 'Item not found') }

/** The chairs of deal 201. */
export const CHAIRS = {
  id: 2012,
  ownerId: 201,
  ownerType: 'D',
  productId: 301,
  productName: 'Chair',
  price: 200,
  priceAccount: 200,
  priceExclusive: 200,
  priceNetto: 200,
  priceBrutto: 200,
  quantity: 2,
  discountTypeId: 2,
  discountRate: 0,
  discountSum: 0,
  taxRate: null,
  taxIncluded: 'N',
  taxName: 'No VAT',
  customized: 'Y',
  measureCode: 796,
  measureName: 'pcs',
  sort: 10,
  xmlId: '',
  type: 1,
}

/** Its delivery, which is not in the catalogue. */
export const DELIVERY = {
  ...CHAIRS,
  id: 2011,
  productId: 0,
  productName: 'Delivery',
  price: 100,
  priceAccount: 100,
  priceExclusive: 100,
  priceNetto: 100,
  priceBrutto: 100,
  quantity: 1,
  measureCode: 0,
  measureName: '',
  sort: 20,
}

/** A call of `crm.item.productrow.list` about deal 201, unless the filter says otherwise. */
export const listRows = (filter: object, params: object = {}) => ({
  method: 'crm.item.productrow.list',
  params: { filter: { '=ownerType': 'D', '=ownerId': 201, ...filter }, ...params },
})

/** The sum of a deal, asked for and answered. */
export const sumOf = (id: number) => ({
  method: 'crm.item.list',
  params: { entityTypeId: 2, filter: { id }, select: ['opportunity'] },
})
export const oneSum = (opportunity: number) => ({ body: { result: { items: [{ opportunity }] }, total: 1 } })
