import type { AjaxResult, B24Frame, RestrictionParams, TypeB24 } from '@bitrix24/b24jssdk'
import type { CallAnswer, RestCommand, FrameCommands, FrameContext, MayLeave, Transport } from './transport'
import { ApiVersion, initializeB24Frame, SdkError, Text } from '@bitrix24/b24jssdk'
import { PAGE_SIZE } from '@contract/rest'
import { readBatchResult, toBatchParams } from './batch-envelope'
import { watchDepartures } from './departures'
import { FACTS_OPTION } from './facts'
import { readRefusal } from './http-refusal'
import { USER_OPTIONS } from './options'
import { SETTING_OPTIONS } from './settings'
import { StartError } from './start-error'
import { TransportError } from './transport'

/** Milliseconds. The portal gives up after 60 s: its answer comes before ours. */
export const HTTP_TIMEOUT = 65_000

/**
 * Nothing is sent twice and nothing waits in silence. The SDK repeats every 5xx, 429 and lost connection unless it has
 * one try; its one repeat after a token refresh stays, as the portal refused before anything ran.
 * Its waits before the operating limit may take minutes, so they are off: ours are shown. Its rate limit stays: it holds
 * a burst back by half seconds.
 */
export const RESTRICTIONS: Partial<RestrictionParams> = {
  maxRetries: 1,
  retryOnNetworkError: false,
  operatingLimit: { windowMs: 600_000, limitMs: Number.POSITIVE_INFINITY, heavyPercent: 100 },
  adaptiveConfig: { enabled: false, thresholdPercent: 100, coefficient: 0, maxDelay: 0 },
}

/** Starts the SDK. One start per page load. The SDK has no time limit here: the caller sets one. @throws StartError */
export async function connectFrame(): Promise<Transport> {
  // The frame's name outlives a visit to the bare address; in a window of its own the page would wait for itself.
  if (window.parent === window) throw new StartError('not-in-frame', 'NO_PARENT')
  const b24 = await initializeB24Frame({ restrictionParams: RESTRICTIONS }).catch((error: unknown) => {
    throw toStartError(error)
  })
  b24.getHttpClient(ApiVersion.v2).ajaxClient.defaults.timeout = HTTP_TIMEOUT
  return { ...createCalls(b24), context: readContext(b24), frame: createFrame(b24) }
}

function toStartError(error: unknown): StartError {
  const code = error instanceof SdkError ? error.code : 'UNKNOWN'
  // The SDK's code for a page whose window has no name from a portal.
  return new StartError(code === 'JSSDK_CLIENT_SIDE_WARNING' ? 'not-in-frame' : 'refused', code)
}

/** Sends calls and batches through the SDK; any of its clients will do. */
export function createCalls(b24: Pick<TypeB24, 'actions' | 'getHttpClient'>): Pick<Transport, 'call' | 'batch'> {
  const watch = watchDepartures(b24.getHttpClient(ApiVersion.v2).ajaxClient)

  async function send({ method, params }: RestCommand, mayLeave?: MayLeave): Promise<CallAnswer> {
    const requestId = Text.getUuidRfc4122()
    const call = () => b24.actions.v2.call.make({ method, params, requestId })
    const sent = mayLeave ? watch(requestId, mayLeave, call) : call()
    const result = await sent.catch((error: unknown) => {
      throw toTransportError(error)
    })
    return toAnswer(result, params)
  }

  return {
    call: (command) => send(command),
    async batch(commands, options) {
      // The SDK's own batch hides totals and drops all rows when one is missing; as a plain call it shows everything.
      const command = { method: 'batch', params: toBatchParams(commands, options) }
      const { result } = await send(command, options.mayLeave)
      return readBatchResult(result, Object.keys(commands))
    },
  }
}

function toAnswer(result: AjaxResult<unknown>, params: RestCommand['params']): CallAnswer {
  const payload = result.isSuccess ? result.getData() : undefined
  if (!payload) throw toResultError(result)
  return { result: payload.result, time: payload.time, ...readPaging(result, params.start) }
}

/** Some refusals are not thrown but lie in the result. */
function toResultError(result: AjaxResult<unknown>): TransportError {
  const [first] = result.getErrors()
  const description = result.getErrorMessages().join(' ')
  return first ? toTransportError(first) : new TransportError({ kind: 'broken', code: 'NO_ANSWER', description })
}

/**
 * The SDK tells that there is a next page but not where, and says 0 for a total that was not sent. Both follow from what
 * was asked: only a list asked from a `start` of zero or more is counted, and pages begin at multiples of 50.
 * Its `getNext` would send the next request itself.
 */
function readPaging(result: AjaxResult<unknown>, start: unknown): Pick<CallAnswer, 'total' | 'next'> {
  if (typeof start !== 'number' || start < 0) return {}
  const next = (Math.floor(start / PAGE_SIZE) + 1) * PAGE_SIZE
  return { total: result.getTotal(), ...(result.isMore() ? { next } : {}) }
}

/** Codes that the SDK and its HTTP client give where the portal named none. */
const CLIENT_CODE = /^(?:JSSDK_|ERR_|E[A-Z]+$)/

/** Gives the one error shape to whatever the SDK throws. */
function toTransportError(error: unknown): TransportError {
  if (!(error instanceof SdkError)) return new TransportError({ kind: 'broken', code: 'UNKNOWN' })
  const { status, originalError } = error
  if (originalError instanceof TransportError) return originalError
  const code = String(error.code)
  if (code === 'NETWORK_ERROR') return new TransportError({ kind: 'network', code })
  if (code === 'REQUEST_TIMEOUT') return new TransportError({ kind: 'timeout', code })
  if (isRefreshFailure(error)) return new TransportError({ kind: 'refused', code: 'expired_token', status: 401 })
  // The SDK renames the portal's code "0", and an empty one: the body still has it.
  const refusal = readRefusal(originalError)
  if (refusal) return new TransportError({ kind: 'refused', ...refusal, status })
  const kind = CLIENT_CODE.test(code) ? 'broken' : 'refused'
  return new TransportError({ kind, code, description: kind === 'refused' ? error.message : '', status })
}

/** The portal's page did not hand out a new token: the refused call was not sent again. */
function isRefreshFailure({ originalError }: SdkError): boolean {
  return originalError instanceof SdkError && originalError.code.startsWith('JSSDK_FRAME_')
}

function readContext(b24: B24Frame): FrameContext {
  return {
    placement: b24.placement.title,
    placementOptions: b24.placement.options,
    language: b24.getLang(),
    isAdmin: b24.auth.isAdmin,
    isInstalling: b24.isInstallMode,
    appAddress: location.href,
    userOptions: readOptions(USER_OPTIONS, (name) => b24.options.userGet(name)),
    appOptions: readOptions([...SETTING_OPTIONS, FACTS_OPTION], (name) => b24.options.appGet(name)),
    portalOrigin: b24.getTargetOrigin(),
  }
}

/** The SDK gives no whole set, and throws for an option that is missing or empty. */
function readOptions(names: readonly string[], read: (name: string) => unknown): Record<string, unknown> {
  const options: Record<string, unknown> = {}
  for (const name of names) {
    try {
      options[name] = read(name)
    } catch {
      // Not there.
    }
  }
  return options
}

function createFrame(b24: B24Frame): FrameCommands {
  return {
    setHeight(height) {
      // `parent.resizeWindow` takes numbers only and would freeze the width; `isSafely` ends the wait after 900 ms.
      ignoreRejection(b24.parent.message.send('resizeWindow', { width: '100%', height, isSafely: true }))
    },
    async openPath(path) {
      // The SDK rejects with PATH_NOT_AVAILABLE; the caller opens the same address in a new tab then.
      return b24.slider.openPath(b24.slider.getUrl(path)).then(
        () => 'closed' as const,
        () => 'unavailable' as const,
      )
    },
    setUserOption(name, value) {
      ignoreRejection(b24.options.userSet(name, value))
    },
    finishInstall() {
      // Rejected where the app is installed already: then there is nothing to finish.
      ignoreRejection(b24.installFinish())
    },
  }
}

/** Height and remembered choices are a convenience: where the portal does not do it, nothing is lost and no error shown. */
function ignoreRejection(command: Promise<unknown>): void {
  command.catch(() => undefined)
}
