import type { EventHandlerRow } from '@contract/events'
import type { MethodCall, MethodTable, ReplyOf } from '@emulator/calls/call'
import { argumentError, readText, requireAppToken } from '@emulator/app/app-context'
import { allEvents, availableEvents, eventsOfScope } from '@emulator/app/event-names'
import { RestError } from '@emulator/calls/errors'
import { isYes, readParamAnyCase, toInt } from '@emulator/calls/params'

function denied(): RestError {
  return new RestError('ACCESS_DENIED', 'Access denied!', { status: 403 })
}

/** Who is not an administrator binds for themself, and no offline events. @see api-reference/events/event-bind.md */
function requireAuthType(call: MethodCall, offline: 0 | 1): number {
  const { user } = call.caller
  const sent = toInt(readParamAnyCase(call.params, 'auth_type'))
  if (user.isAdmin) return sent
  if (offline === 1 || (sent !== 0 && sent !== user.id)) throw denied()
  return user.id
}

function readOffline(call: MethodCall): 0 | 1 {
  return readText(call, 'event_type').toLowerCase() === 'offline' ? 1 : 0
}

function requireEvent(call: MethodCall): string {
  const event = readText(call, 'event').toUpperCase()
  if (event === '') throw argumentError('EVENT')
  if (availableEvents(call.portal, call.caller.scopes).includes(event)) return event
  throw new RestError('ERROR_EVENT_NOT_FOUND', 'Event not found')
}

/** @see api-reference/events/event-bind.md */
function bind(call: MethodCall): ReplyOf<'event.bind'> {
  requireAppToken(call)
  const event = requireEvent(call)
  const offline = readOffline(call)
  const handler = offline === 1 ? '' : readText(call, 'handler')
  if (offline === 0 && handler === '') throw argumentError('HANDLER')
  const row: EventHandlerRow = { event, handler, auth_type: String(requireAuthType(call, offline)), offline }
  const { app } = call.portal
  const isBound = app.eventHandlers.some((known) => JSON.stringify(known) === JSON.stringify(row))
  if (isBound) throw new RestError('ERROR_CORE', 'Unable to set event handler: Handler already binded')
  app.eventHandlers.push(row)
  return { result: true }
}

/** @see api-reference/events/event-get.md */
function get(call: MethodCall): ReplyOf<'event.get'> {
  requireAppToken(call)
  return { result: [...call.portal.app.eventHandlers] }
}

/** What is not said is not looked at; an empty `auth_type` is that of handlers that have none. @see api-reference/events/event-unbind.md */
function unbind(call: MethodCall): ReplyOf<'event.unbind'> {
  requireAppToken(call)
  if (!call.caller.user.isAdmin) throw denied()
  const [event, handler, offline] = [
    readText(call, 'event').toUpperCase(),
    readText(call, 'handler'),
    readOffline(call),
  ]
  if (event === '') throw argumentError('EVENT')
  const authType = readParamAnyCase(call.params, 'auth_type')
  const isMatch = (row: EventHandlerRow) =>
    row.event === event &&
    row.offline === offline &&
    (handler === '' || row.handler === handler) &&
    (authType === undefined || row.auth_type === String(toInt(authType)))
  const { app } = call.portal
  const kept = app.eventHandlers.filter((row) => !isMatch(row))
  const count = app.eventHandlers.length - kept.length
  app.eventHandlers = kept
  return { result: { count } }
}

/** @see api-reference/events/events.md */
function list(call: MethodCall): ReplyOf<'events'> {
  requireAppToken(call)
  const { portal, caller, params } = call
  const scope = readText(call, 'SCOPE')
  if (scope !== '') return { result: eventsOfScope(portal, scope) }
  return {
    result: isYes(readParamAnyCase(params, 'FULL')) ? allEvents(portal) : availableEvents(portal, caller.scopes),
  }
}

/** Handlers of events: kept and listed, never called. */
export const EVENT_METHODS = {
  'event.bind': { scopes: [], legacy: true, run: bind },
  'event.get': { scopes: [], legacy: true, run: get },
  'event.unbind': { scopes: [], legacy: true, run: unbind },
  'events': { scopes: [], legacy: true, run: list },
} satisfies Partial<MethodTable>
