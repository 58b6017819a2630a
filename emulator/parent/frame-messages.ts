import { toFields } from '@emulator/pages/bridge-protocol'

/** A message of an app, whatever form it came in. */
export interface AppMessage {
  command: string
  /** `[]` where the app sent none. */
  args: unknown
  /** Empty where the app waits for no answer. */
  callback: string
  sid: string
}

/**
 * Reads `COMMAND[:JSON]:CALLBACK:SID` from both ends, because the JSON may hold colons, or the object form that newer
 * SDKs use for commands with a colon in their name; that one's request id is put among its arguments. Nothing for anything else, broken JSON included.
 */
export function parseMessage(raw: unknown): AppMessage | undefined {
  return typeof raw === 'string' ? parseText(raw) : parseObject(raw)
}

/** Writes an answer: `CALLBACK:JSON`, or `CALLBACK:` for an answer without a value. */
export function formatAnswer(callback: string, value?: unknown): string {
  return `${callback}:${value === undefined ? '' : JSON.stringify(value)}`
}

function parseText(raw: string): AppMessage | undefined {
  const parts = raw.split(':')
  const [command, sid, callback] = [parts[0], parts.at(-1), parts.at(-2)]
  if (parts.length < 3 || !command || !sid || callback === undefined) return undefined
  const json = parts.slice(1, -2).join(':')
  try {
    return { command, sid, callback, args: json === '' ? [] : JSON.parse(json) }
  } catch {
    return undefined
  }
}

function parseObject(raw: unknown): AppMessage | undefined {
  const { method, params, callback, appSid, requestId } = toFields(raw)
  if (typeof method !== 'string' || typeof appSid !== 'string') return undefined
  const answerTo = typeof callback === 'string' ? callback : ''
  const args = params === '' || params === undefined ? [] : params
  const own = typeof requestId === 'string' ? { ...toFields(args), requestId } : args
  return { command: method, sid: appSid, callback: answerTo, args: own }
}

/** Gives an answer as the log may show it: without the frame's tokens. */
export function withoutTokens(answer: unknown): unknown {
  const fields = toFields(answer)
  if (!('AUTH_ID' in fields)) return answer
  return { ...fields, AUTH_ID: '***', REFRESH_ID: '***' }
}
