import type { Caller, MethodCall } from '@emulator/calls/call'
import type { AppStorage, StorageRight } from '@emulator/portal/app-storage'
import { RestError } from '@emulator/calls/errors'
import { isMap } from '@emulator/calls/params'
import { argumentError, followsDocumentation, readText } from './app-context'

const RIGHTS: readonly StorageRight[] = ['R', 'W', 'X']

/** Refuses with the text that all `entity.*` methods have. @see api-reference/entity/entities/entity-add.md */
export function storageDenied(call: MethodCall, reason = ''): RestError {
  const text = reason === '' ? 'Access denied!' : `Access denied! ${reason}`
  return new RestError('ACCESS_DENIED', text, { status: followsDocumentation(call) ? 400 : 403 })
}

/** Refuses webhooks: storages belong to apps. */
export function requireStorageContext(call: MethodCall): void {
  if (call.caller.via !== 'app') throw storageDenied(call, 'Application context required')
}

/** Leaves what a code may have: letters, digits and underscores. */
export function cleanCode(text: string): string {
  return text.replace(/\W/g, '')
}

/** The portal keeps the app's id in front of the code: together they have at most 50 characters. */
function longestCode({ portal }: MethodCall): number {
  return 50 - `APP_${portal.app.clientId}_`.length
}

/** Reads the code of a storage. Throws `ERROR_ARGUMENT` when nothing is left of it or too much. */
export function readCode(call: MethodCall, name: 'ENTITY' | 'ENTITY_NEW'): string {
  const code = cleanCode(readText(call, name))
  if (code === '') throw argumentError(name)
  const longest = longestCode(call)
  // The documented sample names no argument here.
  if (code.length > longest)
    throw new RestError('ERROR_ARGUMENT', `Entity code is too long. Max length is ${longest} characters.`, {
      extra: { argument: '' },
    })
  return code
}

/** Finds the storage that a call names. Throws `ERROR_ARGUMENT`, `ERROR_ENTITY_NOT_FOUND`. */
export function requireStorage(call: MethodCall): AppStorage {
  const storage = call.portal.app.storages.get(readCode(call, 'ENTITY'))
  if (!storage) throw new RestError('ERROR_ENTITY_NOT_FOUND', 'Entity not found')
  return storage
}

/** Reads rights by access code; entries with another level are left out. The caller always gets the right to manage. */
export function readRights({ user }: Caller, access: unknown): Record<string, StorageRight> {
  const rights: Record<string, StorageRight> = {}
  for (const [code, level] of Object.entries(isMap(access) ? access : {})) {
    const right = RIGHTS.find((known) => known === level)
    if (right) rights[code] = right
  }
  return { ...rights, [`U${user.id}`]: 'X' }
}

/** Group 1 are the portal's administrators, as in every portal; other groups have nobody here. */
function accessCodes({ user }: Caller): string[] {
  return ['AU', `U${user.id}`, ...(user.isAdmin ? ['G1'] : [])]
}

/** Says whether one of the caller's access codes gives the right, or a higher one. Being an administrator alone gives none. */
export function hasStorageRight(caller: Caller, storage: AppStorage, wanted: StorageRight): boolean {
  const held = accessCodes(caller).flatMap((code) => storage.rights[code] ?? [])
  return held.some((right) => RIGHTS.indexOf(right) >= RIGHTS.indexOf(wanted))
}

/** Throws `ACCESS_DENIED` unless the caller has the right. */
export function requireStorageRight(call: MethodCall, storage: AppStorage, wanted: StorageRight): void {
  if (!hasStorageRight(call.caller, storage, wanted)) throw storageDenied(call)
}

/** Gives the storage that a call of the app names, if the caller has this right to it. @throws what the three checks throw, in this order */
export function requireStorageFor(call: MethodCall, wanted: StorageRight): AppStorage {
  requireStorageContext(call)
  const storage = requireStorage(call)
  requireStorageRight(call, storage, wanted)
  return storage
}
