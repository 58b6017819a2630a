import type { MethodCall, MethodTable, Params, ReplyOf } from '@emulator/calls/call'
import type { Condition, FieldKinds } from '@emulator/lists/filter'
import type { SortKey } from '@emulator/lists/lists'
import type { StoredProductRow } from '@emulator/portal/stored-product-row'
import type { RowOwner } from '@emulator/rows/row-owners'
import { RestError } from '@emulator/calls/errors'
import { isMap, missingParam, readMap, readParam, readRequiredInt, toInt } from '@emulator/calls/params'
import { canSeeItem } from '@emulator/calls/rights'
import { findFieldName } from '@emulator/lists/field-names'
import { isComparable, splitKey, toCondition } from '@emulator/lists/filter'
import { sortRows, toPage } from '@emulator/lists/lists'
import { messagesOf } from '@emulator/portal/messages'
import { readProductRows, toReadProductRow } from '@emulator/rows/product-rows'
import { describeProductRows } from '@emulator/rows/row-fields'
import { findOwner, findOwnerType } from '@emulator/rows/row-owners'

/** All other conditions are ignored, as no other field has an index. */
const FILTER_KINDS: FieldKinds = { id: 'int', productId: 'int' }
const SORT_KINDS: FieldKinds = { id: 'int', sort: 'int' }
const COMPARISONS: readonly string[] = ['>', '>=', '<', '<=']
const FILTER_PREFIXES: readonly string[] = ['', '=', '!=', '@', ...COMPARISONS]

function readDenied({ portal }: MethodCall): RestError {
  return new RestError('ACCESS_DENIED', messagesOf(portal.settings.language).readDenied)
}

/** The value of `=ownerType` or `=ownerId`. The text of the refusal is ours. */
function requireOwnerKey({ portal }: MethodCall, filter: Params, name: 'ownerType' | 'ownerId'): unknown {
  const key = Object.keys(filter).find((written) => {
    const spelling = portal.settings.prefixedItemKeys
    return written.startsWith('=') && findFieldName(written.slice(1), { [name]: '' }, spelling) === name
  })
  const value = key === undefined ? undefined : filter[key]
  if (value !== undefined && value !== null && value !== '') return value
  throw new RestError('REQUIRED_ARG_MISSING', `Required argument is missing: =${name}`)
}

/**
 * The objects whose rows are asked for; contacts and companies have none. One that is not there, not to be seen, or of a type
 * without rows is the same refusal. unconfirmed: several ids of owners, of which all have to be seen.
 */
function requireOwners(call: MethodCall, filter: Params): RowOwner[] {
  const { portal, caller } = call
  const entityTypeId = findOwnerType(portal, String(requireOwnerKey(call, filter, 'ownerType')))
  const ids = requireOwnerKey(call, filter, 'ownerId')
  if (entityTypeId === undefined) throw readDenied(call)
  if (entityTypeId === 'client') return []
  return [...new Set((isMap(ids) ? Object.values(ids) : [ids]).map(toInt))].map((id) => {
    const owner = findOwner(portal, { entityTypeId, id })
    if (!owner || !canSeeItem(caller, entityTypeId, owner)) throw readDenied(call)
    return { entityTypeId, id }
  })
}

function invalidValue(field: string): RestError {
  return new RestError('INVALID_ARG_VALUE', `Invalid filter: field '${field}' has invalid value`)
}

/** A list of values is read for `@id` alone, refused with a comparison, and ignored elsewhere. */
function toRowCondition({ portal }: MethodCall, key: string, wanted: unknown): Condition | undefined {
  const { prefix, field: written } = splitKey(key, true)
  const { itemKeys, prefixedItemKeys } = portal.settings
  const field = findFieldName(written, FILTER_KINDS, prefix === '' ? itemKeys : prefixedItemKeys)
  if (field === undefined || !FILTER_PREFIXES.includes(prefix)) return undefined
  if (isMap(wanted) && COMPARISONS.includes(prefix)) throw invalidValue(field)
  if (isMap(wanted) && (prefix !== '@' || field !== 'id')) return undefined
  const values = isMap(wanted) ? Object.values(wanted) : [wanted]
  if (!values.every((value) => isComparable(value, 'int'))) throw invalidValue(field)
  return toCondition({ prefix, field }, wanted, 'int')
}

/** Other fields are ignored; without any, rows stand as people see them. */
function readOrder({ portal, params }: MethodCall): SortKey[] {
  const keys = Object.entries(readMap(params, 'order')).flatMap(([written, direction]) => {
    const field = findFieldName(written, SORT_KINDS, portal.settings.itemKeys)
    return field === undefined ? [] : [{ field, descending: String(direction).toUpperCase() === 'DESC' }]
  })
  return keys.length > 0 ? keys : [{ field: 'sort', descending: false }]
}

function readFilter(params: Params): Params {
  const filter = readParam(params, 'filter')
  if (filter === undefined || filter === null) throw missingParam('filter')
  if (isMap(filter)) return filter
  const text = `Invalid value {${String(filter)}} to match with parameter {filter}. Should be value of type array.`
  throw new RestError('100', text)
}

function list(call: MethodCall): ReplyOf<'crm.item.productrow.list'> {
  const { portal, params } = call
  const filter = readFilter(params)
  const owners = requireOwners(call, filter)
  const conditions = Object.entries(filter).flatMap(([key, value]) => toRowCondition(call, key, value) ?? [])
  const found = owners
    .flatMap((owner) => readProductRows(portal, owner))
    .filter((row) => conditions.every((matches) => matches(row)))
  const sorted = sortRows(found, [...readOrder(call), { field: 'id', descending: false }], SORT_KINDS)
  const { page, ...counts } = toPage(sorted, readParam(params, 'start'))
  return { result: { productRows: page.map((row) => toReadProductRow(portal, row)) }, ...counts }
}

/** Finds a row by the call's `id`. Throws `NOT_FOUND`. */
export function requireProductRow({ portal, params }: MethodCall): StoredProductRow {
  const row = portal.data.productRows.get(readRequiredInt(params, 'id'))
  if (!row) throw new RestError('NOT_FOUND', 'Item not found')
  return row
}

function get(call: MethodCall): ReplyOf<'crm.item.productrow.get'> {
  const { portal, caller } = call
  const row = requireProductRow(call)
  const owner = findOwner(portal, { entityTypeId: row.ownerTypeId, id: row.ownerId })
  if (!owner || !canSeeItem(caller, row.ownerTypeId, owner)) throw readDenied(call)
  return { result: { productRow: toReadProductRow(portal, row) } }
}

/** `crm.item.productrow.*`, reading. @see api-reference/crm/universal/product-rows/crm-item-productrow-list.md */
export const PRODUCT_ROW_METHODS = {
  'crm.item.productrow.fields': { scopes: ['crm'], run: () => ({ result: { fields: describeProductRows() } }) },
  'crm.item.productrow.get': { scopes: ['crm'], run: get },
  'crm.item.productrow.list': { scopes: ['crm'], run: list },
} satisfies Partial<MethodTable>
