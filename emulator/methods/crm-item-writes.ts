import type { CrmItemGetResult } from '@contract/crm-items'
import type { MethodCall, MethodReply, MethodTable, Params, ReplyOf } from '@emulator/calls/call'
import type { ItemWrite } from '@emulator/rows/item-draft'
import type { DraftRow, StoredRow } from '@emulator/rows/item-rows'
import { ENTITY_TYPE } from '@contract/entity-types'
import { RestError } from '@emulator/calls/errors'
import { readRequiredInt } from '@emulator/calls/params'
import { canSeeItem } from '@emulator/calls/rights'
import { messagesOf } from '@emulator/portal/messages'
import { checkItem, draftItem, draftItemUpdate } from '@emulator/rows/item-draft'
import { canChangeRow, readRows, toItemResult } from '@emulator/rows/item-rows'
import { readFieldsParam, toItemValues } from '@emulator/rows/item-values'
import { deleteItem } from '@emulator/side-effects/delete-item'
import { saveItem } from '@emulator/side-effects/save-item'
import { requireItemFields } from './crm-items'

function toWrite(call: MethodCall, entityTypeId: number): ItemWrite {
  const { portal, caller } = call
  const table = requireItemFields(call, entityTypeId)
  // The sample portal only shows a few estimates and has no stages for them.
  if (entityTypeId === ENTITY_TYPE.quote) {
    const messages = messagesOf(portal.settings.language)
    throw new RestError('ENTITY_TYPE_NOT_SUPPORTED', messages.typeNotSupported(messages.types.QUOTE ?? 'QUOTE'))
  }
  return { portal, caller, entityTypeId, table }
}

function denied({ portal }: MethodCall): RestError {
  return new RestError('ACCESS_DENIED', messagesOf(portal.settings.language).readDenied)
}

/** Whoever could not see the object in this pipeline, were it open to all, may not put one there. */
function requireAddRight(call: MethodCall, entityTypeId: number, row: object): void {
  const open = { ...row, assignedById: 0, opened: 'Y' } as const
  if (!canSeeItem(call.caller, entityTypeId, open)) throw denied(call)
}

/** unconfirmed: an object that is not there is told before a missing right. */
function requireRow(call: MethodCall, { entityTypeId }: ItemWrite, id: number): StoredRow {
  const row = readRows(call.portal, entityTypeId).get(id)
  if (!row) throw new RestError('NOT_FOUND', messagesOf(call.portal.settings.language).elementMissing)
  if (!canChangeRow(call.caller, row)) throw denied(call)
  return row
}

function save(write: ItemWrite, row: DraftRow, { fm }: Params): MethodReply<CrmItemGetResult> {
  const { portal, entityTypeId, table } = write
  const stored = saveItem(portal, { entityTypeId, row, fm })
  return { result: { item: toItemResult(table, stored, entityTypeId) } }
}

function add(call: MethodCall): ReplyOf<'crm.item.add'> {
  const entityTypeId = readRequiredInt(call.params, 'entityTypeId')
  const fields = readFieldsParam(call.params)
  const write = toWrite(call, entityTypeId)
  const values = toItemValues(fields, write.table)
  requireAddRight(call, entityTypeId, checkItem(write, values))
  return save(write, draftItem(write, values), fields)
}

function update(call: MethodCall): ReplyOf<'crm.item.update'> {
  const entityTypeId = readRequiredInt(call.params, 'entityTypeId')
  const id = readRequiredInt(call.params, 'id')
  const fields = readFieldsParam(call.params)
  const write = toWrite(call, entityTypeId)
  const present = requireRow(call, write, id)
  const row = draftItemUpdate(write, present, toItemValues(fields, write.table))
  requireAddRight(call, entityTypeId, row)
  return save(write, row, fields)
}

function remove(call: MethodCall): ReplyOf<'crm.item.delete'> {
  const entityTypeId = readRequiredInt(call.params, 'entityTypeId')
  const id = readRequiredInt(call.params, 'id')
  const write = toWrite(call, entityTypeId)
  requireRow(call, write, id)
  deleteItem(call.portal, call.caller, { entityTypeId, id })
  return { result: [] }
}

/** `crm.item.*`, writing. @see api-reference/crm/universal/crm-item-add.md */
export const CRM_ITEM_WRITE_METHODS = {
  'crm.item.add': { scopes: ['crm'], run: add },
  'crm.item.update': { scopes: ['crm'], run: update },
  'crm.item.delete': { scopes: ['crm'], run: remove },
} satisfies Partial<MethodTable>
