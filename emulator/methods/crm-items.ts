import type { CrmItemFields } from '@contract/crm-item-fields'
import type { CrmItemGetResult } from '@contract/crm-items'
import type { MethodCall, MethodTable, ReplyOf } from '@emulator/calls/call'
import type { FieldKinds } from '@emulator/lists/filter'
import type { ItemFields } from '@emulator/rows/item-fields'
import { ENTITY_TYPE } from '@contract/entity-types'
import { RestError } from '@emulator/calls/errors'
import { isMap, readMap, readParam, readRequiredInt } from '@emulator/calls/params'
import { canSeeItem } from '@emulator/calls/rights'
import { findFieldName } from '@emulator/lists/field-names'
import { readStrictOrder, toStrictCondition } from '@emulator/lists/filter-strict'
import { keepFields, sortRows, toPage } from '@emulator/lists/lists'
import { messagesOf } from '@emulator/portal/messages'
import { describeItemFields } from '@emulator/rows/item-field-descriptions'
import { readRows, toItemResult } from '@emulator/rows/item-rows'
import { findItemFields, toKinds } from '@emulator/rows/item-types'

/** Gives the fields of a type. Throws `NOT_FOUND` for no such type, `ENTITY_TYPE_NOT_SUPPORTED` for one that is served elsewhere. */
export function requireItemFields({ portal }: MethodCall, entityTypeId: number): ItemFields {
  const messages = messagesOf(portal.settings.language)
  const fields = findItemFields(portal, entityTypeId)
  if (fields === undefined) throw new RestError('NOT_FOUND', messages.smartProcessMissing)
  if (fields === 'unsupported') {
    const code = entityTypeId === ENTITY_TYPE.order ? 'ORDER' : 'INVOICE'
    throw new RestError('ENTITY_TYPE_NOT_SUPPORTED', messages.typeNotSupported(messages.types[code] ?? code))
  }
  return fields
}

/** What `select` names, in the spelling of the answer; unknown names stay what they are and find nothing. */
function readSelect({ portal, params }: MethodCall, kinds: FieldKinds): string[] {
  const select = readParam(params, 'select')
  const names = isMap(select) ? Object.values(select).map(String) : []
  return names.map((name) => findFieldName(name, kinds, portal.settings.itemKeys) ?? name)
}

/** `entityTypeId` and `fm` come along only where `select` does not restrict the fields. unconfirmed */
function toSelection(whole: CrmItemGetResult['item'], select: readonly string[]): Partial<CrmItemFields> | never[] {
  if (select.length === 0 || select.includes('*')) return whole
  const names = new Set(select)
  const selected = keepFields(whole, (name) => name !== 'fm' && names.has(name))
  return Object.keys(selected).length === 0 ? [] : selected
}

function list(call: MethodCall): ReplyOf<'crm.item.list'> {
  const { portal, caller, params } = call
  const entityTypeId = readRequiredInt(params, 'entityTypeId')
  const fields = requireItemFields(call, entityTypeId)
  const kinds = toKinds(fields)
  const { itemKeys: plain, prefixedItemKeys: prefixed } = portal.settings
  const matches = toStrictCondition(readMap(params, 'filter'), kinds, { plain, prefixed })
  const keys = readStrictOrder(readMap(params, 'order'), kinds, plain)
  const rows = [...readRows(portal, entityTypeId).values()]
  const found = rows.filter((row) => canSeeItem(caller, entityTypeId, row) && matches(row))
  const sorted = sortRows(found, [...keys, { field: 'id', descending: false }], kinds)
  const { page, ...counts } = toPage(sorted, readParam(params, 'start'))
  const select = readSelect(call, kinds)
  return {
    result: { items: page.map((row) => toSelection(toItemResult(fields, row, entityTypeId), select)) },
    ...counts,
  }
}

function get(call: MethodCall): ReplyOf<'crm.item.get'> {
  const { portal, caller, params } = call
  const entityTypeId = readRequiredInt(params, 'entityTypeId')
  const id = readRequiredInt(params, 'id')
  const fields = requireItemFields(call, entityTypeId)
  const messages = messagesOf(portal.settings.language)
  const row = readRows(portal, entityTypeId).get(id)
  if (!row) throw new RestError('NOT_FOUND', messages.elementMissing)
  if (!canSeeItem(caller, entityTypeId, row)) throw new RestError('ACCESS_DENIED', messages.readDenied)
  return { result: { item: toItemResult(fields, row, entityTypeId) } }
}

function describeFields(call: MethodCall): ReplyOf<'crm.item.fields'> {
  return { result: describeItemFields(requireItemFields(call, readRequiredInt(call.params, 'entityTypeId'))) }
}

/** `crm.item.*`, reading. @see api-reference/crm/universal/crm-item-list.md */
export const CRM_ITEM_METHODS = {
  'crm.item.list': { scopes: ['crm'], run: list },
  'crm.item.get': { scopes: ['crm'], run: get },
  'crm.item.fields': { scopes: ['crm'], run: describeFields },
} satisfies Partial<MethodTable>
