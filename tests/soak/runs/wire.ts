import type { RunRow } from '@/domain/run'
import type { BatchOptions, CallAnswer, CommandAnswer, RestCommand, Transport } from '@/portal/transport'
import type { RunWorld } from './world'
import { isSameOwner } from '@/domain/owner'
import { JOURNAL } from '@/portal/journal-text'
import { readStep } from '@/portal/run-text'
import { isBeforeTheWork } from '@/portal/to-failure'
import { TransportError } from '@/portal/transport'
import { toRef } from './world'
import { pause } from '../wire'

/** How long the portal may work on a request, in milliseconds. */
const WORK_LIMIT = 60_000
/** How long after it was asked for its preparation a chunk may leave, in milliseconds, and a little. */
const DEPARTURE_LIMIT = 10_100

/** One sending of a write. */
interface Sending {
  at: number
  /** The portal has answered the request, or has said that it did not run it. */
  isOver: boolean
}

/** What all windows did on the wire. */
export interface Wire {
  violations: Set<string>
  sendings: Map<number, Sending[]>
  /** Refusals for too many requests, or too much run time. */
  refusals: number
  isHeldUp: boolean
  /** The run that goes on. */
  run?: WatchedRun
}

interface WatchedRun {
  id: string
  rows: readonly RunRow[]
}

export function openWire(): Wire {
  return { violations: new Set(), sendings: new Map(), refusals: 0, isHeldUp: true }
}

/** Where a window dies: at which of its requests, before the portal gets it or before its answer comes. */
export interface Death {
  request: number
  when: 'before' | 'after'
}

/** One window's end of the wire. */
export interface Line {
  isDead: boolean
  requests: number
  death?: Death | undefined
}

const never = <Value>() => new Promise<Value>(() => undefined)
const LIMITS = ['QUERY_LIMIT_EXCEEDED', 'OPERATION_TIME_LIMIT']

/** Orders that a batch writes to, by the keys of its commands. */
function writtenBy(commands: Record<string, RestCommand>): number[] {
  return Object.keys(commands)
    .flatMap((key) => /^write(\d+)$/.exec(key)?.[1] ?? [])
    .map(Number)
}

/** The orders that stored steps of the run have opened, decoded as everybody else would. */
function openedOrders({ local }: RunWorld, { id, rows }: WatchedRun): Set<number> {
  const items = [...(local.app.storages.get(JOURNAL)?.items.values() ?? [])].filter(({ values }) => values.RUN === id)
  const places = items.flatMap(({ values }) => readStep(values.BODY ?? '')?.opens ?? [])
  return new Set(places.flatMap((place) => rows[place]?.orderId ?? []))
}

/** Somebody has changed the order so long ago that the preparation of these writes has shown it. */
function isKnownChange({ local }: RunWorld, { run }: Wire, id: number): boolean {
  const row = run?.rows.find(({ orderId }) => orderId === id)
  const last = local.bindingHistory.findLast(({ orderId }) => orderId === id)
  const isOld = last !== undefined && local.now() - last.at > DEPARTURE_LIMIT
  return row !== undefined && isOld && last.user === null && !isSameOwner(toRef(last.after), row.expected)
}

/** Notes that writes leave, and whether they may. */
function noteDeparture(world: RunWorld, wire: Wire, orders: readonly number[]): void {
  const opened = wire.run ? openedOrders(world, wire.run) : new Set()
  for (const id of orders) {
    const former = wire.sendings.get(id) ?? []
    if (!opened.has(id)) wire.violations.add('written before its step was stored')
    if (isKnownChange(world, wire, id)) wire.violations.add('written although somebody had changed it since the plan')
    const isOpen = former.some(({ at, isOver }) => !isOver && performance.now() - at < WORK_LIMIT)
    if (isOpen) wire.violations.add('sent again while the former sending could run')
    wire.sendings.set(id, [...former, { at: performance.now(), isOver: false }])
  }
}

function noteOver(wire: Wire, orders: readonly number[]): void {
  for (const id of orders) {
    const last = wire.sendings.get(id)?.at(-1)
    if (last) last.isOver = true
  }
}

const neverRan = (error: unknown) =>
  error instanceof TransportError &&
  (error.kind === 'withheld' || (error.kind === 'refused' && isBeforeTheWork(error.code)))

function noteRefusals(wire: Wire, answers: Record<string, CommandAnswer>): void {
  for (const row of Object.values(answers)) if (!row.ok && LIMITS.includes(row.code)) wire.refusals += 1
}

/** Lets requests take time, notes what leaves, and dies where it is to die. */
export function onLine(transport: Transport, world: RunWorld, { wire, line }: { wire: Wire; line: Line }): Transport {
  const { random } = world

  async function travel<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    if (line.isDead) return never()
    line.requests += 1
    const isLast = line.death?.request === line.requests
    line.isDead ||= isLast && line.death?.when === 'before'
    if (line.isDead) return never()
    await pause(wire.isHeldUp && random.next() < 0.01 ? random.nextInt(5_000, 20_000) : random.nextInt(1, 300))
    const answering = send()
    if (isLast) {
      line.isDead = true
      answering.catch(() => undefined)
      return never()
    }
    const answer = await answering.catch(async (error: unknown) => {
      if (error instanceof TransportError && LIMITS.includes(error.code)) wire.refusals += 1
      await pause(error instanceof TransportError && error.kind === 'timeout' ? 65_000 : random.nextInt(1, 500))
      throw error
    })
    await pause(random.nextInt(1, 500))
    return line.isDead ? never() : answer
  }

  function sendBatch(commands: Record<string, RestCommand>, { halt, mayLeave }: BatchOptions) {
    const orders = writtenBy(commands)
    if (orders.length === 0) return transport.batch(commands, { halt, ...(mayLeave && { mayLeave }) })
    let hasLeft = false
    function mayLeaveNoted(): boolean {
      if (mayLeave?.() === false) return false
      // It is sent again where the portal has refused its token: then it did not run.
      if (hasLeft) noteOver(wire, orders)
      hasLeft = true
      noteDeparture(world, wire, orders)
      return true
    }
    return transport.batch(commands, { halt, mayLeave: mayLeaveNoted }).then(
      (answers) => {
        noteOver(wire, orders)
        return answers
      },
      (error: unknown) => {
        if (neverRan(error)) noteOver(wire, orders)
        throw error
      },
    )
  }

  return {
    ...transport,
    call: (command): Promise<CallAnswer> => travel(() => transport.call(command)),
    async batch(commands, options) {
      const answers = await travel(() => sendBatch(commands, options))
      noteRefusals(wire, answers)
      return answers
    },
  }
}
