import type { RestAnswer } from '@emulator/calls/call'
import type { RestError } from '@emulator/calls/errors'
import type { FaultEffect } from '@emulator/portal/fault'
import type { CommandOutcome } from './batch'
import { isMap } from '@emulator/calls/params'
import { toWrongTypes } from '@emulator/faults/wrong-types'
import { toPhpJson } from '@emulator/php/php-json'

/** Headers of every REST answer. unconfirmed but for the content type. */
export const REST_HEADERS: Record<string, string> = {
  'content-type': 'application/json; charset=utf-8',
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'origin, content-type, accept',
  'x-content-type-options': 'nosniff',
}

const HTML_PAGE =
  '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>'

/** What a call came to, before it is logged and sent. */
export interface Outcome {
  status: number
  body: unknown
  error?: string
  user?: number
  commands?: readonly CommandOutcome[]
  /** Milliseconds that the methods say they took. */
  tookMs: number
}

/** A refusal as the outcome of a call. */
export function toRefusedOutcome(error: RestError): Outcome {
  return { status: error.status, body: error.toRefusal(), error: error.code, tookMs: 0 }
}

/** Writes an outcome as it goes over the wire. */
export function toAnswer(outcome: Outcome, text = toPhpJson(outcome.body), headers = REST_HEADERS): RestAnswer {
  return { kind: 'answer', status: outcome.status, headers, body: text }
}

/** Replaces the `result` of an answer that has one. */
function withResult(outcome: Outcome, toResult: (result: unknown) => unknown): Outcome {
  if (!isMap(outcome.body) || !('result' in outcome.body)) return outcome
  return { ...outcome, body: { ...outcome.body, result: toResult(outcome.body.result) } }
}

/** Corrupts the answer of a call that has run, as the effect demands. */
export function corruptAnswer(outcome: Outcome, effect: FaultEffect): RestAnswer {
  const text = toPhpJson(outcome.body)
  switch (effect.kind) {
    case 'empty-body':
    case 'missing-row':
      return toAnswer(outcome, '')
    case 'broken-json':
      return toAnswer(outcome, text.slice(0, -3))
    case 'duplicate':
      return toAnswer(outcome, text + text)
    case 'truncated':
      return {
        kind: 'answer',
        status: outcome.status,
        headers: fullLengthHeaders(text),
        body: text.slice(0, text.length / 2),
        isTruncated: true,
      }
    case 'wrong-shape':
      return toAnswer(withResult(outcome, () => effect.result))
    case 'wrong-type':
      return toAnswer(withResult(outcome, toWrongTypes))
    case 'html-page':
      return toAnswer({ ...outcome, status: effect.status ?? 502 }, HTML_PAGE, {
        ...REST_HEADERS,
        'content-type': 'text/html; charset=utf-8',
      })
    default:
      return toAnswer(outcome, text)
  }
}

/** Headers that announce more than will be sent. */
function fullLengthHeaders(text: string): Record<string, string> {
  return { ...REST_HEADERS, 'content-length': String(new TextEncoder().encode(text).length) }
}
