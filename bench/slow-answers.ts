import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'

export interface Network {
  /** Milliseconds that each answer comes later. */
  latency: number
  /** Bytes a second that all answers share. */
  throughput: number
}

/** Raw bytes that are sent at once: the browser reads a file while the rest of it is on its way. */
const PIECE = 16_384

const toBuffer = (chunk: string | Uint8Array): Buffer =>
  typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)

/** The portal's own page is there before a person opens the app in it: slow is what the app asks for, on its own address and by REST. */
const isOfApp = ({ headers, url = '' }: IncomingMessage): boolean =>
  headers.host?.startsWith('127.0.0.1') === true || url.startsWith('/rest/')

/**
 * Lets a server answer an app as through a slow network until the function is called that this gives. The browser's own emulation begins only
 * after a frame has asked for its files, now before and now after. `wireSizes`: bytes of what a real server would send compressed, by path.
 */
export function slowAnswers(
  http: Server,
  { latency, throughput }: Network,
  wireSizes: ReadonlyMap<string, number>,
): () => void {
  let lineFreeAt = 0

  const slow = (request: IncomingMessage, response: ServerResponse) => {
    if (!isOfApp(request)) return
    const path = request.url?.split('?')[0] ?? '/'
    const firstByteAt = Date.now() + latency
    const { write, end } = response
    let sent = Promise.resolve()
    /** Does what sends so many bytes when the line has carried them, one after the other. */
    const send = (bytes: number, act: () => void) => {
      const at = Math.max(lineFreeAt, firstByteAt) + (bytes / throughput) * 1000
      lineFreeAt = at
      sent = sent.then(() => setTimeout(at - Date.now())).then(act)
    }
    const sendPieces = (content: Buffer) => {
      const share = (wireSizes.get(path) ?? content.length) / content.length
      for (let start = 0; start < content.length; start += PIECE) {
        const piece = content.subarray(start, start + PIECE)
        send(piece.length * share, () => void write.call(response, piece, 'utf8'))
      }
    }
    response.write = (chunk: string | Uint8Array) => {
      sendPieces(toBuffer(chunk))
      return true
    }
    response.end = (chunk?: unknown) => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) sendPieces(toBuffer(chunk))
      send(0, () => void end.call(response, undefined, 'utf8'))
      return response
    }
  }

  http.prependListener('request', slow)
  return () => void http.off('request', slow)
}
