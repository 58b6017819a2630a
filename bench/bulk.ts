/**
 * How long runs of many orders take, and what they ask of the portal: its real limits on its own clock, beside a client that sends one
 * request an order, as fast as answers come, and waits where it is refused.
 */
import type { OwnerState } from '@/domain/owner'
import type { PlanRow } from '@/domain/plan'
import type { BulkPortal, Counted } from './bulk-portal'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createRunEngine } from '@/binding/runs/run'
import { orderId, ownerId, ownerTypeId } from '@/domain/id'
import { countRun } from '@/domain/run'
import { createPortal } from '@/portal/create-portal'
import { TransportError } from '@/portal/transport'
import { createBulkPortal } from './bulk-portal'

const SIZES = [1_000, 10_000]
/** What a write takes by the documentation's sample, and on a quick portal, in seconds. */
const SPEEDS = [0.98, 0.12]
/** What the portal grants of a method's time in ten minutes, in seconds, how much of it runs may use, and how long that is. */
const LIMIT = 480
const RUN_SHARE = 0.9
const WINDOW = 600
/** The portal's bucket: so many requests at once, and then so many a second. */
const BUCKET = { capacity: 50, drain: 2 }

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

function heapUsed(): number {
  for (let turn = 0; turn < 3; turn += 1) collect()
  return process.memoryUsage().heapUsed
}

/** Moves to one deal, and binds what has no owner: the first so many orders. */
function planOf({ local }: BulkPortal, count: number): PlanRow[] {
  const state = (typeId: number, id: number): OwnerState => ({
    kind: 'unread',
    ref: { typeId: ownerTypeId(typeId), id: ownerId(id) },
  })
  const deal = [...(local.data.items.get(2)?.keys() ?? [])].at(-1) ?? 1
  return [...local.data.orders.keys()].slice(0, count).map((id) => {
    const binding = local.data.bindings.get(id)
    const before = binding ? state(binding.ownerTypeId, binding.ownerId) : null
    return { kind: before ? 'move' : 'bind', orderId: orderId(id), before, after: state(2, deal), notes: [] }
  })
}

interface Measured extends Counted {
  /** Milliseconds. */
  took: number
  done: number
  /** How many orders were written by one request: at most, and mostly. */
  largest: number
  usual: number
  /** What may be used of a method's time, in seconds. */
  ceiling: number
  /** Bytes that the run holds when it has ended. */
  heap: number
}

async function makeJournal({ journal }: ReturnType<typeof createPortal>): Promise<void> {
  const state = await journal.readState()
  if (state.kind === 'unmade') await journal.make(state.lacks)
}

async function measureRun(count: number, seconds: number): Promise<Measured> {
  const bulk = createBulkPortal(seconds)
  const { clock, counted } = bulk
  const portal = createPortal(bulk.transport, clock)
  await makeJournal(portal)
  // The bucket is empty again.
  await clock.wait(WINDOW * 1000)
  Object.assign(counted, { requests: 0, refused: 0, worked: 0 } satisfies Counted)
  const chunks: number[] = []
  const commit: typeof portal.runs.commit = (writes, options) => {
    chunks.push(writes.length)
    return portal.runs.commit(writes, options)
  }
  const lock = async () => () => undefined
  const runs = { ...portal.runs, commit }
  const engine = createRunEngine({ portal, runs, clock, inProgress: new Set(), lock })
  const before = clock.now()
  let live = engine.start(planOf(bulk, count), { onEvent: () => undefined }) as
    ReturnType<typeof engine.start> | undefined
  const result = await live?.ended
  if (result?.kind !== 'finished') throw new Error(`The run ended as ${result?.kind}.`)
  const took = clock.now() - before
  const done = live ? countRun(live.states).byKind.done : 0
  const full = heapUsed()
  live = undefined
  const [largest, usual] = [Math.max(...chunks), chunks.toSorted((one, other) => one - other)[chunks.length >> 1] ?? 1]
  return { ...counted, took, done, largest, usual, ceiling: LIMIT * RUN_SHARE, heap: full - heapUsed() }
}

/** One request an order, as scripts do: refused ones are sent again, a second later or after a minute. */
async function measureNaive(count: number, seconds: number): Promise<Measured> {
  const bulk = createBulkPortal(seconds)
  const { clock, counted, transport } = bulk
  const before = clock.now()
  let done = 0
  for (const { orderId: id, after } of planOf(bulk, count)) {
    if (after?.kind !== 'unread') continue
    const { typeId: ownerTypeId, id: ownerId } = after.ref
    const params = { fields: { orderId: id, ownerId, ownerTypeId } }
    for (let isSent = false; !isSent;) {
      isSent = await transport.call({ method: 'crm.orderentity.add', params }).then(
        () => true,
        async (error: unknown) => {
          if (!(error instanceof TransportError)) throw error
          await clock.wait(error.code === 'OPERATION_TIME_LIMIT' ? 60_000 : 1_000)
          return false
        },
      )
    }
    done += 1
  }
  return { ...counted, took: clock.now() - before, done, largest: 1, usual: 1, ceiling: LIMIT, heap: 0 }
}

/** The least time that anybody could take, in milliseconds: by the bucket, by the run time granted, by the work itself. */
function leastTime({ requests, refused, worked, ceiling }: Measured, writes: number): number {
  const bucket = Math.max(0, requests - refused - BUCKET.capacity) / BUCKET.drain
  const operating = Math.max(0, writes / ceiling - 1) * WINDOW
  return Math.max(bucket * 1000, operating * 1000, worked)
}

function toDuration(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

const row = (cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`)
const HEADINGS = [
  'Orders',
  'A write',
  'Client',
  'Time',
  '÷ least',
  'Requests',
  '÷ least',
  'Refused',
  'Orders a request',
  'Memory',
]

async function report(count: number, seconds: number, name: keyof typeof CLIENTS): Promise<void> {
  const measured = await CLIENTS[name](count, seconds)
  if (measured.done !== count) throw new Error(`${measured.done} of ${count} orders are done.`)
  const { took, requests, largest, usual, refused, heap } = measured
  const times = (chunk: number) => (requests / (2 * Math.ceil(count / chunk))).toFixed(2)
  row([
    count.toLocaleString('en'),
    `${seconds} s`,
    name,
    toDuration(took),
    (took / leastTime(measured, count * seconds)).toFixed(2),
    requests.toLocaleString('en'),
    largest === 1 ? '–' : `${times(largest)} (${times(usual)})`,
    refused.toLocaleString('en'),
    largest === 1 ? 1 : `${largest} (${usual})`,
    heap > 0 ? `${(heap / 1_000_000).toFixed(1)} MB` : '–',
  ])
}

const CLIENTS = { 'run': measureRun, 'one request an order': measureNaive }

row(HEADINGS)
row(HEADINGS.map(() => '---'))
for (const count of SIZES) {
  for (const seconds of SPEEDS) {
    await report(count, seconds, 'run')
    await report(count, seconds, 'one request an order')
  }
}
