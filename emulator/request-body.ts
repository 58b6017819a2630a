import type { IncomingMessage } from 'node:http'
import type { Params } from '@emulator/call'
import { isMap } from '@emulator/params'
import { parseQuery } from '@emulator/query-string'

/** No request of ours is near this; a portal takes about as much. */
const MAX_BYTES = 10 * 1024 * 1024

/** What a body turned out to be. */
export type RequestBody = { kind: 'read'; params: Params; value: unknown } | { kind: 'too-large' } | { kind: 'unreadable' }

async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    size += buffer.length
    if (size > MAX_BYTES) return undefined
    chunks.push(buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function readJson(text: string): RequestBody {
  try {
    const value: unknown = JSON.parse(text)
    const params: Params = Object.create(null)
    for (const [key, entry] of isMap(value) ? Object.entries(value) : []) params[key] = entry
    return { kind: 'read', params, value }
  } catch {
    return { kind: 'unreadable' }
  }
}

/** Reads a body as JSON when it says so, otherwise as a form with bracket keys. Stops at 10 MB. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const text = await readText(request)
  if (text === undefined) return { kind: 'too-large' }
  const isJson = (request.headers['content-type'] ?? '').includes('json')
  if (isJson && text.trim() !== '') return readJson(text)
  const params = parseQuery(isJson ? '' : text)
  return { kind: 'read', params, value: params }
}
