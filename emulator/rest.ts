import type { FaultEffect } from '@contract/control'
import type { Caller, MethodReply, Params, RestAnswer, RestCall } from '@emulator/call'
import type { LocalPortal } from '@emulator/state'
import { readCommands, runBatch, toBatchResult } from '@emulator/batch'
import type { CommandOutcome } from '@emulator/batch'
import { logCall } from '@emulator/call-log'
import { RestError, systemError } from '@emulator/errors'
import { strikeCall, strikeCommand } from '@emulator/faults'
import { identify } from '@emulator/identity'
import { METHODS } from '@emulator/method-table'
import { hasScope } from '@emulator/methods/system'
import { toPhpJson } from '@emulator/php-json'
import { toRestTime } from '@emulator/time'

/** Headers of every REST answer. unconfirmed but for the content type. */
export const REST_HEADERS: Record<string, string> = {
  'content-type': 'application/json; charset=utf-8',
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'origin, content-type, accept',
  'x-content-type-options': 'nosniff',
}

/** What a call came to, before it is written down and sent. */
interface Outcome {
  status: number
  body: unknown
  error?: string
  user?: number
  commands?: readonly CommandOutcome[]
}

function refuse(error: RestError): Outcome {
  return { status: error.status, body: error.toRefusal(), error: error.code }
}

function toError(effect: FaultEffect & { kind: 'error' }): RestError {
  return systemError(effect.code, effect)
}

/** Looks the method up, checks the scope, runs it. unconfirmed: who calls is checked before what is called. */
function runMethod(portal: LocalPortal, caller: Caller, call: { method: string; params: Params }): MethodReply {
  const method = METHODS.get(call.method.toLowerCase())
  if (!method) throw systemError('ERROR_METHOD_NOT_FOUND')
  if (!hasScope(caller, method)) {
    const holder = caller.door === 'webhook' ? 'the webhook token' : 'the access token'
    const description = `The request requires higher privileges than provided by ${holder}`
    throw systemError('insufficient_scope', { description })
  }
  return method.run({ portal, caller, params: call.params })
}

function runCommand(portal: LocalPortal, caller: Caller, call: { method: string; params: Params }) {
  const start = portal.now()
  const effect = strikeCommand(portal, call.method.toLowerCase())
  if (effect?.kind === 'error') throw toError(effect)
  const reply = runMethod(portal, caller, call)
  const shown = effect?.kind === 'wrong-shape' ? { ...reply, result: effect.result } : reply
  return { reply: shown, time: toRestTime(start, portal.now()) }
}

/** Does what the call asks for and says what came of it. */
function perform(portal: LocalPortal, call: RestCall): Outcome {
  const start = portal.now()
  try {
    const caller = identify(portal, call.credentials)
    const isBatch = call.method.toLowerCase() === 'batch'
    const run = (method: string, params: Params) => runCommand(portal, caller, { method, params })
    const commands = isBatch ? runBatch(call.params, run) : undefined
    const reply = commands ? { result: toBatchResult(commands) } : runMethod(portal, caller, call)
    const body = { ...reply, time: toRestTime(start, portal.now()) }
    return { status: 200, body, user: caller.user.id, ...(commands ? { commands } : {}) }
  } catch (error) {
    if (error instanceof RestError) return refuse(error)
    throw error
  }
}

/** Writes the call down; a cut or silent one has status 0. */
function log(portal: LocalPortal, call: RestCall, outcome: Outcome): void {
  const { status, error, user } = outcome
  const commands = outcome.commands?.map((command) => ({
    key: command.key,
    method: command.method,
    params: command.params,
    ...('refusal' in command ? { error: command.refusal.error } : {}),
  }))
  const line = { at: portal.now(), door: 'rest' as const, method: call.method, params: call.params, status }
  logCall(portal, { ...line, ...(error ? { error } : {}), ...(user ? { user } : {}), ...(commands ? { commands } : {}) })
}

function answer(outcome: Outcome, text = toPhpJson(outcome.body), headers = REST_HEADERS): RestAnswer {
  return { kind: 'answer', status: outcome.status, headers, body: text }
}

const LOST: Outcome = { status: 0, body: undefined }

function performLater(portal: LocalPortal, call: RestCall, ms: number): void {
  const { data } = portal
  setTimeout(() => {
    // A reset in between has made another portal of it: late work must not reach into that.
    if (portal.data === data) perform(portal, call)
  }, ms)
}

function performAndLog(portal: LocalPortal, call: RestCall): Outcome {
  const outcome = perform(portal, call)
  log(portal, call, outcome)
  return outcome
}

/** Loses the answer on its way. */
function lose(portal: LocalPortal, call: RestCall, effect: FaultEffect): RestAnswer {
  if (effect.kind === 'late-work') performLater(portal, call, effect.ms)
  const outcome = effect.kind === 'cut-after' ? { ...perform(portal, call), status: 0 } : LOST
  log(portal, call, outcome)
  return effect.kind === 'silence' ? { kind: 'silence' } : { kind: 'cut' }
}

const HTML_PAGE = '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>'

/** Runs the method and spoils its answer. */
function spoil(portal: LocalPortal, call: RestCall, effect: FaultEffect): RestAnswer {
  const outcome = performAndLog(portal, call)
  if (effect.kind === 'empty-body') return answer(outcome, '')
  if (effect.kind === 'broken-json') return answer(outcome, toPhpJson(outcome.body).slice(0, -3))
  if (effect.kind === 'wrong-shape' && outcome.status === 200) {
    return answer({ ...outcome, body: { ...Object(outcome.body), result: effect.result } })
  }
  if (effect.kind === 'html-page') {
    const headers = { ...REST_HEADERS, 'content-type': 'text/html; charset=utf-8' }
    return answer({ ...outcome, status: effect.status ?? 502 }, HTML_PAGE, headers)
  }
  return answer(outcome)
}

/** Answers one REST call, faults included. Needs no HTTP: tests of an app call it in-process. */
export async function answerRest(portal: LocalPortal, call: RestCall): Promise<RestAnswer> {
  const method = call.method.toLowerCase()
  const carried = method === 'batch' ? readCommands(call.params).map((command) => command.method.toLowerCase()) : []
  const effect = strikeCall(portal, method, carried)
  switch (effect?.kind) {
    case undefined:
      return answer(performAndLog(portal, call))
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, effect.ms))
      return answer(performAndLog(portal, call))
    case 'error': {
      const outcome = refuse(toError(effect))
      log(portal, call, outcome)
      return answer(outcome)
    }
    case 'cut-before':
    case 'cut-after':
    case 'late-work':
    case 'silence':
      return lose(portal, call, effect)
    case 'empty-body':
    case 'html-page':
    case 'broken-json':
    case 'wrong-shape':
      return spoil(portal, call, effect)
  }
}
