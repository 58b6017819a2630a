import type { StoragePropertyRow } from '@contract/storages'
import type { MethodCall, MethodTable, ReplyOf } from '@emulator/calls/call'
import type { AppStorage, StorageItem, StorageProperty } from '@emulator/portal/app-storage'
import { argumentError, readText } from '@emulator/app/app-context'
import { cleanCode, requireStorage, requireStorageContext, requireStorageFor } from '@emulator/app/storages'
import { RestError } from '@emulator/calls/errors'
import { readParamAnyCase, toInt } from '@emulator/calls/params'

const DEFAULT_SORT = 500

function toRow({ code, name, type, sort }: StorageProperty): StoragePropertyRow {
  return { PROPERTY: code, NAME: name, TYPE: type, SORT: String(sort) }
}

function readProperty(call: MethodCall): string {
  const code = cleanCode(readText(call, 'PROPERTY'))
  if (code === '') throw argumentError('PROPERTY')
  return code
}

/** Lists are not to be had; anything else that is no type is a wrong argument. */
function readType(call: MethodCall): StorageProperty['type'] {
  const written = readText(call, 'TYPE') || 'S'
  if (written === 'L') throw new RestError('ERROR_UNSUPPORTED_PROPERTY_TYPE', 'Invalid property type')
  if (written === 'S' || written === 'N' || written === 'F') return written
  throw argumentError('TYPE', 'Wrong entity item property type')
}

/** @see api-reference/entity/items/properties/entity-item-property-add.md */
function add(call: MethodCall): ReplyOf<'entity.item.property.add'> {
  const storage = requireStorageFor(call, 'X')
  const code = readProperty(call)
  const type = readType(call)
  if (storage.properties.some((property) => property.code === code)) {
    throw new RestError('ERROR_PROPERTY_ALREADY_EXISTS', 'Property already exists')
  }
  if (/^\d/.test(code)) throw new RestError('ERROR_CORE', 'Property code cannot start with a digit')
  const sort = toInt(readParamAnyCase(call.params, 'SORT')) || DEFAULT_SORT
  storage.properties.push({ code, name: readText(call, 'NAME') || code, type, sort })
  return { result: true }
}

function requireProperty(storage: AppStorage, code: string): StorageProperty {
  const property = storage.properties.find((candidate) => candidate.code === code)
  if (!property) throw new RestError('ERROR_PROPERTY_NOT_FOUND', 'Property not found')
  return property
}

/** One property, or all of the storage by their sort. @see api-reference/entity/items/properties/entity-item-property-get.md */
function get(call: MethodCall): ReplyOf<'entity.item.property.get'> {
  requireStorageContext(call)
  const storage = requireStorage(call)
  const code = cleanCode(readText(call, 'PROPERTY'))
  if (code !== '') return { result: toRow(requireProperty(storage, code)) }
  return { result: [...storage.properties].sort((left, right) => left.sort - right.sort).map(toRow) }
}

function moveValue({ values }: StorageItem, from: string, to: string): void {
  values[to] = values[from] ?? null
  delete values[from]
}

function renameProperty(storage: AppStorage, property: StorageProperty, code: string): void {
  if (code === '' || code === property.code) return
  if (storage.properties.some((other) => other.code === code)) {
    throw new RestError('ERROR_PROPERTY_ALREADY_EXISTS', `Property ${code} already exists`)
  }
  for (const item of storage.items.values()) moveValue(item, property.code, code)
  property.code = code
}

/** A property never becomes a file. @see api-reference/entity/items/properties/entity-item-property-update.md */
function update(call: MethodCall): ReplyOf<'entity.item.property.update'> {
  const storage = requireStorageFor(call, 'X')
  const property = requireProperty(storage, readProperty(call))
  const type = readText(call, 'TYPE') === '' ? property.type : readType(call)
  if (type === 'F' && property.type !== 'F') throw argumentError('TYPE', 'Cannot change property type to File')
  renameProperty(storage, property, cleanCode(readText(call, 'PROPERTY_NEW')))
  property.type = type
  property.name = readText(call, 'NAME') || property.name
  property.sort = toInt(readParamAnyCase(call.params, 'SORT')) || property.sort
  return { result: true }
}

/** @see api-reference/entity/items/properties/entity-item-property-delete.md */
function remove(call: MethodCall): ReplyOf<'entity.item.property.delete'> {
  const storage = requireStorageFor(call, 'X')
  const property = requireProperty(storage, readProperty(call))
  storage.properties = storage.properties.filter((other) => other !== property)
  for (const item of storage.items.values()) delete item.values[property.code]
  return { result: true }
}

/** What the items of a storage are made of. */
export const STORAGE_PROPERTY_METHODS = {
  'entity.item.property.add': { scopes: ['entity'], legacy: true, run: add },
  'entity.item.property.get': { scopes: ['entity'], legacy: true, run: get },
  'entity.item.property.update': { scopes: ['entity'], legacy: true, run: update },
  'entity.item.property.delete': { scopes: ['entity'], legacy: true, run: remove },
} satisfies Partial<MethodTable>
