import type { LoggedCall } from '@emulator/portal/logged-call'
import type { LocalPortal } from '@emulator/portal/state'
import { isMap } from './params'

const MASK = '***'
const MAX_LINES = 2000
const MAX_CHARS = 10_000
const TOKEN_CHARS = 70
const SECRET_NAMES = /^(auth|access_token|refresh_token|auth_id|refresh_id|application_token|client_secret|sessid)$/i
const TOKEN = /[0-9a-f]{64,}/gi

/** The log keeps the beginning of a long text; what is searched for tokens reaches a token's length further, so that none is cut in two. */
function maskText(text: string): string {
  const masked = text.slice(0, MAX_CHARS + TOKEN_CHARS).replace(TOKEN, MASK)
  return text.length > MAX_CHARS ? `${masked.slice(0, MAX_CHARS)}… (${text.length} characters)` : masked
}

/** Copies a value with every token masked, by its name or by its looks. */
export function maskSecrets(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value)
  if (Array.isArray(value)) return value.map(maskSecrets)
  if (!isMap(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, SECRET_NAMES.test(key) ? MASK : maskSecrets(inner)]),
  )
}

/** Appends a line, masked, and gives its number; the oldest lines make room when the log is long. */
export function logCall(portal: LocalPortal, line: LoggedCall): number {
  const commands = line.commands?.map((command) => ({ ...command, params: maskSecrets(command.params) }))
  const number = (portal.log.at(-1)?.number ?? 0) + 1
  portal.log.push({ ...line, number, params: maskSecrets(line.params), ...(commands ? { commands } : {}) })
  if (portal.log.length > MAX_LINES) portal.log.splice(0, portal.log.length - MAX_LINES)
  return number
}

/** Gives the lines after a number; all of them when the log has never come so far, which means that it began anew. */
export function readLog(portal: LocalPortal, after: number): LoggedCall[] {
  const newest = portal.log.at(-1)?.number ?? 0
  if (after > newest) return portal.log
  return portal.log.slice(Math.max(0, portal.log.length - (newest - after)))
}
