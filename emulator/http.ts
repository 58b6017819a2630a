import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Credentials, Params, RestAnswer, RestCall } from '@emulator/call'
import type { LocalPortal } from '@emulator/state'
import { RestError } from '@emulator/errors'
import { toPhpJson } from '@emulator/php-json'
import { parseQuery } from '@emulator/query-string'
import { readBody } from '@emulator/request-body'
import { REST_HEADERS, answerRest } from '@emulator/rest'

const REST_PATH = '/rest/'
/** `/rest/1/secret/method` or `/rest/method`, each with an optional `.json`. */
const WEBHOOK_PATH = /^\/rest\/(\d+)\/([\w-]+)\/([^/]+)$/
const PLAIN_PATH = /^\/rest\/([^/]+)$/

/** Says whether a path belongs to the REST interface. */
export function isRestPath(path: string): boolean {
  return path.startsWith(REST_PATH)
}

function toMethod(segment: string): string {
  return segment.replace(/\.json$/i, '')
}

function takeToken(params: Params): Credentials {
  const token = params.auth ?? params.access_token
  delete params.auth
  delete params.access_token
  return typeof token === 'string' && token !== '' ? { kind: 'token', token } : { kind: 'none' }
}

/** Frees a request of HTTP: method from the path, parameters from query and body (the body wins), credentials from either. */
export function toRestCall(url: URL, body: Params): RestCall {
  const params: Params = Object.create(null)
  for (const source of [parseQuery(url.search.slice(1)), body]) {
    for (const [key, value] of Object.entries(source)) params[key] = value
  }
  const webhook = WEBHOOK_PATH.exec(url.pathname)
  const token = takeToken(params)
  if (!webhook) return { method: toMethod(PLAIN_PATH.exec(url.pathname)?.[1] ?? ''), params, credentials: token }
  const [, userId = '', secret = '', method = ''] = webhook
  return { method: toMethod(method), params, credentials: { kind: 'webhook', userId: Number(userId), secret } }
}

/** Sends an answer, cuts the connection, or keeps quiet until the client gives up. */
function send(response: ServerResponse, answer: RestAnswer): void {
  if (answer.kind === 'silence') return
  if (answer.kind === 'cut') {
    response.destroy()
    return
  }
  response.writeHead(answer.status, answer.headers).end(answer.body)
}

function sendRefusal(response: ServerResponse, error: RestError): void {
  response.writeHead(error.status, { ...REST_HEADERS, connection: 'close' }).end(toPhpJson(error.toRefusal()))
}

/** Answers one HTTP request to the REST interface. */
export async function serveRest(portal: LocalPortal, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'OPTIONS') {
    response.writeHead(200, { ...REST_HEADERS, 'access-control-allow-methods': 'GET, POST, OPTIONS' }).end()
    return
  }
  const body = await readBody(request)
  if (body.kind === 'too-large') {
    return sendRefusal(response, new RestError('INVALID_REQUEST', 'The request body is larger than 10 MB', { status: 413 }))
  }
  if (body.kind === 'unreadable') {
    return sendRefusal(response, new RestError('INVALID_REQUEST', 'The request body is not valid JSON'))
  }
  const url = new URL(request.url ?? '/', 'http://localhost')
  send(response, await answerRest(portal, toRestCall(url, body.params)))
}
