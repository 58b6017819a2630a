import type { LiveRun, RunResult } from '@/binding/runs/live-run'
import type { PlanLine } from '@/domain/plan'
import type { RunRow, StoredRun } from '@/domain/run'
import type { Going, People, Sabotage, Window } from './window'
import type { Death } from './wire'
import type { RunWorld } from './world'
import { vi } from 'vitest'
import { orderId, ownerId, ownerTypeId } from '@/domain/id'
import { isSameOwner } from '@/domain/owner'
import { isPlanned } from '@/domain/plan'
import { countRun, isEnded, undoOfRow } from '@/domain/run'
import { createPortal as createAppPortal } from '@/portal/create-portal'
import { PORTAL_USERS } from '@emulator/portal/portal-settings'
import { createInProcessTransport } from '@tests/support/in-process-transport'
import { checkBelief, checkWaiting, checkWrites } from './check'
import { forge } from './forger'
import { openWindow } from './window'
import { openWire } from './wire'
import { calm, DEAL, makeWorld, startFaults, startPeople, toRef } from './world'
import { pause } from '../wire'

interface RunsReport {
  seed: number
  /** How the run ended in each window. */
  told: string[]
  violations: string[]
  /** Orders that were changed in the gap that no request can close. */
  windowed: number
}

/** What is fixed, where not everything is to be chance. */
interface Course {
  sabotage?: Sabotage
  death?: Death
  /** How many orders are planned. */
  orders?: number
}

// Code that comes late cannot arrive while the time is held.
await Promise.all([import('@/portal/create-runs'), import('@/portal/on-demand')])

const { portalAdministrator: ANNA, storeAdministrator: BORIS, employee: MINA } = PORTAL_USERS
/** After so many windows a run has to have an end. */
const MOST_WINDOWS = 25

/** Lets virtual time run until the work is through. @throws Error when it does not end */
async function untilDone<Value>(work: Promise<Value>): Promise<Value> {
  let isDone = false
  const settled = work.finally(() => (isDone = true))
  settled.catch(() => undefined)
  for (let turn = 0; !isDone; turn++) {
    if (turn > 60_000) throw new Error('hangs')
    await vi.advanceTimersToNextTimerAsync()
  }
  return settled
}

/** The journal as the administrator's installer has made it. */
async function makeJournal({ local }: RunWorld): Promise<void> {
  local.app.scopes.push('entity')
  const administrator = createAppPortal(createInProcessTransport(local, { user: ANNA }))
  const state = await untilDone(administrator.journal.readState())
  if (state.kind === 'unmade') await untilDone(administrator.journal.make(state.lacks))
}

function linesOf({ orders, random, deals }: RunWorld): PlanLine[] {
  return orders.map((id) => {
    const after = random.next() < 0.2 ? null : { typeId: ownerTypeId(DEAL), id: ownerId(random.pick(deals)) }
    return { kind: 'wish', orderId: orderId(id), after }
  })
}

/** Whoever sits before the window: pauses now and then, goes on where the session has ended, stops rarely. */
async function sitBefore({ random }: RunWorld, { live, window }: Going): Promise<void> {
  const mayStop = random.next() < 0.1
  const pauses = random.next() < 0.2 ? random.nextInt(1, 3) : 0
  for (let turn = 0; turn < pauses; turn++) {
    await pause(random.nextInt(100, 60_000))
    live.pause()
    await pause(random.nextInt(1_000, 200_000))
    live.resume()
  }
  if (mayStop) await pause(random.nextInt(1_000, 120_000))
  if (mayStop) live.stop()
  while (live.activity.kind !== 'ended' && !window.line.isDead) {
    await pause(5_000)
    if (live.activity.kind === 'paused') live.resume()
  }
}

/** The result, or nothing where the window has died. */
async function resultOf(going: Going, { local }: RunWorld): Promise<RunResult | undefined> {
  const { live, window } = going
  let result: RunResult | undefined
  void live.ended.then((ended) => (result = ended))
  while (!result && !window.line.isDead) await pause(1_000)
  going.endedAt = local.now()
  return result
}

/** It has an end that everybody sees. */
const isEnd = (result: RunResult | undefined) =>
  (result?.kind === 'finished' || result?.kind === 'stopped') && result.isKept

/** Gives what the window reads, or nothing where it cannot, or dies of it. */
async function readIn({ tools, line }: Window, id: string): Promise<StoredRun | undefined> {
  let hasEnded = false
  const reading = tools.runs
    .read(id)
    .catch(() => undefined)
    .finally(() => (hasEnded = true))
  while (!hasEnded && !line.isDead) await pause(500)
  return line.isDead ? undefined : reading
}

/** Somebody else opens the app and goes on with the run, as the portal tells of it; nothing where it has an end. */
async function goOn(people: People, id: string, number: number): Promise<Going | undefined> {
  const { random } = people.world
  for (let turn = 0; turn < 40; turn++) {
    const death: Death = { request: random.nextInt(1, 20), when: random.pick(['before', 'after'] as const) }
    const window = openWindow(people, number % 2 === 0 ? ANNA : BORIS, random.next() < 0.15 ? death : undefined)
    const stored = await readIn(window, id)
    if (stored?.ending) return undefined
    if (stored) return { window, live: window.engine.resume(stored, { onEvent: () => undefined }) }
    await pause(30_000)
  }
  return undefined
}

interface Story {
  going: Going[]
  results: (RunResult | undefined)[]
}

/** The run goes on from window to window until it has an end that everybody sees. */
async function carryOn(people: People, first: Going): Promise<Story> {
  const { world } = people
  const { random } = world
  const story: Story = { going: [first], results: [] }
  let isImpatient = random.next() < 0.2
  while (story.results.length < MOST_WINDOWS) {
    const current = story.going.at(-1) ?? first
    void sitBefore(world, current)
    // Somebody goes on all the same with a run that is alive.
    const ended = isImpatient
      ? await Promise.race([
          resultOf(current, world),
          pause(random.nextInt(1_000, 90_000)).then(() => 'alive' as const),
        ])
      : await resultOf(current, world)
    isImpatient = false
    if (ended !== 'alive') story.results.push(ended)
    if (ended !== 'alive' && isEnd(ended)) return story
    if (ended !== 'alive' && ended?.kind === 'not-stored') return story
    if (ended !== 'alive' && random.next() < 0.7) await pause(random.nextInt(66_000, 200_000))
    const next = await goOn(people, first.live.id, story.going.length)
    if (!next) return story
    story.going.push(next)
  }
  return story
}

/** What somebody else reads of the run, from the portal alone. */
async function readStored({ local }: RunWorld, id: string): Promise<StoredRun | undefined> {
  const portal = createAppPortal(createInProcessTransport(local, { user: BORIS }))
  return untilDone(portal.runs.read(id))
}

function checkEnd(story: Story, stored: StoredRun | undefined): string[] {
  const last = story.results.at(-1)
  // It may be there all the same, as an answer was lost: but nothing of it was sent.
  const isUntouched =
    stored?.strange || stored?.toldBy || (stored?.states.every(({ kind }) => kind === 'waiting') ?? true)
  if (last?.kind === 'not-stored') return isUntouched ? [] : ['told that it is not stored, and it goes on']
  // It died before its plan was stored.
  if (!stored) return last ? ['a run is not in the portal'] : []
  const unended = stored.states.filter((state) => !isEnded(state)).length
  const count = countRun(stored.states)
  const sum = Object.values(count.byKind).reduce((all, one) => all + one, 0)
  return [
    ...(sum === stored.plan.length ? [] : ['the counts do not add up']),
    ...(stored.ending ? [] : [`never ends (${story.results.map((result) => result?.kind ?? 'dead').join(', ')})`]),
    ...(stored.ending === 'finished' && unended > 0 ? ['finished with rows that have no end'] : []),
  ]
}

/** Mistakes of ours are results, too. */
function checkMistakes({ results }: Story): string[] {
  return results.flatMap((result) =>
    result && 'failure' in result && result.failure.kind === 'app-error'
      ? [`a mistake of ours: ${String(result.failure.cause)}`]
      : [],
  )
}

/** Undo without faults brings everything back that the run is known to have changed, or says why it does not. */
async function checkUndo(people: People, stored: StoredRun): Promise<string[]> {
  const { world, wire } = people
  const window = openWindow(people, BORIS)
  const undo = await untilDone(window.engine.undoPlan(stored.id))
  if (!undo) return ['a run without a plan of its undo']
  const before = new Map(stored.plan.map(({ orderId: id }) => [id, toRef(world.local.data.bindings.get(id))]))
  const live = window.engine.start(undo.plan.rows, { undoes: stored.id, onEvent: () => undefined })
  wire.run = live
  const result = await untilDone(live.ended)
  if (result.kind !== 'finished') return [`undo without faults ended as ${result.kind}`]
  const planned = new Set(undo.plan.rows.flatMap(({ kind, orderId: id }) => (isPlanned(kind) && id ? [id] : [])))
  const isRight = ({ orderId: id, ...row }: RunRow, place: number) => {
    const wished = undoOfRow({ orderId: id, ...row }, stored.states[place] ?? { kind: 'waiting' })
    const expected = planned.has(id) ? wished?.after : before.get(id)
    return expected !== undefined && isSameOwner(toRef(world.local.data.bindings.get(id)), expected)
  }
  return stored.plan.every(isRight) ? [] : ['undo left another owner than it should']
}

/** A run whose end somebody has made doubtful is none that has ended: whoever goes on with it reads what is true. */
async function afterForger(people: People, stored: StoredRun | undefined): Promise<StoredRun | undefined> {
  if (!stored?.strange || stored.ending) return stored
  const { tools, engine } = openWindow(people, BORIS)
  const read = await untilDone(tools.runs.read(stored.id))
  if (read) await untilDone(engine.resume(read, { onEvent: () => undefined }).ended)
  return readStored(people.world, stored.id)
}

const placesToldBy = (stored: StoredRun | undefined, person: number): ReadonlySet<number> =>
  new Set([...(stored?.toldBy ?? [])].flatMap(([place, by]) => (by === person ? [place] : [])))

/** What nobody has compared with the portal yet is told by whoever claims it. */
function withoutClaims({ plan, states }: StoredRun, forged: ReadonlySet<number>) {
  return { rows: plan, states: states.map((state, place) => (forged.has(place) ? { kind: 'open' as const } : state)) }
}

function checkLimits({ world, wire }: People): string[] {
  const isFaulty = world.rules.some(({ effect }) => effect.kind === 'error')
  return wire.refusals > 0 && !isFaulty ? [`refused ${wire.refusals} times for what it asked too much`] : []
}

async function tell(people: People, course: Course): Promise<Omit<RunsReport, 'seed'>> {
  const { world, wire } = people
  const { random } = world
  const first = openWindow(people, ANNA)
  wire.isHeldUp = false
  const plan = await untilDone(first.engine.plan(linesOf(world)))
  if (!plan) throw new Error('no plan')
  wire.isHeldUp = true
  startFaults(world)
  startPeople(world)
  const isKilled = random.next() < 0.4
  const death: Death = { request: random.nextInt(1, 40), when: random.pick(['before', 'after'] as const) }
  if (course.death ?? isKilled) first.line.death = shifted(course.death ?? death, first)
  const live: LiveRun = first.engine.start(plan.rows, { onEvent: () => undefined })
  wire.run = live
  if (world.chances.next() < 0.3) {
    void forge({ ...world, random: world.chances, isCalm: () => world.isCalm }, live, MINA)
  }
  const story = await untilDone(carryOn(people, { window: first, live }))
  await vi.advanceTimersByTimeAsync(150_000)
  calm(world)
  wire.isHeldUp = false
  const stored = await afterForger(people, await readStored(world, live.id))
  const forged = placesToldBy(stored, MINA)
  const violations = [
    ...wire.violations,
    ...checkMistakes(story),
    ...checkEnd(story, stored),
    ...checkWrites(world, live.rows),
    ...(stored
      ? [...checkBelief(world, withoutClaims(stored, forged)), ...checkWaiting(world, live.rows, stored.states)]
      : []),
    ...story.going.flatMap(({ live: { rows, states }, endedAt: until }) =>
      checkBelief(world, { rows, states, until, forged }),
    ),
    ...checkLimits(people),
  ]
  wire.violations.clear()
  if (stored) violations.push(...(await checkUndo(people, stored)), ...wire.violations)
  return {
    told: story.results.map((result) => result?.kind ?? 'dead'),
    violations: [...new Set(violations)],
    windowed: world.windowed.size,
  }
}

/** The requests of the plan do not count. */
const shifted = (death: Death, { line }: Window): Death => ({ ...death, request: death.request + line.requests })

/**
 * Carries out one random run against random faults, colleagues and people who go on with it, in virtual time, and compares every word
 * that is told of it with the portal's history. The same seed gives the same run.
 */
export async function runSeed(seed: number, course: Course = {}): Promise<RunsReport> {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 2, 9) })
  const world = makeWorld(seed, course.orders)
  try {
    await makeJournal(world)
    const sabotage = course.sabotage ?? ((tools) => tools)
    const people: People = { world, wire: openWire(), sabotage, isGuarded: world.random.next() < 0.3 }
    return { seed, ...(await tell(people, course)) }
  } catch (error) {
    return { seed, told: [], violations: [`throws ${String(error)}`], windowed: 0 }
  } finally {
    vi.useRealTimers()
  }
}
