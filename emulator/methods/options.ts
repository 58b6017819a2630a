import type { MethodCall, MethodTable, Params, ReplyOf } from '@emulator/calls/call'
import { argumentError, followsDocumentation } from '@emulator/app/app-context'
import { RestError } from '@emulator/calls/errors'
import { isMap, readParamAnyCase } from '@emulator/calls/params'
import { toPhpMap } from '@emulator/php/php-json'

type StoredOptions = Record<string, unknown>

/** The documentation prints names of classes with HTTP 400, other sources have the usual code with 403. Switch `refusals`. */
function denied(call: MethodCall, reason: string): RestError {
  if (followsDocumentation(call)) return new RestError('AccessException', reason)
  return new RestError('ACCESS_DENIED', `Access denied! ${reason}`, { status: 403 })
}

function requireApp(call: MethodCall): void {
  if (call.caller.via !== 'app') throw denied(call, 'Application context required')
}

function read(options: StoredOptions, params: Params): unknown {
  const name = readParamAnyCase(params, 'option')
  if (name === undefined || name === null || name === '') return toPhpMap(options)
  return Object.hasOwn(options, String(name)) ? options[String(name)] : null
}

function emptyOptions(call: MethodCall): RestError {
  return followsDocumentation(call)
    ? new RestError('ArgumentNullException', 'options is empty')
    : argumentError('options')
}

/** Merges the sent keys into the stored ones; a key is never removed. */
function merge(call: MethodCall, options: StoredOptions): StoredOptions {
  const sent = readParamAnyCase(call.params, 'options')
  if (!isMap(sent) || Object.keys(sent).length === 0) throw emptyOptions(call)
  return Object.fromEntries([...Object.entries(options), ...Object.entries(sent)])
}

function getAppOption(call: MethodCall): ReplyOf<'app.option.get'> {
  requireApp(call)
  return { result: read(call.portal.app.options, call.params) }
}

function setAppOption(call: MethodCall): ReplyOf<'app.option.set'> {
  requireApp(call)
  if (!call.caller.user.isAdmin) throw denied(call, 'Administrator authorization required')
  const { app } = call.portal
  app.options = merge(call, app.options)
  return { result: true }
}

function getUserOption(call: MethodCall): ReplyOf<'user.option.get'> {
  requireApp(call)
  return { result: read(call.portal.app.userOptions.get(call.caller.user.id) ?? {}, call.params) }
}

function setUserOption(call: MethodCall): ReplyOf<'user.option.set'> {
  requireApp(call)
  const { userOptions } = call.portal.app
  const { id } = call.caller.user
  userOptions.set(id, merge(call, userOptions.get(id) ?? {}))
  return { result: true }
}

/** What an app keeps in the portal. @see api-reference/common/settings/app-option-set.md */
export const OPTION_METHODS = {
  'app.option.get': { scopes: [], legacy: true, run: getAppOption },
  'app.option.set': { scopes: [], legacy: true, run: setAppOption },
  'user.option.get': { scopes: [], legacy: true, run: getUserOption },
  'user.option.set': { scopes: [], legacy: true, run: setUserOption },
} satisfies Partial<MethodTable>
