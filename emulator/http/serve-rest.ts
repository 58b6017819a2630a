import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Credentials, Params, RestAnswer, RestCall } from '@emulator/calls/call'
import type { LocalPortal } from '@emulator/portal/state'
import type { Methods } from '@emulator/rest/method-table'
import type { RequestBody } from './request-body'
import { RestError, systemError } from '@emulator/calls/errors'
import { toPhpJson } from '@emulator/php/php-json'
import { toXml } from '@emulator/php/xml'
import { answerRest } from '@emulator/rest/answer-rest'
import { REST_HEADERS } from '@emulator/rest/answers'
import { readBody, readForm, splitAddress } from './request-body'

/** A portal with the methods that its REST interface has. */
export interface ServedPortal {
  portal: LocalPortal
  methods: Methods
}

const REST_PATH = '/rest/'
/** `/rest/1/secret/method` or `/rest/method`, each with an optional `.json` or `.xml`, and an optional slash. */
const WEBHOOK_PATH = /^\/rest\/(\d{1,9})\/([\w-]+)\/([^/]+)\/?$/
const PLAIN_PATH = /^\/rest\/([^/]+)\/?$/
/** The same for REST 3.0: `/rest/api/1/secret/method` or `/rest/api/method`. */
const REST3_PATH = /^\/rest\/api(?=\/)/
const XML = /\.xml\/?$/i

/** Says whether a path belongs to the REST interface. */
export function isRestPath(path: string): boolean {
  return path.startsWith(REST_PATH)
}

function toMethod(segment: string): string {
  return segment.replace(/\.(json|xml)$/i, '')
}

function extractToken(params: Params): Credentials {
  const token = params.auth ?? params.access_token
  delete params.auth
  delete params.access_token
  return typeof token === 'string' && token !== '' ? { kind: 'token', token } : { kind: 'none' }
}

/** Reads a call from an HTTP request: method from the path, parameters from query and body (the body wins), credentials from either. */
function toRestCall(path: string, query: Params, body: Params): RestCall {
  const params: Params = Object.create(null)
  for (const source of [query, body]) {
    for (const [key, value] of Object.entries(source)) params[key] = value
  }
  const webhook = WEBHOOK_PATH.exec(path)
  const token = extractToken(params)
  if (!webhook) return { method: toMethod(PLAIN_PATH.exec(path)?.[1] ?? ''), params, credentials: token }
  const [, userId = '', secret = '', method = ''] = webhook
  return { method: toMethod(method), params, credentials: { kind: 'webhook', userId: Number(userId), secret } }
}

/** A call of REST 3.0: it reads nothing but a JSON body, its token included. @see api-reference/rest-v3.md */
function toRest3Call(path: string, body: RequestBody, type = ''): RestCall {
  const isJson = body.kind === 'read' && (type.includes('json') || Object.keys(body.params).length === 0)
  const call = toRestCall(path.replace(REST3_PATH, '/rest'), {}, isJson ? body.params : {})
  return { ...call, rest3: isJson ? 'json' : 'not-json' }
}

/** Sends an answer, cuts the connection, or sends nothing until the client gives up. */
function sendAnswer(response: ServerResponse, answer: RestAnswer, isXml: boolean): void {
  if (answer.kind === 'silence') return
  if (answer.kind === 'cut') {
    response.destroy()
    return
  }
  if (answer.isTruncated) {
    response.writeHead(answer.status, answer.headers)
    response.write(answer.body, () => response.destroy())
    return
  }
  const { headers, body } = isXml ? toXmlAnswer(answer) : answer
  response.writeHead(answer.status, headers).end(body)
}

/** An answer that a fault has corrupted stays as corrupted as it is. */
function toXmlAnswer({ headers, body }: RestAnswer & { kind: 'answer' }) {
  try {
    return { headers: { ...headers, 'content-type': 'text/xml; charset=utf-8' }, body: toXml(JSON.parse(body)) }
  } catch {
    return { headers, body }
  }
}

function sendRefusal(response: ServerResponse, error: RestError): void {
  response.writeHead(error.status, { ...REST_HEADERS, connection: 'close' }).end(toPhpJson(error.toRefusal()))
}

/** unconfirmed codes and texts: the documentation does not speak of requests like these. */
const BODY_ERRORS: Record<Exclude<RequestBody['kind'], 'read'>, () => RestError> = {
  'too-large': () => new RestError('INVALID_REQUEST', 'The request body is larger than 10 MB', { status: 413 }),
  'unreadable': () => new RestError('INVALID_REQUEST', 'The request body is not what its content type says'),
  'overloaded': () => new RestError('INVALID_REQUEST', 'The request has too many values, or nests them too deep'),
  'wrong-encoding': () => systemError('WRONG_ENCODING'),
}

function sendPreflight(response: ServerResponse): void {
  response.writeHead(200, { ...REST_HEADERS, 'access-control-allow-methods': 'GET, POST, OPTIONS' }).end()
}

async function serveCall(
  { portal, methods }: ServedPortal,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { path, query } = splitAddress(request.url ?? '/')
  // Before the body is read: a body that is too large takes the socket with it.
  const connection = { source: request.socket.remoteAddress ?? '', isPlain: portal.origin.startsWith('http:') }
  const body = await readBody(request)
  if (REST3_PATH.test(path)) {
    const rest3Call = toRest3Call(path, body, request.headers['content-type'])
    return sendAnswer(response, await answerRest(portal, { ...rest3Call, ...connection }, methods), false)
  }
  if (body.kind !== 'read') return sendRefusal(response, BODY_ERRORS[body.kind]())
  const queryForm = readForm(query)
  if (queryForm.kind !== 'read') return sendRefusal(response, BODY_ERRORS[queryForm.kind]())
  const call = toRestCall(path, queryForm.params, body.params)
  sendAnswer(response, await answerRest(portal, { ...call, ...connection }, methods), XML.test(path))
}

/** Answers one HTTP request to the REST interface; what goes wrong inside is answered as a portal answers it. */
export async function serveRest(
  served: ServedPortal,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'OPTIONS') return sendPreflight(response)
  try {
    await serveCall(served, request, response)
  } catch {
    if (response.headersSent) response.destroy()
    else sendRefusal(response, systemError('INTERNAL_SERVER_ERROR'))
  }
}
