import type { AppInfoResult } from '@contract/system'
import type { MethodCall, MethodTable, ReplyOf, RestMethod } from '@emulator/calls/call'
import { followsDocumentation } from '@emulator/app/app-context'
import { RestError } from '@emulator/calls/errors'
import { isYes, readParamAnyCase } from '@emulator/calls/params'
import { hasScope } from '@emulator/calls/rights'
import { toPortalDate } from '@emulator/portal/time'

const LICENSES = {
  enterprise: { LICENSE: 'en_ent250', LICENSE_TYPE: 'ent250', LICENSE_FAMILY: 'ent' },
  standard: { LICENSE: 'en_std', LICENSE_TYPE: 'std', LICENSE_FAMILY: 'std' },
}
const ALL_SCOPES = ['catalog', 'crm', 'entity', 'im', 'placement', 'sale', 'task', 'user', 'user_basic', 'user_brief']

/** A webhook is refused, says the documentation; other sources have it given its scopes and the licence. @see api-reference/common/system/app-info.md */
function appInfo(call: MethodCall): ReplyOf<'app.info'> {
  const { portal, caller } = call
  const licence = LICENSES[portal.settings.plan === 'enterprise' ? 'enterprise' : 'standard']
  if (caller.via === 'webhook' && followsDocumentation(call))
    throw new RestError('ACCESS_DENIED', 'Access denied! Application context required')
  if (caller.via === 'webhook') return { result: { SCOPE: caller.scopes, LICENSE: licence.LICENSE } }
  const { app, settings } = portal
  const result: AppInfoResult = {
    ID: app.id,
    CODE: app.clientId,
    VERSION: 1,
    STATUS: 'L',
    INSTALLED: app.isInstalled,
    PAYMENT_EXPIRED: 'N',
    DAYS: null,
    LANGUAGE_ID: settings.language,
    ...licence,
  }
  return { result }
}

/** The methods about the REST interface itself; `all` gives every method by its lower-case name. */
export function systemMethods(all: () => ReadonlyMap<string, RestMethod>) {
  /** The only reliable check of a method: `methods` leaves the newer families out. @see api-reference/common/system/method-get.md */
  const getMethod = ({ caller, params }: MethodCall): ReplyOf<'method.get'> => {
    const method = all().get(String(readParamAnyCase(params, 'name') ?? '').toLowerCase())
    return {
      result: { isExisting: method !== undefined, isAvailable: method !== undefined && hasScope(caller, method) },
    }
  }

  /** `full` gives every method, `scope` those of one scope, an empty `scope` the common ones. @see api-reference/common/system/methods.md */
  const listMethods = ({ caller, params }: MethodCall): ReplyOf<'methods'> => {
    const scope = readParamAnyCase(params, 'scope')
    const isListed = (method: RestMethod): boolean => {
      if (typeof scope === 'string') return scope === '' ? method.scopes.length === 0 : method.scopes.includes(scope)
      return isYes(readParamAnyCase(params, 'full')) || hasScope(caller, method)
    }
    return { result: [...all()].filter(([, method]) => method.legacy && isListed(method)).map(([name]) => name) }
  }

  return {
    'method.get': { scopes: [], legacy: true, run: getMethod },
    'methods': { scopes: [], legacy: true, run: listMethods },
    'scope': {
      scopes: [],
      legacy: true,
      run: ({ caller, params }) => ({ result: isYes(readParamAnyCase(params, 'full')) ? ALL_SCOPES : caller.scopes }),
    },
    'server.time': { scopes: [], legacy: true, run: ({ portal }) => ({ result: toPortalDate(portal.now()) }) },
    'app.info': { scopes: [], legacy: true, run: appInfo },
  } satisfies Partial<MethodTable>
}
