import type { LoggedCall } from '@emulator/portal/logged-call'
import type { LocalPortal } from '@emulator/portal/state'
import type { PortalStateView } from './protocol'
import { ENTITY_TYPE } from '@contract/entity-types'
import { logCall, readLog } from '@emulator/calls/call-log'
import { expireTokens } from '@emulator/calls/identity'
import { isMap, toInt } from '@emulator/calls/params'
import { resetPortal } from '@emulator/create-portal'
import { isRules } from '@emulator/faults/fault-rules'
import { setFaults } from '@emulator/faults/faults'
import { changeClock } from '@emulator/portal/clock'
import { readScenario } from '@emulator/seed/scenarios'
import { isClockChange } from './clock-change'
import { CONTROL_PATH } from './protocol'
import { isSettings } from './settings'

/** A control request, freed of HTTP. */
export interface ControlRequest {
  method: string
  path: string
  query: URLSearchParams
  body: unknown
}

/** Status and JSON of a control answer. */
export interface ControlAnswer {
  status: number
  body: unknown
}

type Route = (portal: LocalPortal, body: unknown, query: URLSearchParams) => ControlAnswer

const ok = (body: unknown): ControlAnswer => ({ status: 200, body })
const bad = (reason: string): ControlAnswer => ({ status: 400, body: { error: reason } })

/** Gives what tests and the developer's panel may know of a portal. */
function viewState({ settings, data }: LocalPortal): PortalStateView {
  const count = (entityTypeId: number) => data.items.get(entityTypeId)?.size ?? 0
  return {
    settings,
    bindings: [...data.bindings]
      .map(([orderId, owner]) => ({ orderId, ...owner }))
      .sort((a, b) => a.orderId - b.orderId),
    counts: {
      deals: count(ENTITY_TYPE.deal),
      invoices: count(ENTITY_TYPE.smartInvoice),
      orders: data.orders.size,
      contacts: data.contacts.size,
      companies: data.companies.size,
    },
    samples: data.samples,
  }
}

function reset(portal: LocalPortal, body: unknown): ControlAnswer {
  if (!isSettings(body)) return bad('Unknown setting or value')
  resetPortal(portal, body)
  return ok(viewState(portal))
}

function changeSettings(portal: LocalPortal, body: unknown): ControlAnswer {
  if (!isSettings(body)) return bad('Unknown setting or value')
  if (body.rows !== undefined && body.rows !== portal.settings.rows)
    return bad('A reset or a scenario changes the rows')
  portal.settings = { ...portal.settings, ...body }
  return ok(portal.settings)
}

function changeScenario(portal: LocalPortal, body: unknown): ControlAnswer {
  if (!isMap(body) || typeof body.name !== 'string') return bad('The name of a scenario is expected')
  try {
    resetPortal(portal, readScenario(body.name))
    return ok(viewState(portal))
  } catch (error) {
    return bad(error instanceof Error ? error.message : String(error))
  }
}

function changeUser(portal: LocalPortal, body: unknown): ControlAnswer {
  return changeSettings(portal, { user: isMap(body) ? body.id : undefined })
}

function setClock(portal: LocalPortal, body: unknown): ControlAnswer {
  return isClockChange(body) ? ok(changeClock(portal, body)) : bad('A change of the clock is expected')
}

function changeFaults(portal: LocalPortal, body: unknown): ControlAnswer {
  if (!isRules(body)) return bad('A list of fault rules is expected')
  setFaults(portal, body)
  return ok(body)
}

/** Somebody else changes a binding, past the REST interface. */
function changeBinding(portal: LocalPortal, body: unknown): ControlAnswer {
  if (!isMap(body) || !portal.data.orders.has(toInt(body.orderId))) return bad('No such order')
  const orderId = toInt(body.orderId)
  if (body.ownerId === null) {
    portal.data.bindings.delete(orderId)
    return ok(viewState(portal))
  }
  const owner = { ownerId: toInt(body.ownerId), ownerTypeId: toInt(body.ownerTypeId) }
  if (owner.ownerId <= 0 || owner.ownerTypeId <= 0) return bad('An owner needs ownerId and ownerTypeId')
  portal.data.bindings.set(orderId, owner)
  return ok(viewState(portal))
}

function isFrameLine(body: unknown): body is LoggedCall {
  return isMap(body) && body.channel === 'frame' && typeof body.method === 'string'
}

/** The line's time is the portal's, not the sender's. */
function report(portal: LocalPortal, body: unknown): ControlAnswer {
  if (!isFrameLine(body)) return bad('A frame message is expected')
  logCall(portal, { ...body, at: portal.now() })
  return ok(true)
}

function expire(portal: LocalPortal): ControlAnswer {
  expireTokens(portal)
  return ok(true)
}

const ROUTES = new Map<string, Route>([
  ['GET state', (portal) => ok(viewState(portal))],
  ['GET calls', (portal, _, query) => ok(readLog(portal, toInt(query.get('after') ?? 0)))],
  ['GET faults', (portal) => ok(portal.faults)],
  ['POST reset', reset],
  ['POST settings', changeSettings],
  ['POST scenario', changeScenario],
  ['POST clock', setClock],
  ['POST user', changeUser],
  ['POST faults', changeFaults],
  ['POST expire-tokens', expire],
  ['POST binding', changeBinding],
  ['POST log', report],
])

/** Answers one of the routes that emulator/control/protocol.ts lists; 404 for any other. */
export function answerControl(portal: LocalPortal, request: ControlRequest): ControlAnswer {
  const route = ROUTES.get(`${request.method} ${request.path.slice(CONTROL_PATH.length)}`)
  return route ? route(portal, request.body, request.query) : { status: 404, body: { error: 'No such control route' } }
}
