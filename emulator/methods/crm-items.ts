import type { Caller, MethodCall, MethodFamily, MethodReply, Params } from '@emulator/call'
import type { FieldKinds } from '@emulator/filter'
import type { SortKey } from '@emulator/lists'
import type { LocalPortal } from '@emulator/state'
import { ENTITY_TYPE } from '@contract/order-binding'
import { RestError } from '@emulator/errors'
import { toStrictCondition } from '@emulator/filter-strict'
import { findItemKinds } from '@emulator/item-types'
import { sortRows, toPage } from '@emulator/lists'
import { isMap, readMap, readParam, readRequiredInt } from '@emulator/params'
import { toPhpMap } from '@emulator/php-json'
import { canSeeItem } from '@emulator/rights'
import { wordsOf } from '@emulator/words'

function readKinds({ portal }: MethodCall, entityTypeId: number): FieldKinds {
  const words = wordsOf(portal.settings.language)
  const kinds = findItemKinds(portal, entityTypeId)
  if (kinds === undefined) throw new RestError('NOT_FOUND', words.smartProcessMissing)
  if (kinds === 'unsupported') {
    const code = entityTypeId === ENTITY_TYPE.order ? 'ORDER' : 'INVOICE'
    throw new RestError('ENTITY_TYPE_NOT_SUPPORTED', words.typeNotSupported(words.types[code] ?? code))
  }
  return kinds
}

/** The rows of a type that the caller may see; contacts and companies are open to every employee. */
function readVisible(portal: LocalPortal, caller: Caller, entityTypeId: number): object[] {
  if (entityTypeId === ENTITY_TYPE.contact) return [...portal.data.contacts.values()]
  if (entityTypeId === ENTITY_TYPE.company) return [...portal.data.companies.values()]
  const items = portal.data.items.get(entityTypeId)?.values() ?? []
  return [...items].filter((row) => canSeeItem(caller, entityTypeId, row))
}

function readSortKeys(order: Params, kinds: FieldKinds): SortKey[] {
  return Object.entries(order).map(([field, written]) => {
    if (!Object.hasOwn(kinds, field)) {
      throw new RestError('INVALID_ARG_VALUE', `Invalid order: field '${field}' is not allowed in order`)
    }
    const direction = String(written).toUpperCase()
    if (direction === 'ASC' || direction === 'DESC') return { field, descending: direction === 'DESC' }
    const text = `Invalid order: allowed sort directions are ASC, DESC. But got '${String(written)}' for field '${field}'`
    throw new RestError('INVALID_ARG_VALUE', text)
  })
}

/** `entityTypeId` comes along only where `select` does not restrict the fields. */
function toRow(row: object, entityTypeId: number, select: unknown): object {
  const full = { ...row, entityTypeId }
  const names = isMap(select) ? Object.values(select).map(String) : []
  if (names.length === 0 || names.includes('*')) return full
  return toPhpMap(Object.fromEntries(Object.entries(full).filter(([key]) => names.includes(key))))
}

function list(call: MethodCall): MethodReply {
  const { portal, caller, params } = call
  const entityTypeId = readRequiredInt(params, 'entityTypeId')
  const kinds = readKinds(call, entityTypeId)
  const matches = toStrictCondition(readMap(params, 'filter'), kinds)
  const keys = readSortKeys(readMap(params, 'order'), kinds)
  const found = readVisible(portal, caller, entityTypeId).filter(matches)
  const sorted = sortRows(found, [...keys, { field: 'id', descending: false }], kinds)
  const { page, ...counts } = toPage(sorted, readParam(params, 'start'))
  const select = readParam(params, 'select')
  return { result: { items: page.map((row) => toRow(row, entityTypeId, select)) }, ...counts }
}

function get(call: MethodCall): MethodReply {
  const { portal, caller, params } = call
  const entityTypeId = readRequiredInt(params, 'entityTypeId')
  const id = readRequiredInt(params, 'id')
  readKinds(call, entityTypeId)
  const words = wordsOf(portal.settings.language)
  const client = findClient(portal, entityTypeId, id)
  if (client) return { result: { item: { ...client, entityTypeId } } }
  const item = portal.data.items.get(entityTypeId)?.get(id)
  if (!item) throw new RestError('NOT_FOUND', words.elementMissing)
  if (!canSeeItem(caller, entityTypeId, item)) throw new RestError('ACCESS_DENIED', words.readDenied)
  return { result: { item: { ...item, entityTypeId } } }
}

function findClient(portal: LocalPortal, entityTypeId: number, id: number): object | undefined {
  if (entityTypeId === ENTITY_TYPE.contact) return portal.data.contacts.get(id)
  if (entityTypeId === ENTITY_TYPE.company) return portal.data.companies.get(id)
  return undefined
}

/** `crm.item.*`, reading only. @see api-reference/crm/universal/crm-item-list.md */
export const CRM_ITEM_METHODS: MethodFamily = {
  'crm.item.list': { scopes: ['crm'], run: list },
  'crm.item.get': { scopes: ['crm'], run: get },
}
