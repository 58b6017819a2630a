import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Params } from '@emulator/calls/call'
import type { AuthorizationHost } from '@emulator/portal/authorization-server'
import type { LocalPortal } from '@emulator/portal/state'
import { AUTHORIZATION_HOST, AUTHORIZATION_HOSTS } from '@emulator/portal/authorization-server'
import { isFromThisMachine } from './loopback'
import { answerAppInfo, answerOAuth } from './oauth'
import { readBody, readForm, splitAddress } from './request-body'
import { sendJson } from './send-json'

const TOKEN_PATH = /^\/oauth\/token\/?$/
const APP_INFO_PATH = /^\/rest\/app\.info(\.json)?\/?$/i

/** Says whether a path is that of the authorization server for tokens. */
export function isTokenPath(path: string): boolean {
  return TOKEN_PATH.test(path)
}

/** Finds the authorization server that a request from this machine asks for by its Host, with a port or without. */
export function findAuthorizationHost(request: IncomingMessage): AuthorizationHost | undefined {
  const name = request.headers.host?.toLowerCase().replace(/:\d+$/, '')
  return isFromThisMachine(request) ? AUTHORIZATION_HOSTS.find((host) => host === name) : undefined
}

/** Reads what was sent in the address and in the body, which wins; nothing where one of them cannot be read. */
async function readParams(request: IncomingMessage): Promise<Params | undefined> {
  const [query, body] = [readForm(splitAddress(request.url ?? '/').query), await readBody(request)]
  return query.kind === 'read' && body.kind === 'read' ? { ...query.params, ...body.params } : undefined
}

/** Answers a request for tokens, at the host of the authorization server or at the portal's own. */
export async function serveToken(
  portal: LocalPortal,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const params = await readParams(request)
  if (!params) return sendJson(response, 400, { error: 'invalid_request' })
  const answer = answerOAuth(portal, params, findAuthorizationHost(request) ?? AUTHORIZATION_HOST)
  sendJson(response, answer.status, answer.body)
}

/** Answers at the host of the authorization server, which has tokens and the state of the app, and nothing of the portal. */
export async function serveAuthorization(
  portal: LocalPortal,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { path } = splitAddress(request.url ?? '/')
  if (isTokenPath(path)) return serveToken(portal, request, response)
  const params = await readParams(request)
  if (!APP_INFO_PATH.test(path))
    return sendJson(response, 404, { error: 'ERROR_METHOD_NOT_FOUND', error_description: 'Method not found!' })
  if (!params) return sendJson(response, 400, { error: 'invalid_request' })
  const answer = answerAppInfo(portal, params)
  sendJson(response, answer.status, answer.body)
}
