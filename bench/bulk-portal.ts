import type { Clock } from '@/binding/clock'
import type { CallAnswer, FrameCommands, MayLeave, Transport } from '@/portal/transport'
import type { Credentials } from '@emulator/calls/call'
import type { LocalPortal } from '@emulator/portal/state'
import { readBatchResult, toBatchParams } from '@/portal/batch-envelope'
import { TransportError } from '@/portal/transport'
import { openSession } from '@emulator/calls/identity'
import { createPortal } from '@emulator/create-portal'
import { changeClock } from '@emulator/portal/clock'
import { answerRest } from '@emulator/rest/answer-rest'
import { METHODS } from '@emulator/rest/method-table'

/** What requests came to. */
export interface Counted {
  requests: number
  /** By rate or by operating time, requests and commands of batches. */
  refused: number
  /** Milliseconds of the portal's time. */
  worked: number
}

/** A portal of 20,000 orders with its real limits. Its clock is moved by what requests take, and by whoever waits. */
export interface BulkPortal {
  local: LocalPortal
  clock: Clock
  transport: Transport
  counted: Counted
}

const WRITE = 'crm.orderentity.add'
const LIMITS = ['QUERY_LIMIT_EXCEEDED', 'OPERATION_TIME_LIMIT']
const NO_FRAME: FrameCommands = {
  setHeight: () => undefined,
  openPath: async () => 'unavailable',
  setUserOption: () => undefined,
  finishInstall: () => undefined,
}

function createClock(local: LocalPortal): Clock {
  return {
    now: () => local.now(),
    date: () => local.now(),
    within: (_ms, work) => work,
    async wait(ms) {
      if (ms > 0) changeClock(local, { moveMs: ms })
    },
  }
}

/** A batch command that was refused for a limit says so in its own row. */
const refusedIn = (body: string) => LIMITS.reduce((count, code) => count + body.split(`"${code}"`).length - 1, 0)

/** Sends straight into the portal, and counts. A new token every half hour, which costs the portal nothing. */
function createSend(local: LocalPortal, counted: Counted, seconds: number) {
  const write = METHODS.get(WRITE)
  const methods = new Map([...METHODS, ...(write ? [[WRITE, { ...write, seconds }] as const] : [])])
  let session = openSession(local, 1)
  return async (method: string, params: Record<string, unknown>, mayLeave?: MayLeave): Promise<CallAnswer> => {
    if (session.expiresAt - local.now() < 1_800_000) session = openSession(local, 1)
    if (mayLeave?.() === false) throw new TransportError({ kind: 'withheld', code: 'NOT_SENT' })
    const credentials: Credentials = { kind: 'token', token: session.accessToken }
    const startedAt = local.now()
    const call = { method, params: structuredClone(params), credentials, source: '192.0.2.1' }
    const answer = await answerRest(local, call, methods)
    counted.requests += 1
    counted.worked += local.now() - startedAt
    if (answer.kind !== 'answer') throw new TransportError({ kind: 'network', code: answer.kind })
    counted.refused += refusedIn(answer.body)
    const { error, ...body } = JSON.parse(answer.body)
    if (error) throw new TransportError({ kind: 'refused', code: error, status: answer.status })
    return body
  }
}

/** Makes a portal whose writes take so many seconds each. */
export function createBulkPortal(seconds: number): BulkPortal {
  const local = createPortal({
    settings: { rows: 'large', rateLimit: true, operatingLimit: true, clockByRunTime: true },
    registration: { scopes: ['crm', 'sale', 'entity', 'user_brief'] },
    clock: { hold: true },
  })
  const counted: Counted = { requests: 0, refused: 0, worked: 0 }
  const send = createSend(local, counted, seconds)
  const transport: Transport = {
    call: ({ method, params }) => send(method, params),
    async batch(commands, options) {
      const { result } = await send('batch', toBatchParams(commands, options), options.mayLeave)
      return readBatchResult(result, Object.keys(commands))
    },
    frame: NO_FRAME,
    context: {
      placement: 'DEFAULT',
      placementOptions: [],
      language: 'en',
      isAdmin: true,
      isInstalling: false,
      appAddress: 'https://app.example/',
      userOptions: {},
      appOptions: {},
      portalOrigin: 'https://portal.example',
    },
  }
  return { local, clock: createClock(local), transport, counted }
}
