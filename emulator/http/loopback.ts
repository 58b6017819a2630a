import type { IncomingMessage } from 'node:http'

const LOOPBACK = /^(::ffff:)?127\.|^::1$/

/** Says whether a request comes from this machine. */
export function isFromThisMachine(request: IncomingMessage): boolean {
  return LOOPBACK.test(request.socket.remoteAddress ?? '')
}
