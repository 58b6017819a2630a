import type { Caller, MethodReply, Params, RestAnswer, RestCall } from '@emulator/calls/call'
import type { FaultEffect } from '@emulator/portal/fault'
import type { PortalSettings } from '@emulator/portal/portal-settings'
import type { RequestRef } from '@emulator/portal/requests'
import type { LocalPortal } from '@emulator/portal/state'
import type { Outcome } from './answers'
import type { Methods } from './method-table'
import { logCall } from '@emulator/calls/call-log'
import { RestError, systemError } from '@emulator/calls/errors'
import { accessError, identify } from '@emulator/calls/identity'
import { isMap } from '@emulator/calls/params'
import { hasScope } from '@emulator/calls/rights'
import { matchCallFault, matchCommandFault } from '@emulator/faults/faults'
import { toWrongTypes } from '@emulator/faults/wrong-types'
import { changeClock } from '@emulator/portal/clock'
import { toAnswer, toRefusedOutcome, corruptAnswer } from './answers'
import { readCommands, runBatch, toBatchResult } from './batch'
import { addOperatingTime, requireOperatingTime, countRequest } from './limits'
import { METHODS } from './method-table'
import { toRestTime } from './rest-time'
import { invalidJson, toRest3Outcome } from './rest3'
import { runSeconds } from './run-time'

/** A call, the methods that it may be for, and the requests that it has run so far. */
type CallWithMethods = RestCall & { methods: Methods; requests: RequestRef[] }

/** One method to run, by itself or as the command of a batch with this key. `start` in milliseconds. */
interface MethodRun {
  call: CallWithMethods
  command?: string
  caller: Caller
  method: string
  params: Params
  start: number
}

function toError(effect: FaultEffect & { kind: 'error' }): RestError {
  return systemError(effect.code, effect)
}

/** Runs a method; what it changes knows by which request. */
function runAsRequest(portal: LocalPortal, { call, method, command }: MethodRun, run: () => MethodReply): MethodReply {
  const before = portal.request
  portal.request = { call: 0, method, ...(command !== undefined && { command }) }
  call.requests.push(portal.request)
  try {
    return run()
  } finally {
    portal.request = before
  }
}

/** Says whether requests move the clock by the time that they say they took: not where they really take it. */
function moves({ clockByRunTime, slow }: PortalSettings): boolean {
  return clockByRunTime && !slow
}

/** Looks the method up, checks scope and limit, runs it. unconfirmed: who calls is checked before what is called. */
function runMethod(portal: LocalPortal, run: MethodRun) {
  const { caller, params, start } = run
  const method = run.call.methods.get(run.method.toLowerCase())
  if (!method) throw systemError('ERROR_METHOD_NOT_FOUND')
  if (!hasScope(caller, method)) {
    const holder = caller.via === 'webhook' ? 'the webhook token' : 'the access token'
    const description = `The request requires higher privileges than provided by ${holder}`
    throw accessError(portal, 'insufficient_scope', description)
  }
  requireOperatingTime(portal, caller, run.method)
  const reply = runAsRequest(portal, run, () => method.run({ portal, caller, params }))
  if (!isMap(reply) || !('result' in reply)) {
    throw new Error(`The method ${run.method} must return an object with a result, at once and not as a promise.`)
  }
  const { seconds = runSeconds(run.method) } = method
  const tookMs = Math.max(seconds * 1000, portal.now() - start)
  const operating = addOperatingTime(portal, { caller, method: run.method, seconds: tookMs / 1000 })
  if (moves(portal.settings)) changeClock(portal, { moveMs: start + tookMs - portal.now() })
  return { reply, time: toRestTime(start, start + tookMs, operating), tookMs }
}

function runCommand(portal: LocalPortal, run: MethodRun) {
  const { method, params, command: key = '' } = run
  portal.beforeCommand?.(method.toLowerCase(), { key, method, params, user: run.caller.user.id })
  const effect = matchCommandFault(portal, run.method.toLowerCase())
  if (effect?.kind === 'error') throw toError(effect)
  const done = runMethod(portal, run)
  if (effect?.kind === 'missing-row') return { ...done, isMissing: true }
  if (effect?.kind === 'wrong-shape') return { ...done, reply: { ...done.reply, result: effect.result } }
  if (effect?.kind !== 'wrong-type') return done
  return { ...done, reply: { ...done.reply, result: toWrongTypes(done.reply.result) } }
}

function executeBatch(portal: LocalPortal, call: CallWithMethods, caller: Caller): Outcome {
  const start = portal.now()
  let tookMs = 0
  const commands = runBatch(call.params, ({ key: command, method }, params) => {
    const next = Math.max(portal.now(), start + tookMs)
    const done = runCommand(portal, { call, command, caller, method, params, start: next })
    tookMs += done.tookMs
    return done
  })
  const finish = Math.max(portal.now(), start + tookMs)
  const body = { result: toBatchResult(commands), time: toRestTime(start, finish) }
  return { status: 200, body, user: caller.user.id, commands, tookMs }
}

/** A refusal in the shape of the address that was called. */
function toRefusal({ rest3 }: RestCall, error: RestError): Outcome {
  return rest3 ? toRest3Outcome(error) : toRefusedOutcome(error)
}

/** Nothing is there at the address of REST 3.0. */
function refuseRest3(rest3: RestCall['rest3']): void {
  if (rest3 === 'not-json') throw invalidJson()
  if (rest3) throw systemError('ERROR_METHOD_NOT_FOUND')
}

/** Executes the call and gives its outcome. */
function execute(portal: LocalPortal, call: CallWithMethods): Outcome {
  try {
    const caller = identify(portal, call.credentials)
    refuseRest3(call.rest3)
    if (call.method.toLowerCase() === 'batch') return executeBatch(portal, call, caller)
    const { method, params } = call
    const { reply, time, tookMs } = runMethod(portal, { call, caller, method, params, start: portal.now() })
    return { status: 200, body: { ...reply, time }, user: caller.user.id, tookMs }
  } catch (error) {
    if (error instanceof RestError) return toRefusal(call, error)
    // A mistake in a method, ours or one that was added: it is told to whoever runs the portal, and logged as the caller sees it.
    portal.reportError?.(error)
    return toRefusedOutcome(systemError('INTERNAL_SERVER_ERROR'))
  }
}

/** Logs the call; a cut or silent one has status 0. */
function log(portal: LocalPortal, call: CallWithMethods, outcome: Outcome & { late?: true }): void {
  const { status, error, user, late } = outcome
  const commands = outcome.commands?.map((command) => ({
    key: command.key,
    method: command.method,
    params: command.params,
    ...('refusal' in command ? { error: command.refusal.error } : {}),
  }))
  const line = { at: portal.now(), channel: 'rest' as const, method: call.method, params: call.params, status }
  const more = {
    ...(error ? { error } : {}),
    ...(user ? { user } : {}),
    ...(commands ? { commands } : {}),
    ...(late ? { late } : {}),
  }
  const number = logCall(portal, { ...line, ...more })
  for (const request of call.requests) request.call = number
}

const NO_OUTCOME: Outcome = { status: 0, body: undefined, tookMs: 0 }
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function executeLater(portal: LocalPortal, call: CallWithMethods, ms: number): void {
  const { data } = portal
  setTimeout(() => {
    // A reset in between has made another portal of it: late work must not reach into that.
    if (portal.data === data) log(portal, call, { ...execute(portal, call), late: true })
  }, ms)
}

/** Runs the call, and waits as long as its `time` says where the setting `slow` is on. */
async function executeAndLog(portal: LocalPortal, call: CallWithMethods): Promise<Outcome> {
  const outcome = execute(portal, call)
  log(portal, call, outcome)
  if (portal.settings.slow) await wait(outcome.tookMs)
  return outcome
}

/** Drops the answer. */
function dropAnswer(portal: LocalPortal, call: CallWithMethods, effect: FaultEffect): RestAnswer {
  if (effect.kind === 'late-work') executeLater(portal, call, effect.ms)
  const outcome = effect.kind === 'cut-after' ? { ...execute(portal, call), status: 0 } : NO_OUTCOME
  log(portal, call, outcome)
  return effect.kind === 'silence' ? { kind: 'silence' } : { kind: 'cut' }
}

function refuse(portal: LocalPortal, call: CallWithMethods, error: RestError): RestAnswer {
  const outcome = toRefusal(call, error)
  log(portal, call, outcome)
  return toAnswer(outcome)
}

/** What a portal requires of every request before it reads it. */
function findRefusal(portal: LocalPortal, call: RestCall): RestError | undefined {
  if (portal.settings.httpsOnly && call.isPlain) return systemError('INVALID_REQUEST')
  try {
    countRequest(portal, call.source)
    return undefined
  } catch (error) {
    if (error instanceof RestError) return error
    throw error
  }
}

/**
 * Answers one REST call, limits and faults included, with the portal's own methods unless told. Needs no HTTP: tests of an app
 * call it in-process.
 */
export async function answerRest(portal: LocalPortal, given: RestCall, methods = METHODS): Promise<RestAnswer> {
  const call: CallWithMethods = { ...given, methods, requests: [] }
  const refusal = findRefusal(portal, call)
  if (refusal) return refuse(portal, call, refusal)
  const method = call.method.toLowerCase()
  const batchMethods =
    method === 'batch' ? readCommands(call.params).map((command) => command.method.toLowerCase()) : []
  const effect = matchCallFault(portal, method, batchMethods)
  if (!effect) return toAnswer(await executeAndLog(portal, call))
  switch (effect.kind) {
    case 'error':
      return refuse(portal, call, toError(effect))
    case 'cut-before':
    case 'cut-after':
    case 'late-work':
    case 'silence':
      return dropAnswer(portal, call, effect)
    case 'delay':
      await wait(effect.ms)
      return toAnswer(await executeAndLog(portal, call))
    default:
      return corruptAnswer(await executeAndLog(portal, call), effect)
  }
}
