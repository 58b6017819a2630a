import type { Caller, MethodCall, MethodFamily, MethodReply, RestMethod } from '@emulator/call'
import { missingParam, readLooseParam } from '@emulator/params'
import { toPortalDate } from '@emulator/time'

const LICENSE = { LICENSE: 'en_ent250', LICENSE_TYPE: 'ent250', LICENSE_FAMILY: 'ent' }
const ALL_SCOPES = ['catalog', 'crm', 'entity', 'im', 'placement', 'sale', 'task', 'user', 'user_basic', 'user_brief']

/** Says whether one of the caller's scopes opens the method. */
export function hasScope(caller: Caller, method: RestMethod): boolean {
  return method.scopes.length === 0 || method.scopes.some((scope) => caller.scopes.includes(scope))
}

/** unconfirmed: a webhook gets its scopes and the licence only. @see api-reference/common/system/app-info.md */
function appInfo({ portal, caller }: MethodCall): MethodReply {
  if (caller.door === 'webhook') return { result: { SCOPE: caller.scopes, LICENSE: LICENSE.LICENSE } }
  const { app, settings } = portal
  const result = {
    ID: app.id,
    CODE: app.clientId,
    VERSION: 1,
    STATUS: 'L',
    INSTALLED: app.isInstalled,
    PAYMENT_EXPIRED: 'N',
    DAYS: null,
    LANGUAGE_ID: settings.language,
    ...LICENSE,
  }
  return { result }
}

/** The methods about the REST interface itself; `all` gives every method by its lower-case name. */
export function systemMethods(all: () => Map<string, RestMethod>): MethodFamily {
  /** The only honest question about a method: `methods` leaves the newer families out. */
  const getMethod = ({ caller, params }: MethodCall): MethodReply => {
    const name = readLooseParam(params, 'name')
    if (typeof name !== 'string' || name === '') throw missingParam('name')
    const method = all().get(name.toLowerCase())
    return { result: { isExisting: method !== undefined, isAvailable: method !== undefined && hasScope(caller, method) } }
  }

  const listMethods = ({ caller }: MethodCall): MethodReply => {
    const names = [...all()].filter(([, method]) => method.legacy && hasScope(caller, method)).map(([name]) => name)
    return { result: names }
  }

  return {
    'method.get': { scopes: [], legacy: true, run: getMethod },
    methods: { scopes: [], legacy: true, run: listMethods },
    scope: {
      scopes: [],
      legacy: true,
      run: ({ caller, params }) => ({ result: readLooseParam(params, 'full') ? ALL_SCOPES : caller.scopes }),
    },
    'server.time': { scopes: [], legacy: true, run: ({ portal }) => ({ result: toPortalDate(portal.now()) }) },
    'app.info': { scopes: [], legacy: true, run: appInfo },
  }
}
