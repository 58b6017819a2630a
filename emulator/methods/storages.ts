import type { StorageRow } from '@contract/storages'
import type { MethodCall, MethodTable, ReplyOf } from '@emulator/calls/call'
import type { AppStorage } from '@emulator/portal/app-storage'
import { argumentError, readText } from '@emulator/app/app-context'
import {
  readCode,
  readRights,
  requireStorage,
  requireStorageContext,
  requireStorageFor,
  requireStorageRight,
  storageDenied,
} from '@emulator/app/storages'
import { RestError } from '@emulator/calls/errors'
import { isMap, readParamAnyCase } from '@emulator/calls/params'

function toRow({ id, code, name }: AppStorage): StorageRow {
  return { ID: String(id), IBLOCK_TYPE_ID: 'rest_entity', ENTITY: code, NAME: name }
}

function alreadyExists(): RestError {
  return new RestError('ERROR_ENTITY_ALREADY_EXISTS', 'Entity already exists')
}

/** Any user of the app may, says the documentation; switch `storageMakers`. @see api-reference/entity/entities/entity-add.md */
function add(call: MethodCall): ReplyOf<'entity.add'> {
  requireStorageContext(call)
  const { portal, caller, params } = call
  if (portal.settings.storageMakers === 'administrators' && !caller.user.isAdmin) throw storageDenied(call)
  const code = readCode(call, 'ENTITY')
  const name = readText(call, 'NAME')
  if (name === '') throw argumentError('NAME')
  if (portal.app.storages.has(code)) throw alreadyExists()
  const rights = readRights(caller, readParamAnyCase(params, 'ACCESS'))
  portal.app.storages.set(code, { id: portal.nextId(), code, name, rights, properties: [], items: new Map() })
  return { result: true }
}

/** One storage, or all of the app. @see api-reference/entity/entities/entity-get.md */
function get(call: MethodCall): ReplyOf<'entity.get'> {
  requireStorageContext(call)
  const isOne = readParamAnyCase(call.params, 'ENTITY') !== undefined
  return { result: isOne ? toRow(requireStorage(call)) : [...call.portal.app.storages.values()].map(toRow) }
}

function rename({ portal }: MethodCall, storage: AppStorage, code: string): void {
  if (code === storage.code) return
  if (portal.app.storages.has(code)) throw alreadyExists()
  portal.app.storages.delete(storage.code)
  storage.code = code
  portal.app.storages.set(code, storage)
}

/** @see api-reference/entity/entities/entity-update.md */
function update(call: MethodCall): ReplyOf<'entity.update'> {
  const storage = requireStorageFor(call, 'X')
  if (readParamAnyCase(call.params, 'ENTITY_NEW') !== undefined) rename(call, storage, readCode(call, 'ENTITY_NEW'))
  storage.name = readText(call, 'NAME') || storage.name
  const access = readParamAnyCase(call.params, 'ACCESS')
  if (isMap(access)) storage.rights = readRights(call.caller, access)
  return { result: true }
}

/** @see api-reference/entity/entities/entity-delete.md */
function remove(call: MethodCall): ReplyOf<'entity.delete'> {
  const storage = requireStorageFor(call, 'X')
  call.portal.app.storages.delete(storage.code)
  return { result: true }
}

/** Gives the rights, after setting them if some were sent; null for no such storage. @see api-reference/entity/entities/entity-rights.md */
function rights(call: MethodCall): ReplyOf<'entity.rights'> {
  requireStorageContext(call)
  const storage = call.portal.app.storages.get(readCode(call, 'ENTITY'))
  if (!storage) return { result: null }
  const access = readParamAnyCase(call.params, 'ACCESS')
  if (isMap(access)) {
    requireStorageRight(call, storage, 'X')
    storage.rights = readRights(call.caller, access)
  }
  return { result: storage.rights }
}

/** The app's storages in the portal. */
export const STORAGE_METHODS = {
  'entity.add': { scopes: ['entity'], legacy: true, run: add },
  'entity.get': { scopes: ['entity'], legacy: true, run: get },
  'entity.update': { scopes: ['entity'], legacy: true, run: update },
  'entity.delete': { scopes: ['entity'], legacy: true, run: remove },
  'entity.rights': { scopes: ['entity'], legacy: true, run: rights },
} satisfies Partial<MethodTable>
