import type { MethodCall, MethodTable, Params, ReplyOf } from '@emulator/calls/call'
import type { StoredProductRow } from '@emulator/portal/stored-product-row'
import type { RowValues } from '@emulator/rows/product-row-draft'
import type { RowOwner } from '@emulator/rows/row-owners'
import { RestError } from '@emulator/calls/errors'
import { isMap, missingParam, readParam, readRequiredInt, toInt } from '@emulator/calls/params'
import { messagesOf } from '@emulator/portal/messages'
import { canChangeRow } from '@emulator/rows/item-rows'
import { readFieldsParam } from '@emulator/rows/item-values'
import { draftProductRow, draftProductRows, requireProduct, toRowValues } from '@emulator/rows/product-row-draft'
import { readProductRows, sortProductRows, toProductRow } from '@emulator/rows/product-rows'
import { findOwner, findOwnerType } from '@emulator/rows/row-owners'
import { saveProductRows } from '@emulator/side-effects/save-product-rows'
import { requireProductRow } from './product-rows'

function requireChangeRight({ portal, caller }: MethodCall, owner: RowOwner): void {
  const row = findOwner(portal, owner)
  if (!row) throw new RestError('OWNER_NOT_FOUND', 'Owner was not found')
  if (!canChangeRow(caller, row)) throw new RestError('ACCESS_DENIED', messagesOf(portal.settings.language).readDenied)
}

/** The object that `ownerType` and `ownerId` name, which the caller may change. */
function requireOwner(call: MethodCall, params: Params): RowOwner {
  const { portal } = call
  const id = readRequiredInt(params, 'ownerId')
  const code = readParam(params, 'ownerType')
  if (code === undefined || code === null || code === '') throw missingParam('ownerType')
  const entityTypeId = findOwnerType(portal, String(code))
  if (entityTypeId === undefined || entityTypeId === 'client')
    throw new RestError(
      'ENTITY_TYPE_NOT_SUPPORTED',
      messagesOf(portal.settings.language).typeNotSupported(String(code)),
    )
  const owner = { entityTypeId, id }
  requireChangeRight(call, owner)
  return owner
}

function add(call: MethodCall): ReplyOf<'crm.item.productrow.add'> {
  const { portal, caller } = call
  const fields = readFieldsParam(call.params)
  const owner = requireOwner(call, fields)
  const values = toRowValues(fields)
  requireProduct(values)
  const row = draftProductRow(portal, owner, { values })
  saveProductRows(portal, caller, { owner, rows: [...readProductRows(portal, owner), row] })
  return { result: { productRow: toProductRow(portal, row) } }
}

/** The row that the call names, which it may change, with its owner. */
function requireChangeable(call: MethodCall): { row: StoredProductRow; owner: RowOwner } {
  const row = requireProductRow(call)
  const owner = { entityTypeId: row.ownerTypeId, id: row.ownerId }
  requireChangeRight(call, owner)
  return { row, owner }
}

/** Taken without an error and not kept. */
const NOT_KEPT: readonly string[] = ['ownerId', 'ownerType', 'measureName', 'customized']

/** The text of the refusal is ours. */
function readChange(fields: Params): RowValues {
  const values = toRowValues(fields)
  if (Object.keys(values).length === 0 && !NOT_KEPT.some((name) => Object.hasOwn(fields, name)))
    throw new RestError('INVALID_ARG_VALUE', 'No field is available for update')
  requireProduct(values)
  return values
}

function update(call: MethodCall): ReplyOf<'crm.item.productrow.update'> {
  const { portal, caller } = call
  const fields = readFieldsParam(call.params)
  const { row, owner } = requireChangeable(call)
  if (Object.keys(fields).length === 0) return { result: null }
  const changed = draftProductRow(portal, owner, { values: readChange(fields), present: row })
  const rows = readProductRows(portal, owner).map((present) => (present.id === row.id ? changed : present))
  saveProductRows(portal, caller, { owner, rows })
  return { result: { productRow: toProductRow(portal, changed) } }
}

function remove(call: MethodCall): ReplyOf<'crm.item.productrow.delete'> {
  const { row, owner } = requireChangeable(call)
  const rows = readProductRows(call.portal, owner).filter(({ id }) => id !== row.id)
  saveProductRows(call.portal, call.caller, { owner, rows })
  return { result: null }
}

function readRows(params: Params): Params[] {
  const rows = readParam(params, 'productRows')
  if (rows === undefined || rows === null) throw missingParam('productRows')
  if (!isMap(rows)) {
    const text = `Invalid value {${String(rows)}} to match with parameter {productRows}. Should be value of type array.`
    throw new RestError('100', text)
  }
  // A form cannot send an empty list: what is no row in it is no row.
  return Object.values(rows).filter(isMap)
}

function set(call: MethodCall): ReplyOf<'crm.item.productrow.set'> {
  const { portal, caller, params } = call
  const sent = readRows(params)
  const owner = requireOwner(call, params)
  const written = sent.map((fields) => ({ id: toInt(fields.id), values: toRowValues(fields) }))
  for (const { values } of written) requireProduct(values)
  const rows = draftProductRows(portal, owner, written)
  saveProductRows(portal, caller, { owner, rows })
  return { result: { productRows: sortProductRows(rows).map((row) => toProductRow(portal, row)) } }
}

/** `crm.item.productrow.*`, writing. @see api-reference/crm/universal/product-rows/crm-item-productrow-set.md */
export const PRODUCT_ROW_WRITE_METHODS = {
  'crm.item.productrow.add': { scopes: ['crm'], run: add },
  'crm.item.productrow.delete': { scopes: ['crm'], run: remove },
  'crm.item.productrow.set': { scopes: ['crm'], run: set },
  'crm.item.productrow.update': { scopes: ['crm'], run: update },
} satisfies Partial<MethodTable>
