import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PageAnswer } from '@emulator/pages/answer-page'
import type { LocalPortal } from '@emulator/portal/state'
import type { ServedPortal } from './serve-rest'
import { answerControl } from '@emulator/control/answer-control'
import { CONTROL_PATH } from '@emulator/control/protocol'
import { answerPage } from '@emulator/pages/answer-page'
import { answerBridge } from '@emulator/pages/bridge'
import { ASSET_PATH, BRIDGE_PATH } from '@emulator/pages/bridge-protocol'
import { ASSETS, isAsset } from './assets'
import { loadAsset } from './compile-asset'
import { isFromThisMachine } from './loopback'
import { readBody } from './request-body'
import { sendJson } from './send-json'
import { isTokenPath, serveToken } from './serve-authorization'
import { isRestPath, serveRest } from './serve-rest'

/**
 * No page of another origin has any business with the control routes or the frames' tokens, and no other machine with the
 * control routes: a container's host may open pages with frames, where HOST lets it in.
 */
function isAllowed(portal: LocalPortal, request: IncomingMessage, path: string): boolean {
  const { origin } = request.headers
  const isAllowedAddress = path.startsWith(BRIDGE_PATH) || isFromThisMachine(request)
  return isAllowedAddress && (origin === undefined || origin === portal.origin)
}

function sendPage(response: ServerResponse, answer: PageAnswer | undefined): void {
  if (answer) response.writeHead(answer.status, answer.headers).end(answer.body)
  else sendNotFound(response)
}

function sendNotFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found')
}

async function sendAsset(response: ServerResponse, name: string): Promise<void> {
  if (!isAsset(name)) return sendNotFound(response)
  const body = await loadAsset(name)
  response.writeHead(200, { 'content-type': ASSETS[name].type, 'cache-control': 'no-cache' }).end(body)
}

/** Only paths are addresses here: `//host` and its like are refused. */
function toUrl(portal: LocalPortal, request: IncomingMessage): URL | undefined {
  const address = request.url ?? '/'
  const isPath = address.startsWith('/') && URL.canParse(portal.origin + address)
  return isPath ? new URL(portal.origin + address) : undefined
}

async function serveRoutes(portal: LocalPortal, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = toUrl(portal, request)
  if (!url) return sendJson(response, 400, { error: 'The address cannot be read' })
  const body = await readBody(request)
  if (body.kind !== 'read') return sendJson(response, 400, { error: 'The request body cannot be read' })
  const { method = 'GET' } = request
  if (url.pathname.startsWith(CONTROL_PATH)) {
    const sent = body.value === undefined ? {} : body.value
    const answer = answerControl(portal, { method, path: url.pathname, query: url.searchParams, body: sent })
    return sendJson(response, answer.status, answer.body)
  }
  if (method === 'GET' && url.pathname.startsWith(ASSET_PATH))
    return sendAsset(response, url.pathname.slice(ASSET_PATH.length))
  const answer = url.pathname.startsWith(BRIDGE_PATH) ? answerBridge : answerPage
  sendPage(response, answer(portal, { method, url, body: body.value }))
}

/**
 * Answers a request to the portal's own origin: REST for everybody, control and frames for the portal's own pages and for
 * tests, pages for people. The caller has checked the Host.
 */
export async function servePortal(
  served: ServedPortal,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { portal } = served
  const path = toUrl(portal, request)?.pathname ?? ''
  if (isRestPath(path)) return serveRest(served, request, response)
  if (isTokenPath(path)) return serveToken(portal, request, response)
  const isPrivate = path.startsWith(CONTROL_PATH) || path.startsWith(BRIDGE_PATH)
  if (isPrivate && !isAllowed(portal, request, path)) {
    request.resume()
    return sendJson(response, 403, { error: 'Only the portal itself may do this' })
  }
  return serveRoutes(portal, request, response)
}
