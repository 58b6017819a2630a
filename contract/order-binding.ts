/** The binding order ↔ owner. @see api-reference/crm/universal/order-entity/index.md */
import type { FieldDescription } from './rest'

/** Which owner an order has; an order has at most one. */
export interface OrderEntityRow {
  orderId: number
  ownerId: number
  ownerTypeId: number
}

/** Rows with only the selected fields. @see api-reference/crm/universal/order-entity/crm-order-entity-list.md */
export interface OrderEntityListResult {
  orderEntity: Partial<OrderEntityRow>[]
}

/** The wrapper is called `dealOrder` whatever the owner type. @see api-reference/crm/universal/order-entity/crm-order-entity-add.md */
export interface OrderEntityAddResult {
  dealOrder: OrderEntityRow | never[]
}

/** The fields of a binding. @see api-reference/crm/universal/order-entity/crm-order-entity-get-fields.md */
export interface OrderEntityFieldsResult {
  orderEntity: Record<keyof OrderEntityRow, FieldDescription>
}

/** A type whose objects may own orders. @see api-reference/crm/auxiliary/enum/crm-enum-get-order-owner-types.md */
export interface OrderOwnerTypeRow {
  attribute: string
  code: string
  id: number
  name: string
}

/** Codes of `crm.orderentity.*`; all of them come with HTTP 400. */
export const ORDER_ENTITY_ERROR = {
  required: '0',
  binder: '100',
  readDenied: '200040300010',
  writeDenied: '200040300020',
  orderMissing: '200540400001',
  storeMissing: '200540400002',
  ownerIdEmpty: '201640400001',
  ownerTypeIdEmpty: '201640400002',
  orderIdEmpty: '201640400003',
  bindingMissing: '201640400004',
  bindingExists: '201650000001',
} as const
