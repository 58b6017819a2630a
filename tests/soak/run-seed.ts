import type { ChangeMemory } from '@/binding/remember'
import type { Result } from '@/binding/result'
import type { EngineTools } from '@/binding/write'
import type { Wish } from '@/domain/change'
import type { JournalEntry } from '@/domain/journal'
import type { OwnerRef } from '@/domain/owner'
import type { Portal } from '@/portal/portal'
import type { FaultEffect, FaultRule } from '@emulator/portal/fault'
import type { Random } from '@emulator/portal/random'
import type { BindingOwner, LocalPortal } from '@emulator/portal/state'
import type { Wire } from './wire'
import { vi } from 'vitest'
import { createBindingEngine } from '@/binding/change-binding'
import { createClock, waitByTimer } from '@/binding/clock'
import { createJournalMemory } from '@/binding/journal-memory'
import { createPageMemory } from '@/binding/remember'
import { undoOf } from '@/domain/change'
import { orderId, ownerId, ownerTypeId } from '@/domain/id'
import { isChange } from '@/domain/journal'
import { isSameOwner } from '@/domain/owner'
import { createPortal as createAppPortal } from '@/portal/create-portal'
import { expireTokens } from '@emulator/calls/identity'
import { controlPortal } from '@emulator/control/control-portal'
import { createPortal } from '@emulator/create-portal'
import { setFaults } from '@emulator/faults/faults'
import { PORTAL_USERS } from '@emulator/portal/portal-settings'
import { createRandom } from '@emulator/portal/random'
import { createInProcessTransport } from '@tests/support/in-process-transport'
import { effectOf } from './faults'
import { openWire, pause, slowed } from './wire'

// Code that comes late cannot arrive while the time is held.
await Promise.all([import('@/portal/on-demand'), import('@/portal/journal-pages')])

/** What one random change against random faults and a colleague came to. */
interface RunReport {
  seed: number
  /** Kind of the end that was told. */
  told: string
  /** Names of the invariants that did not hold, with what was seen. */
  violations: string[]
  /** A colleague acted between the last reading and the write, in the gap that no request can close: the note stands in it, too. */
  isInWindow: boolean
  /** A colleague put back what the lost write had replaced, so that nothing can tell that it ever ran. */
  isReverted: boolean
}

/** Replaces collaborators of the engine by broken ones, to see that the invariants notice. */
export type Sabotage = (tools: EngineTools) => EngineTools

const ADMINISTRATOR = 1
const DEAL = 2
const ADD = 'crm.orderentity.add'
const DELETE = 'crm.orderentity.deletebyfilter'
const LIST = 'crm.orderentity.list'
const NOTE = 'entity.item.add'
/** Milliseconds after sending by which an end must be told. */
const TOLD_LIMIT = 75_000
/** Milliseconds after it was asked for by which a write must have left. */
const DEPARTURE_LIMIT = 20_000
/** The engine's clock and the run's own differ by turns of the event loop, not by time. */
const TOLERANCE = 50

const toRef = (owner: BindingOwner | null | undefined): OwnerRef | null =>
  owner ? { typeId: ownerTypeId(owner.ownerTypeId), id: ownerId(owner.ownerId) } : null

interface SoakWorld {
  random: Random
  local: LocalPortal
  wish: Wish
  deals: number[]
  /** The app asks the portal to refuse moves of what somebody has changed. */
  isGuarded: boolean
  /** The portal keeps changes for the app. */
  hasJournal: boolean
  /** Notes that a colleague acted right before the write's own command. */
  isInWindow: boolean
}

/** The line dies with the write, and every other reading is never answered. */
function deadLine({ random, wish }: SoakWorld): FaultRule[] {
  const effect: FaultEffect = { kind: random.pick(['cut-before', 'cut-after']) }
  const silent = { probability: 0.5, seed: random.nextInt(1, 999) }
  return [
    { method: wish.after ? ADD : DELETE, when: { nth: 1 }, effect, inBatch: 'whole' },
    { method: LIST, when: silent, effect: { kind: 'silence' }, inBatch: 'whole' },
  ]
}

/** The portal works on the write long after its answer was given up. */
function lateWork({ random, wish }: SoakWorld): FaultRule[] {
  const effect: FaultEffect = { kind: 'late-work', ms: random.nextInt(10_000, 60_000) }
  return [{ method: wish.after ? ADD : DELETE, when: { nth: 1 }, effect, inBatch: 'whole' }]
}

/** A method that does it wrong, now and then. */
function toRule({ random }: SoakWorld, method: string): FaultRule {
  const when = random.pick([
    { nth: random.nextInt(1, 4) },
    { nth: 1 },
    { probability: 0.4, seed: random.nextInt(1, 999) },
  ])
  return { method, when, effect: effectOf(random), inBatch: random.pick([true, true, 'whole'] as const) }
}

function rulesOf(world: SoakWorld): FaultRule[] {
  const { random } = world
  const course = random.next()
  if (course < 0.25) return deadLine(world)
  if (course < 0.35) return lateWork(world)
  const ofJournal =
    world.hasJournal && random.next() < 0.15 ? [toRule(world, random.pick([NOTE, 'entity.item.get']))] : []
  const methods = [ADD, ADD, ADD, ADD, DELETE, LIST, LIST, 'batch', 'crm.item.get', 'sale.order.get']
  return [...ofJournal, ...Array.from({ length: random.nextInt(1, 4) }, () => toRule(world, random.pick(methods)))]
}

/** Deletes the order, as the portal does together with its unpaid deal; binds it elsewhere, or unbinds it. */
function colleagueActs({ local, random, wish, deals }: SoakWorld): void {
  if (!local.data.orders.has(wish.orderId)) return
  if (random.next() < 0.1) {
    controlPortal(local).binding({ orderId: wish.orderId, ownerId: null })
    local.data.orders.delete(wish.orderId)
    return
  }
  const owner = random.next() < 0.2 ? { ownerId: null } : { ownerId: random.pick(deals), ownerTypeId: DEAL }
  controlPortal(local).binding({ orderId: wish.orderId, ...owner })
}

/** A colleague acts at random moments, and between commands of a batch; somebody sets the computer's date. */
function startColleague(world: SoakWorld): void {
  const { random, local } = world
  for (let turn = random.nextInt(0, 2); turn > 0; turn--) {
    setTimeout(() => colleagueActs(world), random.nextInt(100, random.pick([4_000, 70_000])))
  }
  if (random.next() < 0.5) {
    const jump = random.pick([-3_600_000, 70_000, 3_600_000])
    setTimeout(() => vi.setSystemTime(Date.now() + jump), random.nextInt(100, 30_000))
  }
  if (random.next() > 0.6) return
  let countdown = random.nextInt(1, 16)
  const strikesAtWrite = random.next() < 0.2
  local.beforeCommand = (method) => {
    const isWrite = method === ADD || method === DELETE
    countdown -= 1
    if (countdown > 0 && !(strikesAtWrite && isWrite)) return
    local.beforeCommand = undefined
    // The note stands between the reading and the write.
    if (isWrite || method === NOTE) world.isInWindow = true
    colleagueActs(world)
  }
}

/** The token of the first write has ended by the time the portal looks at it, which may be a minute after it left. */
function refuseTokenLate({ local, random }: SoakWorld, wire: Wire): void {
  const effect: FaultEffect = { kind: 'delay', ms: random.nextInt(100, 60_000) }
  const delays = [ADD, DELETE].map((method): FaultRule => ({ method, when: { nth: 1 }, effect }))
  setFaults(local, [...delays, ...local.faults.map(({ rule }) => rule)])
  wire.onFirstDeparture = () => expireTokens(local)
}

function makeWorld(seed: number): SoakWorld {
  const random = createRandom(seed)
  const local = createPortal()
  const deals = [...(local.data.items.get(DEAL)?.keys() ?? [])].slice(0, 6)
  const id = random.pick([...local.data.orders.keys()])
  if (random.next() < 0.4) local.data.bindings.delete(id)
  const after = random.next() < 0.25 ? null : toRef({ ownerId: random.pick(deals), ownerTypeId: DEAL })
  return {
    random,
    local,
    deals,
    wish: { orderId: orderId(id), after },
    isGuarded: random.next() < 0.3,
    hasJournal: seed % 2 === 0,
    isInWindow: false,
  }
}

/** The journal as the administrator's installer has made it. */
async function makeJournal(local: LocalPortal): Promise<void> {
  local.app.scopes.push('entity')
  const administrator = createAppPortal(createInProcessTransport(local, { user: ADMINISTRATOR }))
  const state = await administrator.journal.readState()
  if (state.kind === 'unmade') await administrator.journal.make(state.lacks)
}

/** Lets virtual time run until the work is through. @throws Error when it does not end */
async function untilDone<Value>(work: Promise<Value>): Promise<Value> {
  let isDone = false
  const settled = work.finally(() => (isDone = true))
  settled.catch(() => undefined)
  for (let turn = 0; !isDone; turn++) {
    if (turn > 5_000) throw new Error('hangs')
    await vi.advanceTimersToNextTimerAsync()
  }
  return settled
}

interface Ended {
  result: Result
  /** Milliseconds from the last sending of a write to the end; nothing where no write was sent. */
  toldAfter: number | undefined
}

/** Asks for the change and confirms every question, at most three times. */
async function change(world: SoakWorld, tools: EngineTools, wire: Wire): Promise<Ended> {
  const engine = createBindingEngine(tools)
  let result = await engine.change(world.wish, () => undefined)
  for (let turn = 0; turn < 3 && result.kind === 'asked'; turn++) {
    await pause(world.random.nextInt(500, 5_000))
    result = await engine.confirm(result, () => undefined)
  }
  return { result, toldAfter: wire.sentAt === undefined ? undefined : performance.now() - wire.sentAt }
}

const ours = ({ local, wish }: SoakWorld) =>
  local.bindingHistory.filter(({ orderId: id, user }) => id === wish.orderId && user === ADMINISTRATOR)

/** Every owner that the order had in this run. */
function ownersSeen({ local, wish }: SoakWorld, first: OwnerRef | null): (OwnerRef | null)[] {
  return [
    first,
    ...local.bindingHistory.filter(({ orderId: id }) => id === wish.orderId).map(({ after }) => toRef(after)),
  ]
}

/** A colleague put the order back to an owner that it had before this change: no reading can tell that the change ever ran. */
function isReverted({ local, wish }: SoakWorld, first: OwnerRef | null): boolean {
  const records = local.bindingHistory.filter(({ orderId: id }) => id === wish.orderId)
  const written = records.findIndex(({ user }) => user === ADMINISTRATOR)
  if (written === -1) return false
  const former = [first, ...records.slice(0, written).map(({ after }) => toRef(after))]
  const theirs = records.slice(written + 1).filter(({ user }) => user === null)
  return theirs.some(({ after }) => former.some((owner) => isSameOwner(owner, toRef(after))))
}

function checkTold(world: SoakWorld, first: OwnerRef | null, { result }: Ended): string[] {
  const written = ours(world)
  const wasThere = (owner: OwnerRef | null) => ownersSeen(world, first).some((seen) => isSameOwner(seen, owner))
  switch (result.kind) {
    case 'done': {
      if (!wasThere(world.wish.after)) return ['told done, and it never was']
      const [write] = written
      const isTrue = !write || result.replaced === 'unread' || isSameOwner(toRef(write.before), result.change.before)
      return isTrue || world.isInWindow ? [] : ['an owner was replaced that the change does not name']
    }
    case 'not-done':
    case 'impossible':
    case 'asked':
      return written.length > 0 && !isReverted(world, first) ? [`told ${result.kind}, and the portal changed it`] : []
    case 'nothing':
      if (written.length > 0 && !isReverted(world, first)) return ['told nothing, and the portal changed it']
      return wasThere(result.now) ? [] : ['told already so, and it never was']
    case 'overtaken':
      if (result.ours === 'written' && written.length === 0) return ['told written, and it was not']
      if (result.ours === 'not-written' && written.length > 0) return ['told not written, and it was']
      return wasThere(result.now) ? [] : ['told an owner that never was']
    case 'order-gone':
      return world.local.data.orders.has(world.wish.orderId) ? ['told that there is no such order, and there is'] : []
    case 'unknown':
      return []
    default:
      return result satisfies never
  }
}

/** Undo without faults restores what the change names, or says that somebody changed it since. */
async function checkUndo(world: SoakWorld, tools: EngineTools, { result }: Ended): Promise<string[]> {
  if (result.kind !== 'done' || result.replaced === 'unread') return []
  const stored = () => toRef(world.local.data.bindings.get(world.wish.orderId))
  const before = stored()
  const undone = await untilDone(createBindingEngine(tools).change(undoOf(result.change), () => undefined))
  const after = stored()
  if (undone.kind === 'done') return isSameOwner(after, result.change.before) ? [] : ['undo restored another owner']
  if (['impossible', 'overtaken', 'nothing', 'order-gone'].includes(undone.kind))
    return isSameOwner(after, before) ? [] : ['a refused undo changed something']
  return [`undo without faults ended as ${undone.kind}`]
}

async function checkAgain(world: SoakWorld, tools: EngineTools, { result }: Ended): Promise<string[]> {
  if (result.kind !== 'unknown') return []
  const again = await untilDone(createBindingEngine(tools).checkAgain(result))
  if (again.kind === 'unknown') return ['checking again without faults knows nothing']
  return again.kind === 'not-done' && ours(world).length > 0 && isSameOwner(result.change.before, result.change.after)
    ? ['checked again as not done, and it was']
    : []
}

/** The memory of this page, in the portal's journal or without one, with what is open. */
function watchedMemory(portal: Portal, hasJournal: boolean): ChangeMemory & { open(): number } {
  const memory = hasJournal ? createJournalMemory(portal.journal, async () => ({ kind: 'ready' })) : createPageMemory()
  const open = new Set<string>()
  return {
    ...memory,
    async intend(change, undoes) {
      const remembered = await memory.intend(change, undoes)
      open.add(remembered.change.id)
      return remembered
    },
    close(change, ending, isReplacedKnown) {
      open.delete(change.id)
      return memory.close(change, ending, isReplacedKnown)
    },
    open: () => open.size,
  }
}

/** What somebody else reads in the journal of this run's order, from the portal alone. */
async function readJournal({ local, wish }: SoakWorld): Promise<JournalEntry[]> {
  const colleague = createAppPortal(createInProcessTransport(local, { user: PORTAL_USERS.storeAdministrator }))
  const { rows } = await untilDone(colleague.journal.find({ orderId: wish.orderId }))
  return rows.filter(isChange)
}

/** Every owner that a write of ours replaced is in the journal, or named by the end that was told. */
async function checkJournal(world: SoakWorld, first: OwnerRef | null, { result }: Ended): Promise<string[]> {
  const [write] = ours(world)
  if (!world.hasJournal || !write) return []
  const entries = await readJournal(world)
  const replaced = toRef(write.before)
  const isToldUnread = result.kind === 'done' && result.replaced === 'unread'
  // Nothing was replaced then, and the journal says so or says that it does not know.
  if (replaced === null && entries.some(({ isBeforeKnown }) => !isBeforeKnown)) return []
  const named = [
    // One that was not read again is named as what was expected, and the person was told that it was not.
    ...entries.flatMap(({ before, isBeforeKnown }) => (isBeforeKnown || isToldUnread ? [before] : [])),
    ...(result.kind === 'done' && !isToldUnread ? [result.change.before] : []),
  ]
  if (entries.length === 0) return ['written without a note']
  // What a colleague took back looks as if it had never been.
  if (isReverted(world, first)) return []
  if (entries.some(({ ending }) => ending === 'not-done')) return ['noted as not made, and it was']
  return world.isInWindow || named.some((owner) => isSameOwner(owner, replaced))
    ? []
    : ['an owner was replaced that neither the journal nor the row names']
}

/**
 * Makes one random change against random faults, delays, a colleague and a clock that somebody sets, in virtual time, and
 * compares every word that it is told with the portal's history. The same seed gives the same run.
 */
export async function runSeed(seed: number, sabotage: Sabotage = (tools) => tools): Promise<RunReport> {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 2, 9) })
  try {
    return await run(makeWorld(seed), seed, sabotage)
  } finally {
    vi.useRealTimers()
  }
}

async function run(world: SoakWorld, seed: number, sabotage: Sabotage): Promise<RunReport> {
  const { local, random, wish } = world
  const first = toRef(local.data.bindings.get(wish.orderId))
  const wire = openWire(() => memory.open() > 0)
  const appOptions = { guardedMoves: world.isGuarded ? 'Y' : 'N' }
  const transport = slowed(
    createInProcessTransport(local, { user: ADMINISTRATOR, context: { appOptions } }),
    random,
    wire,
  )
  const portal = createAppPortal(transport)
  const memory = watchedMemory(portal, world.hasJournal)
  if (world.hasJournal) await makeJournal(local)
  const tools = sabotage({
    portal,
    memory,
    clock: createClock(waitByTimer),
  })
  setFaults(local, rulesOf(world))
  if (random.next() < 0.15) refuseTokenLate(world, wire)
  // Somebody is quicker while the write is on its way.
  else if (random.next() < 0.15) wire.onFirstDeparture = () => colleagueActs(world)
  startColleague(world)
  try {
    const ended = await untilDone(change(world, tools, wire))
    // What the portal still does later belongs to the truth as well.
    await vi.advanceTimersByTimeAsync(120_000)
    const violations = checkTold(world, first, ended)
    if (ours(world).length > 1) violations.push('written more than once')
    if ((ended.toldAfter ?? 0) > TOLD_LIMIT + TOLERANCE) violations.push(`told after ${ended.toldAfter} ms`)
    if (wire.isForgotten) violations.push('written before it was remembered')
    if (wire.latestDeparture > DEPARTURE_LIMIT)
      violations.push(`left ${wire.latestDeparture} ms after it was asked for`)
    if (memory.open() > 0) violations.push('a change is remembered without an end')
    setFaults(local, [])
    local.beforeCommand = undefined
    wire.isHeldUp = false
    violations.push(...(await checkJournal(world, first, ended)))
    violations.push(...(await checkAgain(world, tools, ended)), ...(await checkUndo(world, tools, ended)))
    return {
      seed,
      told: ended.result.kind,
      violations,
      isInWindow: world.isInWindow,
      isReverted: isReverted(world, first),
    }
  } catch (error) {
    const violations = [`throws ${String(error)}`]
    return { seed, told: 'nothing at all', violations, isInWindow: world.isInWindow, isReverted: false }
  }
}
