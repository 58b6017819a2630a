import type { Credentials, RestAnswer } from '@emulator/calls/call'
import type { LocalPortal } from '@emulator/portal/state'
import type { TestRequest } from './case'
import { writeQuery } from '@emulator/php/query-string'
import { answerRest } from '@emulator/rest/answer-rest'

/** What a client receives: a response, or none. */
export type ReceivedResponse = { status: number; text: string } | { noResponse: 'cut' | 'silence' }

/** A request with its credentials, and how long the client waits for the response, in milliseconds. */
export interface OutgoingRequest {
  request: TestRequest
  credentials: Credentials
  timeoutMs: number
}

/** How requests reach a portal, and the address that they come from. */
export interface CaseTransport {
  source: string
  send: (portal: LocalPortal, outgoing: OutgoingRequest) => Promise<ReceivedResponse>
}

function toReceived(answer: RestAnswer): ReceivedResponse {
  if (answer.kind !== 'answer') return { noResponse: answer.kind }
  return answer.isTruncated ? { noResponse: 'cut' } : { status: answer.status, text: answer.body }
}

/** Sends without HTTP, as if from this address. */
export function inProcess(source: string): CaseTransport {
  return {
    source,
    send: async (portal, { request, credentials }) => {
      const call = { method: request.method, params: request.params ?? {}, credentials, source, isPlain: true }
      return toReceived(await answerRest(portal, call))
    },
  }
}

function toRequestInit({ request, credentials, timeoutMs }: OutgoingRequest, encoding: 'json' | 'form'): RequestInit {
  const params = { ...request.params, ...(credentials.kind === 'token' ? { auth: credentials.token } : {}) }
  return {
    method: 'POST',
    headers: { 'content-type': encoding === 'json' ? 'application/json' : 'application/x-www-form-urlencoded' },
    body: encoding === 'json' ? JSON.stringify(params) : writeQuery(params),
    signal: AbortSignal.timeout(timeoutMs),
  }
}

/** Sends to a server: JSON to addresses with `.json`, forms to those without. */
export function overHttp(url: string, encoding: 'json' | 'form'): CaseTransport {
  return {
    source: '127.0.0.1',
    send: async (_, outgoing) => {
      const { request, credentials } = outgoing
      const path = credentials.kind === 'webhook' ? `${credentials.userId}/${credentials.secret}/` : ''
      const suffix = encoding === 'json' ? '.json' : ''
      try {
        const response = await fetch(`${url}/rest/${path}${request.method}${suffix}`, toRequestInit(outgoing, encoding))
        return { status: response.status, text: await response.text() }
      } catch (error) {
        return { noResponse: error instanceof Error && error.name === 'TimeoutError' ? 'silence' : 'cut' }
      }
    },
  }
}
