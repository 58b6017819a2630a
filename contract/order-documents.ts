/** What stands under an order: goods, payments, shipments, form values. @see api-reference/sale/data-types.md */
import type { YesNo } from './rest'

/** A property of one product of an order. */
interface BasketPropertyRow {
  basketId: number
  code: string
  id: number
  name: string
  sort: number
  value: string
  xmlId: string
}

/** Goods that are kept for an order in a warehouse. */
interface BasketReservationRow {
  basketId: number
  dateReserve: string
  dateReserveEnd: string
  id: number
  quantity: number
  reservedBy: number | null
  storeId: number
}

/** One product of an order. `id` and `orderId` come as texts, as the documented sample has them. */
export interface OrderBasketRow {
  barcodeMulti: YesNo
  basePrice: number
  canBuy: YesNo
  catalogXmlId: string
  currency: string
  customPrice: YesNo
  dateInsert: string
  dateRefresh: string | null
  dateUpdate: string
  detailPageUrl: string
  /** A serialised list of width, height and length. */
  dimensions: string
  discountCoupon: string
  discountName: string
  discountPrice: number
  discountValue: string
  fuserId: number
  id: string
  lid: string
  measureCode: string
  measureName: string
  module: string
  name: string
  notes: string
  orderId: string
  price: number
  priceTypeId: number
  productId: number
  productPriceId: number
  productProviderClass: string
  productXmlId: string
  properties: BasketPropertyRow[]
  quantity: number
  recommendation: string
  reservations: BasketReservationRow[]
  setParentId: string
  sort: number
  subscribe: YesNo
  type: string
  vatIncluded: YesNo
  /** A fraction: `0.2` is 20 %. */
  vatRate: number | null
  weight: number
  xmlId: string
}

/** One payment of an order. */
export interface OrderPaymentRow {
  accountNumber: string
  comments: string
  companyId: number
  currency: string
  dateBill: string
  dateMarked: string | null
  datePaid: string | null
  datePayBefore: string | null
  dateResponsibleId: string | null
  empMarkedId: number | null
  empPaidId: number | null
  empResponsibleId: number | null
  empReturnId: number | null
  externalPayment: YesNo
  id: number
  id1c: string
  isReturn: YesNo
  marked: YesNo
  orderId: number
  /** The order spells the same thing `payed`. */
  paid: YesNo
  payReturnComment: string
  payReturnDate: string | null
  payReturnNum: string
  paySystemId: number
  paySystemIsCash: YesNo
  paySystemName: string
  paySystemXmlId: string
  payVoucherDate: string | null
  payVoucherNum: string
  priceCod: string
  psCurrency: string
  psInvoiceId: number
  psResponseDate: string | null
  psStatus: string
  psStatusCode: string
  psStatusDescription: string
  psStatusMessage: string
  psSum: number | null
  reasonMarked: string
  responsibleId: number | null
  sum: number
  updated1c: YesNo
  version1c: string
  xmlId: string
}

/** How much of a product is in a shipment. */
interface ShipmentItemRow {
  basketId: number
  dateInsert: string
  id: number
  orderDeliveryId: number
  quantity: number
  reservedQuantity: number
  xmlId: string
}

/** One shipment of an order. */
export interface OrderShipmentRow {
  accountNumber: string
  allowDelivery: YesNo
  basePriceDelivery: number
  canceled: YesNo
  comments: string
  companyId: number
  currency: string
  customPriceDelivery: YesNo
  dateAllowDelivery: string | null
  dateCanceled: string | null
  dateDeducted: string | null
  dateInsert: string
  dateMarked: string | null
  dateResponsibleId: string | null
  deducted: YesNo
  deliveryDocDate: string | null
  deliveryDocNum: string
  deliveryId: number
  deliveryName: string
  deliveryXmlId: string
  discountPrice: number
  empAllowDeliveryId: number | null
  empCanceledId: number | null
  empDeductedId: number | null
  empMarkedId: number | null
  empResponsibleId: number | null
  externalDelivery: YesNo
  id: number
  id1c: string
  marked: YesNo
  orderId: number
  priceDelivery: number
  reasonMarked: string
  reasonUndoDeducted: string
  responsibleId: number | null
  shipmentItems: ShipmentItemRow[]
  statusId: string
  statusXmlId: string
  system: YesNo
  trackingDescription: string
  trackingLastCheck: string
  trackingNumber: string
  trackingStatus: string
  updated1c: YesNo
  version1c: string
  xmlId: string
}

/** One value of the checkout form: name, e-mail, phone. */
export interface OrderPropertyRow {
  id: number
  orderPropsId: number
  orderPropsXmlId: string | null
  code: string
  name: string
  value: string | null
}

/** Where an order came from. */
export interface OrderTradeBindingRow {
  externalOrderId: string
  id: number
  orderId: number
  params: unknown
  tradingPlatformId: number | string
  tradingPlatformXmlId: string
  xmlId: string
}
