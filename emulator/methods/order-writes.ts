import type { OrderUpdateResult } from '@contract/orders'
import type { MethodCall, MethodTable, Params, ReplyOf } from '@emulator/calls/call'
import type { StoredOrder } from '@emulator/portal/state'
import { ORDER_ENTITY_ERROR } from '@contract/order-binding'
import { RestError, systemError } from '@emulator/calls/errors'
import { missingParam, readRequiredInt } from '@emulator/calls/params'
import { requireStoreWrite } from '@emulator/calls/rights'
import { omitFields } from '@emulator/lists/lists'
import { readFieldsParam } from '@emulator/rows/item-values'
import { changeOrder, draftOrder } from '@emulator/rows/order-draft'
import { toOrderValues } from '@emulator/rows/order-fields'
import { deleteOrder } from '@emulator/side-effects/delete-order'
import { makeDealFor, requireDealFor } from '@emulator/side-effects/make-deal'

const REQUIRED = ['lid', 'personTypeId', 'currency'] as const

/** Fields that are absent and fields that are empty are the same mistake here. @see api-reference/sale/order/sale-order-add.md */
function readFields(params: Params): Params {
  const fields = readFieldsParam(params)
  if (Object.keys(fields).length === 0) throw missingParam('fields')
  return fields
}

/** What is related to an order, but for its clients and requisites. */
const RELATED = ['basketItems', 'payments', 'propertyValues', 'shipments', 'tradeBindings'] as const

/** An order as the writing methods show it. */
function toAnswer(order: StoredOrder): OrderUpdateResult['order'] {
  const { clients, requisiteLink, ...own } = order
  return { ...omitFields(own, RELATED), clients, requisiteLink }
}

/** The documented answer of `add` lacks these three, that of `update` has them. */
const NOT_IN_ADD = ['dateLock', 'taxValue', 'version'] as const

function add({ portal, caller, params }: MethodCall): ReplyOf<'sale.order.add'> {
  const fields = readFields(params)
  requireStoreWrite(caller)
  const values = toOrderValues(fields, 'add')
  const missing = REQUIRED.filter((name) => values[name] === undefined || values[name] === null || values[name] === '')
  if (missing.length > 0) throw new RestError(ORDER_ENTITY_ERROR.required, `Required fields: ${missing.join(', ')}`)
  const getsDeal = portal.settings.mode === 'deals-only'
  if (getsDeal) requireDealFor(portal, caller, values.currency)
  const order = draftOrder(portal, caller, values)
  portal.data.orders.set(order.id, order)
  if (getsDeal) makeDealFor(portal, caller, order)
  return { result: { order: omitFields(toAnswer(order), NOT_IN_ADD) } }
}

/** The rights come before the order is looked for. unconfirmed */
function requireOrder({ portal, caller }: MethodCall, id: number): StoredOrder {
  requireStoreWrite(caller)
  const order = portal.data.orders.get(id)
  if (!order) throw systemError(ORDER_ENTITY_ERROR.orderMissing)
  return order
}

function update(call: MethodCall): ReplyOf<'sale.order.update'> {
  const id = readRequiredInt(call.params, 'id')
  const fields = readFields(call.params)
  const order = requireOrder(call, id)
  changeOrder(call.portal, call.caller, { order, values: toOrderValues(fields, 'update') })
  return { result: { order: toAnswer(order) } }
}

function remove(call: MethodCall): ReplyOf<'sale.order.delete'> {
  const id = readRequiredInt(call.params, 'id')
  deleteOrder(call.portal, call.caller, requireOrder(call, id))
  return { result: true }
}

/** `sale.order.*`, writing. @see api-reference/sale/order/sale-order-add.md */
export const ORDER_WRITE_METHODS = {
  'sale.order.add': { scopes: ['sale'], run: add },
  'sale.order.update': { scopes: ['sale'], run: update },
  'sale.order.delete': { scopes: ['sale'], run: remove },
} satisfies Partial<MethodTable>
