import type { LoggedCall } from '@emulator/portal/logged-call'
import type { LocalPortal } from '@emulator/portal/state'
import { logCall } from '@emulator/calls/call-log'
import { isMap } from '@emulator/calls/params'
import { controlPortal } from './control-portal'
import { CONTROL_PATH } from './protocol'

/** A control request without HTTP. */
interface ControlRequest {
  method: string
  path: string
  query: URLSearchParams
  body: unknown
}

/** Status and JSON of a control answer. */
interface ControlAnswer {
  status: number
  body: unknown
}

/** Gives the body of an answer; throws one plain sentence for a bad request. */
type ControlRoute = (control: ReturnType<typeof controlPortal>, request: ControlRequest, portal: LocalPortal) => unknown

function isFrameMessage(body: unknown): body is LoggedCall {
  return isMap(body) && body.channel === 'frame' && typeof body.method === 'string'
}

/** The line's time is the portal's, not the sender's. */
function logFrameMessage(portal: LocalPortal, body: unknown): true {
  if (!isFrameMessage(body)) throw new Error('A frame message is expected.')
  logCall(portal, { ...body, at: portal.now() })
  return true
}

const field = (body: unknown, name: string) => (isMap(body) ? body[name] : undefined)

const ROUTES = new Map<string, ControlRoute>([
  ['GET state', (control) => control.state()],
  ['GET history', (control) => control.history()],
  ['GET calls', (control, { query }) => control.calls(query.get('after') ?? 0)],
  ['GET faults', (_, __, portal) => portal.faults],
  ['POST reset', (control, { body }) => control.reset(body)],
  ['POST settings', (control, { body }) => control.settings(body)],
  ['POST scenario', (control, { body }) => control.scenario(field(body, 'name'))],
  ['POST clock', (control, { body }) => control.clock(body)],
  ['POST user', (control, { body }) => control.user(field(body, 'id'))],
  ['POST faults', (control, { body }) => control.faults(body).map(({ rule }) => rule)],
  ['POST expire-tokens', (control) => control.expireTokens() ?? true],
  ['POST binding', (control, { body }) => control.binding(body)],
  ['POST log', (_, { body }, portal) => logFrameMessage(portal, body)],
])

/** Answers one of the routes that emulator/control/protocol.ts lists; 404 for any other, 400 for what it cannot do. */
export function answerControl(portal: LocalPortal, request: ControlRequest): ControlAnswer {
  const route = ROUTES.get(`${request.method} ${request.path.slice(CONTROL_PATH.length)}`)
  if (!route) return { status: 404, body: { error: 'There is no such control route.' } }
  try {
    return { status: 200, body: route(controlPortal(portal), request, portal) }
  } catch (error) {
    return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } }
  }
}
