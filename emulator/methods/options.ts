import type { Caller, MethodCall, MethodFamily, MethodReply, Params } from '@emulator/call'
import { RestError } from '@emulator/errors'
import { isMap, readLooseParam } from '@emulator/params'
import { toPhpMap } from '@emulator/php-json'

type Options = Record<string, unknown>

/** unconfirmed: the documentation prints other codes with status 400; an app goes by the text's meaning, not by them. */
function denied(reason: string): RestError {
  return new RestError('ACCESS_DENIED', `Access denied! ${reason}`, { status: 403 })
}

function requireApp(caller: Caller): void {
  if (caller.door !== 'app') throw denied('Application context required')
}

function read(options: Options, params: Params): MethodReply {
  const name = readLooseParam(params, 'option')
  if (name === undefined || name === null || name === '') return { result: toPhpMap(options) }
  return { result: Object.hasOwn(options, String(name)) ? options[String(name)] : null }
}

/** Merges the sent keys into the stored ones; a key is never removed. */
function merge(options: Options, params: Params): Options {
  const sent = readLooseParam(params, 'options')
  if (!isMap(sent) || Object.keys(sent).length === 0) {
    throw new RestError('ERROR_ARGUMENT', "Argument 'options' is null or empty", { extra: { argument: 'options' } })
  }
  return Object.fromEntries([...Object.entries(options), ...Object.entries(sent)])
}

function getAppOption({ portal, caller, params }: MethodCall): MethodReply {
  requireApp(caller)
  return read(portal.app.options, params)
}

function setAppOption({ portal, caller, params }: MethodCall): MethodReply {
  requireApp(caller)
  if (!caller.user.isAdmin) throw denied('Administrator authorization required')
  portal.app.options = merge(portal.app.options, params)
  return { result: true }
}

function getUserOption({ portal, caller, params }: MethodCall): MethodReply {
  requireApp(caller)
  return read(portal.app.userOptions.get(caller.user.id) ?? {}, params)
}

function setUserOption({ portal, caller, params }: MethodCall): MethodReply {
  requireApp(caller)
  const { userOptions } = portal.app
  userOptions.set(caller.user.id, merge(userOptions.get(caller.user.id) ?? {}, params))
  return { result: true }
}

/** What an app keeps in the portal. @see api-reference/common/settings/app-option-set.md */
export const OPTION_METHODS: MethodFamily = {
  'app.option.get': { scopes: [], legacy: true, run: getAppOption },
  'app.option.set': { scopes: [], legacy: true, run: setAppOption },
  'user.option.get': { scopes: [], legacy: true, run: getUserOption },
  'user.option.set': { scopes: [], legacy: true, run: setUserOption },
}
