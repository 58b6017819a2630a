import type { StorageItemRow } from '@contract/storages'
import type { MethodCall, MethodTable, Params, ReplyOf } from '@emulator/calls/call'
import type { AppStorage, StorageItem } from '@emulator/portal/app-storage'
import { argumentError, readText } from '@emulator/app/app-context'
import { toStorageCondition, toStorageKinds } from '@emulator/app/storage-filter'
import { hasStorageRight, requireStorage, requireStorageContext, requireStorageFor } from '@emulator/app/storages'
import { RestError } from '@emulator/calls/errors'
import { isMap, readParamAnyCase, toFlag, toInt } from '@emulator/calls/params'
import { toLegacyOrder } from '@emulator/lists/legacy-list'
import { sortRows, toPage } from '@emulator/lists/lists'
import { readDate, toPortalDate } from '@emulator/portal/time'

function readMoment(call: MethodCall, name: string): string {
  const sentText = readText(call, name)
  if (sentText === '') return ''
  const moment = readDate(sentText)
  if (moment === undefined) throw argumentError(name, `The value of an argument '${name}' must be of type date`)
  return toPortalDate(moment)
}

/** The fields that a call has sent, each with what is stored for it. */
function readFields(call: MethodCall): Partial<StorageItem> {
  const isSent = (name: string) => readParamAnyCase(call.params, name) !== undefined
  const orNull = (name: string) => readText(call, name) || null
  return {
    ...(isSent('NAME') ? { name: readText(call, 'NAME') } : {}),
    ...(isSent('ACTIVE') ? { active: toFlag(readParamAnyCase(call.params, 'ACTIVE')) ?? ('Y' as const) } : {}),
    ...(isSent('SORT') ? { sort: toInt(readParamAnyCase(call.params, 'SORT')) } : {}),
    ...(isSent('CODE') ? { code: orNull('CODE') } : {}),
    ...(isSent('PREVIEW_TEXT') ? { previewText: orNull('PREVIEW_TEXT') } : {}),
    ...(isSent('DETAIL_TEXT') ? { detailText: orNull('DETAIL_TEXT') } : {}),
    ...(isSent('SECTION') ? { section: orNull('SECTION') } : {}),
    ...(isSent('DATE_ACTIVE_FROM') ? { activeFrom: readMoment(call, 'DATE_ACTIVE_FROM') } : {}),
    ...(isSent('DATE_ACTIVE_TO') ? { activeTo: readMoment(call, 'DATE_ACTIVE_TO') } : {}),
  }
}

/** Values of declared properties only; files are not kept. */
function readValues({ params }: MethodCall, { properties }: AppStorage): StorageItem['values'] {
  const sent = readParamAnyCase(params, 'PROPERTY_VALUES')
  const written: Params = isMap(sent) ? sent : {}
  const own = properties.filter(({ code }) => Object.hasOwn(written, code))
  const toText = (value: unknown) =>
    isMap(value) || value === null || value === undefined || value === '' ? null : String(value)
  return Object.fromEntries(own.map(({ code }) => [code, toText(written[code])]))
}

/** @see api-reference/entity/items/entity-item-add.md */
function add(call: MethodCall): ReplyOf<'entity.item.add'> {
  const storage = requireStorageFor(call, 'W')
  const { portal, caller } = call
  const fields = readFields(call)
  const [id, by, at] = [portal.nextId(), caller.user.id, toPortalDate(portal.now())]
  const defaults = {
    name: '',
    active: 'Y',
    sort: 500,
    code: null,
    previewText: null,
    detailText: null,
    activeFrom: '',
    activeTo: '',
    section: null,
  } as const
  const created = { createdBy: by, createdAt: at, modifiedBy: by, modifiedAt: at }
  storage.items.set(id, { ...defaults, ...fields, id, ...created, values: readValues(call, storage) })
  return { result: id }
}

function requireItem({ params }: MethodCall, storage: AppStorage): StorageItem {
  const id = toInt(readParamAnyCase(params, 'ID'))
  if (id <= 0) throw argumentError('ID')
  const item = storage.items.get(id)
  if (!item) throw new RestError('ERROR_ITEM_NOT_FOUND', 'Item not found')
  return item
}

/** Properties that are not sent keep their values. unconfirmed. @see api-reference/entity/items/entity-item-update.md */
function update(call: MethodCall): ReplyOf<'entity.item.update'> {
  const storage = requireStorageFor(call, 'W')
  const item = requireItem(call, storage)
  const modified = { modifiedBy: call.caller.user.id, modifiedAt: toPortalDate(call.portal.now()) }
  const values = { ...item.values, ...readValues(call, storage) }
  storage.items.set(item.id, { ...item, ...readFields(call), ...modified, values })
  return { result: true }
}

/** @see api-reference/entity/items/entity-item-delete.md */
function remove(call: MethodCall): ReplyOf<'entity.item.delete'> {
  const storage = requireStorageFor(call, 'W')
  storage.items.delete(requireItem(call, storage).id)
  return { result: true }
}

/** A row as it is sent: every value a text or null; property values come along where the storage has properties. */
function toRow(storage: AppStorage, item: StorageItem): StorageItemRow {
  const values = Object.fromEntries(storage.properties.map(({ code }) => [code, item.values[code] ?? null]))
  return {
    ID: String(item.id),
    TIMESTAMP_X: item.modifiedAt,
    MODIFIED_BY: String(item.modifiedBy),
    DATE_CREATE: item.createdAt,
    CREATED_BY: String(item.createdBy),
    ACTIVE: item.active,
    DATE_ACTIVE_FROM: item.activeFrom,
    DATE_ACTIVE_TO: item.activeTo,
    SORT: String(item.sort),
    NAME: item.name,
    PREVIEW_PICTURE: null,
    PREVIEW_TEXT: item.previewText,
    DETAIL_PICTURE: null,
    DETAIL_TEXT: item.detailText,
    CODE: item.code,
    ...(storage.properties.length > 0 ? { PROPERTY_VALUES: values } : {}),
    ENTITY: storage.code,
    SECTION: item.section,
  }
}

function toComparableRow(row: StorageItemRow): object {
  const values = Object.entries(row.PROPERTY_VALUES ?? {}).map(([code, value]) => [`PROPERTY_${code}`, value] as const)
  return { ...row, ...Object.fromEntries(values) }
}

/** unconfirmed: whoever may not read the storage gets an empty list. @see api-reference/entity/items/entity-item-get.md */
function get(call: MethodCall): ReplyOf<'entity.item.get'> {
  requireStorageContext(call)
  const storage = requireStorage(call)
  const kinds = toStorageKinds(storage.properties)
  const [filter, order] = [readParamAnyCase(call.params, 'FILTER'), readParamAnyCase(call.params, 'SORT')]
  const matches = toStorageCondition(isMap(filter) ? filter : {}, kinds)
  const sortKeys = toLegacyOrder(isMap(order) ? order : {}, kinds)
  const rows = hasStorageRight(call.caller, storage, 'R')
    ? [...storage.items.values()].map((item) => toRow(storage, item))
    : []
  const rowsByKey = new Map(rows.map((row) => [toComparableRow(row), row]))
  const found = [...rowsByKey.keys()].filter(matches)
  const sorted = sortRows(found, [...sortKeys, { field: 'ID', descending: false }], kinds)
  const { page, ...counts } = toPage(sorted, readParamAnyCase(call.params, 'start'))
  return { result: page.flatMap((key) => rowsByKey.get(key) ?? []), ...counts }
}

/** The items of a storage. */
export const STORAGE_ITEM_METHODS = {
  'entity.item.add': { scopes: ['entity'], legacy: true, run: add },
  'entity.item.get': { scopes: ['entity'], legacy: true, run: get },
  'entity.item.update': { scopes: ['entity'], legacy: true, run: update },
  'entity.item.delete': { scopes: ['entity'], legacy: true, run: remove },
} satisfies Partial<MethodTable>
