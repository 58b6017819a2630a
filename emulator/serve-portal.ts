import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PageAnswer } from '@emulator/pages'
import type { LocalPortal } from '@emulator/state'
import { CONTROL_PATH } from '@contract/control'
import { BRIDGE_PATH } from '@contract/page'
import { answerBridge } from '@emulator/bridge'
import { answerControl } from '@emulator/control'
import { isRestPath, serveRest } from '@emulator/http'
import { answerPage } from '@emulator/pages'
import { readBody } from '@emulator/request-body'

const LOOPBACK = /^(::ffff:)?127\.|^::1$/

/** Neither another machine nor a page of another origin has any business with the control routes or the frames' tokens. */
function isOwn(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  return LOOPBACK.test(request.socket.remoteAddress ?? '') && (origin === undefined || origin === `http://${host}`)
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

function sendPage(response: ServerResponse, answer: PageAnswer | undefined): void {
  if (answer) response.writeHead(answer.status, answer.headers).end(answer.body)
  else response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found')
}

async function serveGuarded(portal: LocalPortal, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
  const body = await readBody(request)
  if (body.kind !== 'read') return sendJson(response, 400, { error: 'The request body cannot be read' })
  const { method = 'GET' } = request
  if (url.pathname.startsWith(CONTROL_PATH)) {
    const sent = body.value === undefined ? {} : body.value
    const answer = answerControl(portal, { method, path: url.pathname, body: sent })
    return sendJson(response, answer.status, answer.body)
  }
  const answer = url.pathname.startsWith(BRIDGE_PATH) ? answerBridge : answerPage
  sendPage(response, await answer(portal, { method, url, body: body.value }))
}

/**
 * Answers a request to the portal's own origin: REST for everybody, control and frames for the portal's own pages and for
 * tests, pages for people. The caller has checked the Host.
 */
export async function servePortal(portal: LocalPortal, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  if (isRestPath(path)) return serveRest(portal, request, response)
  const isGuarded = path.startsWith(CONTROL_PATH) || path.startsWith(BRIDGE_PATH)
  if (isGuarded && !isOwn(request)) {
    request.resume()
    return sendJson(response, 403, { error: 'Only the portal itself may do this' })
  }
  return serveGuarded(portal, request, response)
}
