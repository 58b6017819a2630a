import type { IncomingMessage } from 'node:http'
import type { Params } from '@emulator/calls/call'
import { isMap } from '@emulator/calls/params'
import { parseQuery, toParams } from '@emulator/php/query-string'
import { isBadlyEncoded, isOverloaded, isOverloadedForm, isTooDeepJson } from './input-limits'
import { parseMultipart, readBoundary } from './multipart'

/** No request of ours is near this; a portal takes about as much. */
const MAX_BYTES = 10 * 1024 * 1024

/** What a body turned out to be. */
export type RequestBody =
  | { kind: 'read'; params: Params; value: unknown }
  | { kind: 'too-large' }
  | { kind: 'unreadable' }
  | { kind: 'overloaded' }
  | { kind: 'wrong-encoding' }

async function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    size += buffer.length
    if (size > MAX_BYTES) return undefined
    chunks.push(buffer)
  }
  return Buffer.concat(chunks)
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function readJson(text: string): RequestBody {
  if (isTooDeepJson(text)) return { kind: 'overloaded' }
  try {
    const value: unknown = JSON.parse(text)
    if (isOverloaded(value)) return { kind: 'overloaded' }
    const params: Params = Object.create(null)
    for (const [key, entry] of isMap(value) ? Object.entries(value) : []) params[key] = entry
    return { kind: 'read', params, value }
  } catch {
    return { kind: 'unreadable' }
  }
}

function readMultipart(text: string, boundary: string): RequestBody {
  const pairs = parseMultipart(text, boundary)
  if (!pairs) return { kind: 'unreadable' }
  if (isOverloadedForm(pairs.map(([name]) => `${name}=`).join('&'))) return { kind: 'overloaded' }
  const params = toParams(pairs)
  return { kind: 'read', params, value: params }
}

/** Path and query of a request line, without the help of `URL`, which fails for some and tidies others. */
export function splitAddress(address: string): { path: string; query: string } {
  const queryStart = address.indexOf('?')
  return queryStart === -1
    ? { path: address, query: '' }
    : { path: address.slice(0, queryStart), query: address.slice(queryStart + 1) }
}

/** Reads a form or a query with bracket keys. */
export function readForm(text: string): RequestBody {
  if (isOverloadedForm(text)) return { kind: 'overloaded' }
  if (isBadlyEncoded(text)) return { kind: 'wrong-encoding' }
  const params = parseQuery(text)
  return { kind: 'read', params, value: params }
}

/**
 * Reads a body as JSON or as a multipart form when it says so, otherwise as a form; bracket keys in both kinds of form.
 * Stops at 10 MB. @see settings/how-to-call-rest-api/general-principles.md
 */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const bytes = await readBytes(request)
  if (bytes === undefined) return { kind: 'too-large' }
  const text = decode(bytes)
  if (text === undefined) return { kind: 'wrong-encoding' }
  const type = request.headers['content-type'] ?? ''
  const boundary = readBoundary(type)
  if (boundary !== undefined) return readMultipart(text, boundary)
  if (!type.includes('json')) return readForm(text)
  return text.trim() === '' ? readForm('') : readJson(text)
}
