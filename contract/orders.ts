/** Store orders. @see api-reference/sale/order/index.md */
import type {
  OrderBasketRow,
  OrderPaymentRow,
  OrderPropertyRow,
  OrderShipmentRow,
  OrderTradeBindingRow,
} from './order-documents'
import type { FieldDescription, PhpMap, YesNo } from './rest'

/** An order without what is related to it. @see api-reference/sale/order/sale-order-list.md */
export interface OrderRow {
  accountNumber: string
  additionalInfo: string
  affiliateId: number | null
  canceled: YesNo
  comments: string
  companyId: number | null
  currency: string
  dateCanceled: string | null
  dateInsert: string
  dateLock: string | null
  dateMarked: string | null
  dateStatus: string | null
  dateUpdate: string
  deducted: YesNo
  discountValue: number
  empCanceledId: number | null
  empMarkedId: number | null
  empStatusId: number | null
  externalOrder: YesNo
  id: number
  id1c: string
  lid: string
  lockedBy: number | null
  marked: YesNo
  orderTopic: string
  /** Paid in full; a payment spells the same thing `paid`. */
  payed: YesNo
  personTypeId: number
  personTypeXmlId: string
  price: number
  reasonCanceled: string
  reasonMarked: string
  recountFlag: YesNo
  recurringId: number | null
  responsibleId: number | null
  statusId: string
  statusXmlId: string
  taxValue: number
  updated1c: YesNo
  userDescription: string
  /** The site user behind the order; not a CRM contact. */
  userId: number
  version: number
  version1c: string
  xmlId: string
}

/** Rows with only the selected fields. @see api-reference/sale/order/sale-order-list.md */
export interface OrderListResult {
  orders: Partial<OrderRow>[]
}

/** `entityTypeId` is 3 for a contact and 4 for a company; an order has at most one company. */
export interface OrderClientRow {
  id: number
  orderId: number
  entityTypeId: number
  entityId: number
  isPrimary: YesNo
  roleId: number
  sort: number
}

/** An order with everything that is related to it. @see api-reference/sale/order/sale-order-get.md */
export interface OrderGetResult {
  order: OrderRow & {
    basketItems: OrderBasketRow[]
    clients: OrderClientRow[]
    payments: OrderPaymentRow[]
    propertyValues: OrderPropertyRow[]
    requisiteLink: PhpMap<number>
    shipments: OrderShipmentRow[]
    tradeBindings: OrderTradeBindingRow[]
  }
}

/** An order without what is related to it, but for its clients and requisites. */
type WrittenOrder = OrderRow & Pick<OrderGetResult['order'], 'clients' | 'requisiteLink'>

/** Lacks three fields that every other answer has. @see api-reference/sale/order/sale-order-add.md */
export interface OrderAddResult {
  order: Omit<WrittenOrder, 'dateLock' | 'taxValue' | 'version'>
}

/** The order as it is after the change. @see api-reference/sale/order/sale-order-update.md */
export interface OrderUpdateResult {
  order: WrittenOrder
}

/** Undocumented: `crm.ordercontactcompany.list`. */
export interface OrderClientListResult {
  clients: Partial<OrderClientRow>[]
}

/** Undocumented: `crm.ordercontactcompany.getFields`. */
export interface OrderClientFieldsResult {
  client: Record<keyof OrderClientRow, FieldDescription>
}

/** `O` for orders, `D` for deliveries. */
export interface OrderStatusRow {
  id: string
  type: 'O' | 'D'
  sort: number
  color: string
  notify: YesNo
  xmlId: string | null
}

/** Rows with only the selected fields. @see api-reference/sale/status/sale-status-list.md */
export interface OrderStatusListResult {
  statuses: Partial<OrderStatusRow>[]
}

/** Rows with only the selected fields. @see api-reference/sale/status-lang/sale-status-lang-list.md */
export interface OrderStatusLangListResult {
  statusLangs: Partial<{ statusId: string; lid: string; name: string; description: string }>[]
}

/** The languages that names of statuses may have. @see api-reference/sale/status-lang/sale-status-lang-get-list-langs.md */
export interface OrderStatusLanguagesResult {
  langs: { active: YesNo; lid: string; name: string }[]
}

/** A property of the checkout form; the flags are those of text properties. */
export interface OrderFormPropertyRow {
  id: number
  active: YesNo
  code: string
  name: string
  personTypeId: number
  type: 'STRING'
  sort: number
  required: YesNo
  /** Its value names the profile of a buyer: a person, or a company. */
  isProfileName: YesNo
  /** Its value names the payer, who is a person. */
  isPayer: YesNo
  isEmail: YesNo
  isPhone: YesNo
  defaultValue: string
  description: string
  inputFieldLocation: string
  isAddress: YesNo
  isAddressFrom: YesNo
  isAddressTo: YesNo
  isFiltered: YesNo
  isLocation: YesNo
  isZip: YesNo
  multiple: YesNo
  propsGroupId: number
  settings: PhpMap<number>
  /** Its value is kept in the profile of the buyer. */
  userProps: YesNo
  /** It is for the staff alone. */
  util: YesNo
  xmlId: string
}

/** Rows with only the selected fields. @see api-reference/sale/property/sale-property-list.md */
export interface OrderFormPropertyListResult {
  properties: Partial<OrderFormPropertyRow>[]
}
