import type { CallAnswer, RestCommand, FrameCommands, FrameContext, MayLeave, Transport } from '@/portal/transport'
import type { Credentials, RestAnswer } from '@emulator/calls/call'
import type { LocalPortal, TokenRecord } from '@emulator/portal/state'
import { readBatchResult, toBatchParams } from '@/portal/batch-envelope'
import { TransportError } from '@/portal/transport'
import { openSession, renewSession } from '@emulator/calls/identity'
import { isInstalling, mayInstall } from '@emulator/pages/frames'
import { answerRest } from '@emulator/rest/answer-rest'

/** A transport straight into a local portal, which counts what is sent and records the commands of the frame. */
export interface InProcessTransport extends Transport {
  /** Every request as it left, batches as one; a repeat after a token refresh counts. */
  readonly requests: readonly RestCommand[]
  /** Commands of the frame, in order. */
  readonly frameCalls: readonly { command: string; value: unknown }[]
}

interface InProcessOptions {
  /** Id of the person; the portal administrator unless given. */
  user?: number
  context?: Partial<FrameContext>
  /** The address that requests come from: the portal counts how many come from each. None is counted unless told. */
  source?: string
}

/** Classifies an error as `b24-transport.ts` does for the same HTTP answer. */
function readHttp(answer: RestAnswer): CallAnswer {
  if (answer.kind === 'cut') throw new TransportError({ kind: 'network', code: 'NETWORK_ERROR' })
  if (answer.kind === 'silence') throw new TransportError({ kind: 'timeout', code: 'REQUEST_TIMEOUT' })
  const { status } = answer
  const body = readJson(answer.body)
  if (typeof body.error === 'string') {
    throw new TransportError({
      kind: 'refused',
      code: body.error,
      description: String(body.error_description ?? ''),
      status,
    })
  }
  if (status >= 300 || !('result' in body)) throw new TransportError({ kind: 'broken', code: 'NO_ANSWER', status })
  return { result: body.result, total: body.total, next: body.next, time: body.time }
}

function readJson(body: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(body))
  } catch {
    return {}
  }
}

const isExpiredToken = (error: unknown) =>
  error instanceof TransportError && error.status === 401 && ['expired_token', 'invalid_token'].includes(error.code)

type SendCommand = (command: RestCommand, mayLeave?: MayLeave) => Promise<CallAnswer>

/** Sends as the SDK does: everything once, and once more after a token refresh. */
function createSend(portal: LocalPortal, { user = 1, source }: InProcessOptions, requests: RestCommand[]): SendCommand {
  let tokens: TokenRecord = openSession(portal, user)

  async function sendOnce({ method, params }: RestCommand, mayLeave?: MayLeave): Promise<CallAnswer> {
    if (mayLeave?.() === false) throw new TransportError({ kind: 'withheld', code: 'NOT_SENT' })
    requests.push({ method, params })
    const credentials: Credentials = { kind: 'token', token: tokens.accessToken }
    // Through JSON, as over HTTP: what is undefined is not sent.
    const call = { method, params: JSON.parse(JSON.stringify(params)), credentials, ...(source && { source }) }
    return readHttp(await answerRest(portal, call))
  }

  return async (command, mayLeave) => {
    try {
      return await sendOnce(command, mayLeave)
    } catch (error) {
      const renewed = isExpiredToken(error) ? renewSession(portal, tokens.refreshToken) : undefined
      if (!renewed) throw error
      tokens = renewed
      return sendOnce(command, mayLeave)
    }
  }
}

function createFrame(frameCalls: { command: string; value: unknown }[]): FrameCommands {
  return {
    setHeight: (height) => void frameCalls.push({ command: 'setHeight', value: height }),
    openPath: async (path) => {
      frameCalls.push({ command: 'openPath', value: path })
      return 'closed'
    },
    setUserOption: (name, value) => void frameCalls.push({ command: 'setUserOption', value: { [name]: value } }),
    finishInstall: () => void frameCalls.push({ command: 'finishInstall', value: undefined }),
  }
}

/** Opens the app in a local portal without a browser. */
export function createInProcessTransport(portal: LocalPortal, options: InProcessOptions = {}): InProcessTransport {
  const user = options.user ?? 1
  const requests: RestCommand[] = []
  const frameCalls: { command: string; value: unknown }[] = []
  const send = createSend(portal, options, requests)
  return {
    requests,
    frameCalls,
    call: (command) => send(command),
    async batch(commands, batchOptions) {
      const command = { method: 'batch', params: toBatchParams(commands, batchOptions) }
      const { result } = await send(command, batchOptions.mayLeave)
      return readBatchResult(result, Object.keys(commands))
    },
    frame: createFrame(frameCalls),
    context: {
      placement: 'DEFAULT',
      placementOptions: [],
      language: portal.settings.language,
      isAdmin: portal.users.some((person) => person.id === user && mayInstall(person)),
      isInstalling: isInstalling(portal),
      appAddress: portal.app.handler,
      userOptions: [],
      appOptions: [],
      portalOrigin: 'https://portal.example',
      ...options.context,
    },
  }
}
