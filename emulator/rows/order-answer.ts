/** An order as `sale.order.get` shows it: what the portal does not keep of its parts is made here, the same each time. */
import type { OrderBasketRow, OrderPaymentRow, OrderShipmentRow, OrderTradeBindingRow } from '@contract/order-documents'
import type { OrderGetResult } from '@contract/orders'
import type { StoredOrder } from '@emulator/portal/state'

type StoredBasketRow = StoredOrder['basketItems'][number]
type StoredPayment = StoredOrder['payments'][number]
type StoredShipment = StoredOrder['shipments'][number]

/** A serialised list without values, as products have that nobody has measured. */
const NO_DIMENSIONS = 'a:3:{s:5:"WIDTH";N;s:6:"HEIGHT";N;s:6:"LENGTH";N;}'
const RESERVED_MS = 3 * 86_400_000
const ANONYMOUS_BASKET_OWNER = 1

/** External codes: a letter for the kind of row, then its id. */
function toXmlId(kind: string, id: number): string {
  return `bx_${kind}${id.toString(16).padStart(12, '0')}`
}

function toReservedUntil(date: string): string {
  const end = new Date(Date.parse(date) + RESERVED_MS)
  return Number.isNaN(end.getTime()) ? date : `${end.toISOString().slice(0, 11)}23:00:00${date.slice(19)}`
}

/** Goods wait in the warehouse until they are sent; an order that was cancelled has none. */
function toReservations(order: StoredOrder, row: StoredBasketRow): OrderBasketRow['reservations'] {
  if (order.deducted === 'Y' || order.canceled === 'Y' || order.shipments.length === 0) return []
  const dates = { dateReserve: order.dateInsert, dateReserveEnd: toReservedUntil(order.dateInsert) }
  return [
    { basketId: Number(row.id), ...dates, id: Number(row.id), quantity: row.quantity, reservedBy: null, storeId: 1 },
  ]
}

function toBasketProperties(basketId: number, codes: { catalogXmlId: string; productXmlId: string }) {
  const rows = [
    { code: 'CATALOG.XML_ID', name: 'Catalog XML_ID', value: codes.catalogXmlId },
    { code: 'PRODUCT.XML_ID', name: 'Product XML_ID', value: codes.productXmlId },
  ]
  return rows.map((row, index) => {
    const id = basketId * 10 + index
    return { basketId, ...row, id, sort: 100, xmlId: toXmlId('e', id) }
  })
}

const BASKET_DEFAULTS = {
  barcodeMulti: 'N',
  canBuy: 'Y',
  catalogXmlId: 'local-catalogue',
  customPrice: 'N',
  dateRefresh: null,
  detailPageUrl: '',
  dimensions: NO_DIMENSIONS,
  discountCoupon: '',
  discountName: '',
  discountPrice: 0,
  discountValue: '',
  fuserId: ANONYMOUS_BASKET_OWNER,
  measureCode: '796',
  measureName: 'pcs',
  module: 'catalog',
  notes: 'BASE',
  priceTypeId: 1,
  productId: 0,
  recommendation: '',
  setParentId: '',
  subscribe: 'N',
  type: '',
  vatIncluded: 'Y',
  vatRate: null,
  weight: 0,
} as const

function toBasketRow(order: StoredOrder, row: StoredBasketRow, index: number): OrderBasketRow {
  const { productId = 0, catalogXmlId = BASKET_DEFAULTS.catalogXmlId } = row
  const productXmlId = row.productXmlId ?? String(productId)
  return {
    ...BASKET_DEFAULTS,
    basePrice: row.price + (row.discountPrice ?? 0),
    dateInsert: order.dateInsert,
    dateUpdate: order.dateUpdate,
    lid: order.lid,
    productPriceId: productId,
    productProviderClass: productId === 0 ? '' : '\\Bitrix\\Catalog\\Product\\CatalogProvider',
    productXmlId,
    properties: toBasketProperties(Number(row.id), { catalogXmlId, productXmlId }),
    reservations: toReservations(order, row),
    sort: (index + 1) * 100,
    ...row,
  }
}

const PAYMENT_DEFAULTS = {
  comments: '',
  companyId: 0,
  dateMarked: null,
  datePayBefore: null,
  dateResponsibleId: null,
  empMarkedId: null,
  empResponsibleId: null,
  empReturnId: null,
  externalPayment: 'N',
  id1c: '',
  isReturn: 'N',
  marked: 'N',
  payReturnComment: '',
  payReturnDate: null,
  payReturnNum: '',
  paySystemId: 1,
  paySystemIsCash: 'N',
  payVoucherDate: null,
  payVoucherNum: '',
  priceCod: '0',
  psCurrency: '',
  psInvoiceId: 0,
  psResponseDate: null,
  psStatus: '',
  psStatusCode: '',
  psStatusDescription: '',
  psStatusMessage: '',
  psSum: null,
  reasonMarked: '',
  responsibleId: null,
  updated1c: 'N',
  version1c: '',
} as const

/** When something of an order was done, and by whom; nothing where it was not. */
function toDone(order: StoredOrder, isDone: boolean): { at: string | null; by: number | null } {
  return isDone ? { at: order.dateStatus ?? order.dateUpdate, by: order.empStatusId } : { at: null, by: null }
}

function toPayment(order: StoredOrder, row: StoredPayment): OrderPaymentRow {
  const paid = toDone(order, row.paid === 'Y')
  return {
    ...PAYMENT_DEFAULTS,
    dateBill: order.dateInsert,
    datePaid: paid.at,
    empPaidId: paid.by,
    paySystemXmlId: toXmlId('b', row.paySystemId ?? PAYMENT_DEFAULTS.paySystemId),
    xmlId: toXmlId('c', row.id),
    ...row,
  }
}

const SHIPMENT_DEFAULTS = {
  comments: '',
  companyId: 0,
  customPriceDelivery: 'N',
  dateMarked: null,
  dateResponsibleId: null,
  deliveryDocDate: null,
  deliveryDocNum: '',
  deliveryId: 1,
  deliveryXmlId: '',
  discountPrice: 0,
  empMarkedId: null,
  empResponsibleId: null,
  externalDelivery: 'N',
  id1c: '',
  marked: 'N',
  reasonMarked: '',
  reasonUndoDeducted: '',
  responsibleId: null,
  statusXmlId: '',
  system: 'N',
  trackingDescription: '',
  trackingLastCheck: '',
  trackingNumber: '',
  trackingStatus: '',
  updated1c: 'N',
  version1c: '',
} as const

/** All goods travel in the first shipment. */
function toShipmentItems(order: StoredOrder, row: StoredShipment): OrderShipmentRow['shipmentItems'] {
  if (row.id !== order.shipments[0]?.id) return []
  return order.basketItems.map(({ id, quantity }) => ({
    basketId: Number(id),
    dateInsert: order.dateInsert,
    id: Number(id),
    orderDeliveryId: row.id,
    quantity,
    reservedQuantity: row.deducted === 'Y' || order.canceled === 'Y' ? 0 : quantity,
    xmlId: toXmlId('f', Number(id)),
  }))
}

function toShipment(order: StoredOrder, row: StoredShipment): OrderShipmentRow {
  const sent = toDone(order, row.deducted === 'Y')
  return {
    ...SHIPMENT_DEFAULTS,
    allowDelivery: row.deducted,
    basePriceDelivery: row.priceDelivery,
    canceled: order.canceled,
    dateAllowDelivery: sent.at,
    dateCanceled: order.dateCanceled,
    dateDeducted: sent.at,
    dateInsert: order.dateInsert,
    empAllowDeliveryId: sent.by,
    empCanceledId: order.empCanceledId,
    empDeductedId: sent.by,
    shipmentItems: toShipmentItems(order, row),
    statusId: row.deducted === 'Y' ? 'DF' : 'DN',
    xmlId: toXmlId('d', row.id),
    ...row,
  }
}

function toTradeBinding(row: StoredOrder['tradeBindings'][number]): OrderTradeBindingRow {
  const platform = Number(row.tradingPlatformId)
  return { params: null, tradingPlatformXmlId: toXmlId('a', platform), xmlId: toXmlId('9', row.id), ...row }
}

/** Gives every documented field of an order and of what stands under it. @see api-reference/sale/order/sale-order-get.md */
export function toOrderAnswer(order: StoredOrder): OrderGetResult['order'] {
  return {
    ...order,
    basketItems: order.basketItems.map((row, index) => toBasketRow(order, row, index)),
    payments: order.payments.map((row) => toPayment(order, row)),
    shipments: order.shipments.map((row) => toShipment(order, row)),
    tradeBindings: order.tradeBindings.map(toTradeBinding),
  }
}
