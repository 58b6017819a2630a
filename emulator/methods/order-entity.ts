import type { OrderEntityRow } from '@contract/order-binding'
import type { MethodCall, MethodTable, Params, ReplyOf } from '@emulator/calls/call'
import type { FieldKind } from '@emulator/lists/filter'
import type { BindingOwner } from '@emulator/portal/state'
import { ORDER_ENTITY_ERROR } from '@contract/order-binding'
import { RestError, systemError } from '@emulator/calls/errors'
import { isMap, missingParam, readParam, toCamelCase, toInt } from '@emulator/calls/params'
import { requireStoreRead, requireStoreWrite } from '@emulator/calls/rights'
import { toLenientPage } from '@emulator/lists/lenient-list'
import { setBinding } from '@emulator/rows/bindings'

const KINDS = { orderId: 'int', ownerId: 'int', ownerTypeId: 'int' } satisfies Record<keyof OrderEntityRow, FieldKind>
/** In the order in which the portal names what is missing. */
const REQUIRED = ['ownerId', 'ownerTypeId', 'orderId'] as const
const EMPTY_CODES = {
  ownerId: ORDER_ENTITY_ERROR.ownerIdEmpty,
  ownerTypeId: ORDER_ENTITY_ERROR.ownerTypeIdEmpty,
  orderId: ORDER_ENTITY_ERROR.orderIdEmpty,
} as const

function readFields(params: Params): Params {
  const fields = readParam(params, 'fields')
  if (fields === undefined || fields === null) throw missingParam('fields')
  if (!isMap(fields)) {
    const text = `Invalid value {${String(fields)}} to match with parameter {fields}. Should be value of type array.`
    throw new RestError(ORDER_ENTITY_ERROR.binder, text)
  }
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [toCamelCase(name), value]))
}

/** Steps 3 and 4: what is missing is named together, what is empty one at a time. */
function toRow(fields: Params): OrderEntityRow {
  const missing = REQUIRED.filter((name) => fields[name] === undefined || fields[name] === null)
  if (missing.length > 0) throw new RestError(ORDER_ENTITY_ERROR.required, `Required fields: ${missing.join(', ')}`)
  const row = { orderId: toInt(fields.orderId), ownerId: toInt(fields.ownerId), ownerTypeId: toInt(fields.ownerTypeId) }
  const empty = REQUIRED.find((name) => row[name] <= 0)
  if (empty) throw new RestError(EMPTY_CODES[empty], `${empty} - parameter is empty`)
  return row
}

/** Steps 1 to 4, common to both writes. The rights come before the fields are looked at. */
function readWrite({ params, caller }: MethodCall): OrderEntityRow {
  const fields = readFields(params)
  requireStoreWrite(caller)
  return toRow(fields)
}

function isBound({ portal }: MethodCall, row: OrderEntityRow): boolean {
  const owner = portal.data.bindings.get(row.orderId)
  return owner?.ownerId === row.ownerId && owner.ownerTypeId === row.ownerTypeId
}

function requireOrder({ portal }: MethodCall, orderId: number): void {
  if (!portal.data.orders.has(orderId)) throw systemError(ORDER_ENTITY_ERROR.orderMissing)
}

/** Binds, silently replacing a binding that is there; neither the owner nor its type is looked up. */
function add(call: MethodCall): ReplyOf<'crm.orderentity.add'> {
  const row = readWrite(call)
  if (isBound(call, row)) {
    throw new RestError(ORDER_ENTITY_ERROR.bindingExists, 'Duplicate entry for key [ownerId, ownerTypeId, orderId]')
  }
  requireOrder(call, row.orderId)
  const { orderId, ...owner } = row
  setBinding(call.portal, { orderId, owner, user: call.caller.user.id })
  return { result: { dealOrder: row } }
}

/** The binding is looked for before the order, so an order that does not exist gives "relation". unconfirmed */
function deleteByFilter(call: MethodCall): ReplyOf<'crm.orderentity.deletebyfilter'> {
  const row = readWrite(call)
  if (!isBound(call, row)) throw new RestError(ORDER_ENTITY_ERROR.bindingMissing, 'entity relation is not exists')
  requireOrder(call, row.orderId)
  setBinding(call.portal, { orderId: row.orderId, owner: null, user: call.caller.user.id })
  return { result: true }
}

function list({ portal, caller, params }: MethodCall): ReplyOf<'crm.orderentity.list'> {
  requireStoreRead(caller)
  // Named one by one: a spread takes several times as long, and a big portal has twenty thousand bindings.
  const toEntity = ([orderId, { ownerId, ownerTypeId }]: [number, BindingOwner]) => ({ orderId, ownerId, ownerTypeId })
  const rows = Array.from(portal.data.bindings, toEntity)
  const defaultOrder = { field: 'ownerId', descending: false }
  // The method's own page promises all rows, the page about huge data fifty.
  const allAtMinusOne = portal.settings.minusOne === 'all-rows'
  const { page, ...counts } = toLenientPage({ kinds: KINDS, rows, defaultOrder, allAtMinusOne }, params)
  return { result: { orderEntity: page }, ...counts }
}

function getFields({ caller }: MethodCall): ReplyOf<'crm.orderentity.getfields'> {
  requireStoreRead(caller)
  const field = { isImmutable: true, isReadOnly: false, isRequired: true, type: 'integer' }
  return { result: { orderEntity: { orderId: field, ownerId: field, ownerTypeId: field } } }
}

/** `crm.orderentity.*`. @see api-reference/crm/universal/order-entity/index.md */
export const ORDER_ENTITY_METHODS = {
  'crm.orderentity.add': { scopes: ['crm'], run: add },
  'crm.orderentity.deletebyfilter': { scopes: ['crm'], run: deleteByFilter },
  'crm.orderentity.list': { scopes: ['crm'], run: list },
  'crm.orderentity.getfields': { scopes: ['crm'], run: getFields },
} satisfies Partial<MethodTable>
