import type { LiveRun, RunEvent, RunResult } from '@/binding/runs/live-run'
import type { PlanLine } from '@/domain/plan'
import type { OpenPortalOptions } from '@tests/support/open-portal'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBindingEngine } from '@/binding/change-binding'
import { createClock, waitByTimer } from '@/binding/clock'
import { createPageMemory } from '@/binding/remember'
import { createRunEngine } from '@/binding/runs/run'
import { createRunBoard } from '@/binding/runs/run-board'
import { orderId } from '@/domain/id'
import { isSameOwner } from '@/domain/owner'
import { countRun } from '@/domain/run'
import { createPortal } from '@/portal/create-portal'
import { JOURNAL } from '@/portal/journal-text'
import { controlPortal } from '@emulator/control/control-portal'
import { setFaults } from '@emulator/faults/faults'
import { PORTAL_USERS } from '@emulator/portal/portal-settings'
import { createInProcessTransport } from '@tests/support/in-process-transport'
import { faultOf, openPortal, readSample, storedOwner } from '@tests/support/open-portal'

const ADD = 'crm.orderentity.add'
const NOTE = 'entity.item.add'
const SECOND = 1_000

// Code that comes late cannot arrive while the time is held.
await Promise.all([import('@/portal/create-runs'), import('@/portal/on-demand')])

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 2, 9) })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Opens the app as somebody, on a portal that is there already or on a new one. */
function openApp({ local: given, user = 1, ...options }: OpenPortalOptions & { local?: Local } = {}) {
  const { local } = given ? { local: given } : openPortal({ settings: { slow: true }, ...options })
  const clock = createClock(waitByTimer)
  const transport = createInProcessTransport(local, { user })
  const portal = createPortal(transport, clock)
  const inProgress = new Set<ReturnType<typeof orderId>>()
  const tools = { portal, runs: portal.runs, clock, inProgress, lock: async () => () => undefined }
  return { local, transport, tools, inProgress, engine: createRunEngine(tools) }
}

type App = ReturnType<typeof openApp>
type Local = ReturnType<typeof openPortal>['local']

/** Lets time run until the work is through. */
async function through<Value>(work: Promise<Value>): Promise<Value> {
  let isDone = false
  const settled = work.finally(() => (isDone = true))
  settled.catch(() => undefined)
  for (let turn = 0; !isDone; turn++) {
    if (turn > 20_000) throw new Error('hangs')
    await vi.advanceTimersToNextTimerAsync()
  }
  return settled
}

/** Plans to bring so many orders to one deal; some have an owner, some have none. */
async function planMoves({ engine, local }: App, count: number) {
  const { owner } = readSample(local, 'moveTarget')
  const ids = [...local.data.orders.keys()].filter((id) => !isSameOwner(storedOwner(local, orderId(id)), owner))
  const lines = ids.slice(0, count).map((id): PlanLine => ({ kind: 'wish', orderId: orderId(id), after: owner }))
  const plan = await through(engine.plan(lines))
  return { owner, rows: plan?.rows ?? [] }
}

async function start(app: App, count: number, prepare?: () => void) {
  const { owner, rows } = await planMoves(app, count)
  prepare?.()
  const events: RunEvent[] = []
  const live = app.engine.start(rows, { onEvent: (event) => events.push(event) })
  return { live, owner, events }
}

/** Lets a run go on until it has written at least so many rows. */
async function untilDone(live: LiveRun, rows: number): Promise<void> {
  for (let turn = 0; countRun(live.states).byKind.done < rows && turn < 5_000; turn++) {
    await vi.advanceTimersToNextTimerAsync()
  }
}

const kinds = (live: LiveRun) => countRun(live.states).byKind
const ours = (local: Local) => local.bindingHistory.filter(({ user }) => user !== null)
async function stored(app: App, { id }: LiveRun) {
  const run = await through(app.tools.runs.read(id))
  if (!run) throw new Error('The portal has no such run.')
  return run
}

describe('a run', () => {
  it('stores its plan, writes every row and stores its end', async () => {
    const app = openApp()
    const { live, owner, events } = await start(app, 60)
    expect(await through(live.ended)).toEqual({ kind: 'finished', isKept: true })
    expect(kinds(live)).toMatchObject({ done: 60, waiting: 0, open: 0 })
    expect(live.rows.every((row) => isSameOwner(storedOwner(app.local, row.orderId), owner))).toBe(true)
    expect(await stored(app, live)).toMatchObject({ ending: 'finished', states: live.states })
    expect(live.activity).toEqual({ kind: 'ended', result: { kind: 'finished', isKept: true } })
    expect(live.version).toBeGreaterThan(10)
    expect(events.filter(({ kind }) => kind === 'time-left').length).toBeGreaterThan(3)
  })

  it('needs two requests a chunk, and a few more for its plan and its end', async () => {
    const app = openApp()
    const { rows } = await planMoves(app, 60)
    const before = app.transport.requests.length
    await through(app.engine.start(rows, { onEvent: () => undefined }).ended)
    // Chunks of 5, and of at most 9: eight of them.
    expect(app.transport.requests.length - before).toBeLessThanOrEqual(2 * 8 + 6)
  })

  it('leaves alone what somebody has changed since the plan, and what is so already', async () => {
    const app = openApp()
    const { owner, rows } = await planMoves(app, 3)
    const [first, second, third] = rows.map(({ orderId: id }) => id ?? orderId(1))
    controlPortal(app.local).binding({ orderId: first ?? 0, ownerId: 201, ownerTypeId: 2 })
    controlPortal(app.local).binding({ orderId: second ?? 0, ownerId: owner.id, ownerTypeId: owner.typeId })
    controlPortal(app.local).binding({ orderId: third ?? 0, ownerId: null })
    app.local.data.orders.delete(third ?? 0)
    const live = app.engine.start(rows, { onEvent: () => undefined })
    await through(live.ended)
    expect(live.states.map(({ kind }) => kind)).toEqual(['left-alone', 'already-so', 'order-gone'])
    expect(ours(app.local)).toEqual([])
  })

  it('names a newer owner that a write has replaced', async () => {
    const app = openApp()
    const { rows } = await planMoves(app, 1)
    const [id] = rows.map((row) => row.orderId ?? orderId(1))
    app.local.beforeCommand = (_method, { key }) => {
      if (key.endsWith('before0')) controlPortal(app.local).binding({ orderId: id ?? 0, ownerId: 201, ownerTypeId: 2 })
    }
    const live = app.engine.start(rows, { onEvent: () => undefined })
    await through(live.ended)
    expect(live.states[0]).toEqual({ kind: 'done', replaced: { kind: 'newer', owner: { typeId: 2, id: 201 } } })
    app.local.beforeCommand = undefined
    const undo = await through(app.engine.undoPlan(live.id))
    expect(undo?.plan.rows[0]).toMatchObject({ kind: 'move', after: { owner: { ref: { typeId: 2, id: 201 } } } })
  })

  it('ends at once where nothing is planned', async () => {
    const app = openApp()
    const live = app.engine.start([], { onEvent: () => undefined })
    expect(await through(live.ended)).toEqual({ kind: 'finished', isKept: true })
    expect(app.transport.requests).toEqual([])
  })

  it('goes on where whoever listens makes a mistake, which is reported by itself', () => {
    const reports: (() => void)[] = []
    vi.stubGlobal('queueMicrotask', (report: () => void) => reports.push(report))
    const rows = [{ orderId: orderId(1), expected: null, after: null }]
    const board = createRunBoard({ rows, states: [{ kind: 'waiting' }] }, () => {
      throw new TypeError('of the screen')
    })
    board.open([0])
    vi.unstubAllGlobals()
    expect(board.states).toEqual([{ kind: 'open' }])
    expect(reports[0]).toThrow(TypeError)
  })
})

describe('a run that is not let through', () => {
  const refused = { kind: 'error', code: 'ACCESS_DENIED', status: 403 } as const

  it('sends nothing where its plan cannot be stored', async () => {
    const app = openApp()
    const { live } = await start(app, 10, () => setFaults(app.local, [faultOf(NOTE, refused)]))
    expect(await through(live.ended)).toMatchObject({ kind: 'not-stored' })
    expect(ours(app.local)).toEqual([])
  })

  it('sends nothing more where a step cannot be stored, and can be gone on with', async () => {
    const app = openApp()
    const { live } = await start(app, 30)
    await untilDone(live, 5)
    setFaults(app.local, [faultOf(NOTE, refused)])
    expect(await through(live.ended)).toMatchObject({ kind: 'not-noted' })
    expect(ours(app.local)).toHaveLength(kinds(live).done)
    setFaults(app.local, [])
    const again = app.engine.resume(await stored(app, live), { onEvent: () => undefined })
    expect(await through(again.ended)).toMatchObject({ kind: 'finished' })
    expect(kinds(again)).toMatchObject({ done: 30 })
    expect(ours(app.local)).toHaveLength(30)
  })

  it('stops where the right is lost: its rows are left for somebody who has it', async () => {
    const app = openApp()
    const { live } = await start(app, 30)
    await untilDone(live, 5)
    app.local.users.forEach((person) => (person.storeRight = 'U'))
    expect(await through(live.ended)).toMatchObject({ kind: 'no-right' })
    const { done, waiting, open } = kinds(live)
    expect(done + waiting + open).toBe(30)
    expect(ours(app.local)).toHaveLength(done)
  })

  it('pauses where the session has ended, and fails no row by it', async () => {
    const app = openApp()
    const { live } = await start(app, 30)
    await untilDone(live, 5)
    setFaults(app.local, [faultOf('batch', { kind: 'error', code: 'SESSION_FAILED', status: 401 })])
    await vi.advanceTimersByTimeAsync(200 * SECOND)
    expect(live.activity).toEqual({ kind: 'paused', why: 'session-ended' })
    setFaults(app.local, [])
    live.resume()
    expect(await through(live.ended)).toMatchObject({ kind: 'finished' })
    expect(kinds(live)).toMatchObject({ done: 30 })
  })

  it('is kept out where another window of the same person has a run', async () => {
    const app = openApp()
    const { rows } = await planMoves(app, 3)
    const engine = createRunEngine({ ...app.tools, lock: async () => undefined })
    const before = app.transport.requests.length
    const live = engine.start(rows, { onEvent: () => undefined })
    expect(await through(live.ended)).toEqual({ kind: 'held-elsewhere' })
    expect(app.transport.requests).toHaveLength(before)
  })
})

describe('a run whose answers are lost', () => {
  it('settles a chunk by reading before it sends anything else, and sends nothing twice', async () => {
    const app = openApp()
    const { live, events } = await start(app, 20, () =>
      setFaults(app.local, [faultOf(ADD, { kind: 'cut-after' }, { nth: 2 })]),
    )
    expect(await through(live.ended)).toMatchObject({ kind: 'finished' })
    expect(ours(app.local)).toHaveLength(20)
    expect(countRun(live.states)).toMatchObject({ byKind: { done: 20 }, left: 0 })
    expect(countRun(live.states).notChecked).toBeGreaterThan(0)
    expect(events).toContainEqual({
      kind: 'activity',
      activity: { kind: 'checking', since: expect.any(Number) as number },
    })
  })

  it('sends what never ran again when it is known that it cannot run any more', async () => {
    const app = openApp()
    const { live } = await start(app, 10, () =>
      setFaults(app.local, [faultOf(ADD, { kind: 'cut-before' }, { nth: 1 })]),
    )
    const startedAt = performance.now()
    expect(await through(live.ended)).toMatchObject({ kind: 'finished' })
    expect(performance.now() - startedAt).toBeGreaterThan(65 * SECOND)
    expect(kinds(live)).toMatchObject({ done: 10 })
    expect(ours(app.local)).toHaveLength(10)
  })

  it('never sends what the portal was only late with', async () => {
    const app = openApp()
    const { live } = await start(app, 10, () =>
      setFaults(app.local, [faultOf(ADD, { kind: 'late-work', ms: 55 * SECOND }, { nth: 1 })]),
    )
    await through(live.ended)
    expect(kinds(live)).toMatchObject({ done: 10 })
    expect(ours(app.local)).toHaveLength(10)
  })

  it('waits while the line is down, and goes on by itself', async () => {
    const app = openApp()
    const { live, events } = await start(app, 20)
    await untilDone(live, 5)
    setFaults(app.local, [faultOf('batch', { kind: 'cut-before' })])
    await vi.advanceTimersByTimeAsync(300 * SECOND)
    expect(live.activity).toMatchObject({ kind: 'waiting', why: 'no-answer' })
    setFaults(app.local, [])
    expect(await through(live.ended)).toMatchObject({ kind: 'finished' })
    expect(kinds(live)).toMatchObject({ done: 20 })
    expect(events.at(-1)).toMatchObject({ kind: 'activity', activity: { kind: 'ended' } })
  })
})

describe('a person before a run', () => {
  it('pauses it: nothing is written, and others see that it is there still', async () => {
    const app = openApp()
    const { live } = await start(app, 40)
    await untilDone(live, 5)
    live.pause()
    await vi.advanceTimersByTimeAsync(20 * SECOND)
    const written = ours(app.local).length
    expect(live.activity).toEqual({ kind: 'paused', why: 'asked' })
    await vi.advanceTimersByTimeAsync(600 * SECOND)
    expect(ours(app.local)).toHaveLength(written)
    const { newest } = await stored(app, live)
    expect(app.local.now() - (newest?.at?.at ?? 0)).toBeLessThan(60 * SECOND)
    live.resume()
    expect(await through(live.ended)).toMatchObject({ kind: 'finished' })
  })

  it('stops it after the chunk that is on its way', async () => {
    const app = openApp()
    const { live } = await start(app, 40)
    await untilDone(live, 5)
    live.stop()
    expect(await through(live.ended)).toEqual({ kind: 'stopped', isKept: true })
    const { done, waiting } = kinds(live)
    expect(done + waiting).toBe(40)
    expect(done).toBeGreaterThanOrEqual(5)
    expect(ours(app.local)).toHaveLength(done)
    expect(await stored(app, live)).toMatchObject({ ending: 'stopped', states: live.states })
  })

  it('may change one of its orders meanwhile: the run comes back to it', async () => {
    const app = openApp()
    const { rows } = await planMoves(app, 12)
    const [busy] = rows.map((row) => row.orderId ?? orderId(1))
    app.inProgress.add(busy ?? orderId(1))
    const live = app.engine.start(rows, { onEvent: () => undefined })
    await untilDone(live, 11)
    await vi.advanceTimersByTimeAsync(10 * SECOND)
    expect(live.states[0]?.kind).toBe('waiting')
    expect(live.activity).toMatchObject({ kind: 'waiting', why: 'orders-in-progress' })
    app.inProgress.clear()
    await through(live.ended)
    expect(kinds(live)).toMatchObject({ done: 12 })
  })
})

it('keeps single changes from the orders that a run is writing', async () => {
  const app = openApp()
  const { live } = await start(app, 10)
  for (let turn = 0; app.inProgress.size === 0 && turn < 500; turn++) await vi.advanceTimersToNextTimerAsync()
  const [held] = [...app.inProgress]
  const engine = createBindingEngine({ ...app.tools, memory: createPageMemory() })
  const asked = await through(engine.change({ orderId: held ?? orderId(1), after: null }, () => undefined))
  expect(asked).toMatchObject({ kind: 'impossible', because: 'in-progress' })
  await through(live.ended)
  expect(app.inProgress.size).toBe(0)
})

describe('going on with a run that was begun elsewhere', () => {
  /** A window that dies after so many rows, as its answers never come again. */
  async function cutOff(rows: number) {
    const app = openApp()
    const { live, owner } = await start(app, 30)
    await untilDone(live, rows)
    app.transport.batch = () => new Promise(() => undefined)
    app.transport.call = () => new Promise(() => undefined)
    await vi.advanceTimersByTimeAsync(80 * SECOND)
    return { app, live, owner, local: app.local }
  }

  it('is done by somebody else, from what the portal keeps alone', async () => {
    const { live, local, owner } = await cutOff(12)
    const other = openApp({ local, user: 4 })
    const run = await stored(other, live)
    expect(run).toMatchObject({ by: 1, rows: 30 })
    const again = other.engine.resume(run, { onEvent: () => undefined })
    expect(await through(again.ended)).toEqual({ kind: 'finished', isKept: true })
    expect(kinds(again)).toMatchObject({ done: 30 })
    expect(ours(local)).toHaveLength(30)
    expect(again.rows.every((row) => isSameOwner(storedOwner(local, row.orderId), owner))).toBe(true)
  })

  it('stops a window that goes on with it still', async () => {
    const app = openApp()
    const { live } = await start(app, 60)
    await untilDone(live, 5)
    const other = openApp({ local: app.local, user: 4 })
    const again = other.engine.resume(await stored(other, live), { onEvent: () => undefined })
    const ends: [RunResult, RunResult] = await through(Promise.all([live.ended, again.ended]))
    expect(ends).toEqual([
      { kind: 'taken-over', by: 4, at: expect.anything() as unknown },
      { kind: 'finished', isKept: true },
    ])
    expect(ours(app.local)).toHaveLength(60)
  })

  it('is not done where it has an end', async () => {
    const app = openApp()
    const { live } = await start(app, 5)
    await through(live.ended)
    const run = await stored(app, live)
    const again = app.engine.resume(run, { onEvent: () => undefined })
    expect(await through(again.ended)).toEqual({ kind: 'not-resumable', because: 'ended' })
  })

  /** An ordinary employee writes into the storage of the journal: everybody may. */
  async function forge(local: Local, run: LiveRun, [kind, body]: [kind: 'step' | 'end', body: string]) {
    const { call } = createInProcessTransport(local, { user: PORTAL_USERS.employee })
    const PROPERTY_VALUES = { KIND: kind, RUN: run.id, BODY: body, SEQ: 0 }
    await through(call({ method: 'entity.item.add', params: { ENTITY: JOURNAL, NAME: kind, PROPERTY_VALUES } }))
  }

  async function goOn(local: Local, live: LiveRun) {
    const other = openApp({ local, user: 4 })
    const again = other.engine.resume(await stored(other, live), { onEvent: () => undefined })
    expect(await through(again.ended)).toEqual({ kind: 'finished', isKept: true })
    return again
  }

  it.each([
    ['what cannot be read', '?', 'unreadable'],
    ['a row that there is not', '1 0 forgedforged - 99s', 'impossible'],
    ['a number that no window has reached', '1 99999 forgedforged - 29s', 'impossible'],
  ])('is not kept from it by %s', async (_, body, why) => {
    const { live, local } = await cutOff(12)
    await forge(local, live, ['step', body])
    const again = await goOn(local, live)
    expect(kinds(again)).toMatchObject({ done: 30 })
    expect(ours(local)).toHaveLength(30)
    const { strange } = await stored(openApp({ local }), live)
    expect(strange).toMatchObject([{ why, by: PORTAL_USERS.employee }])
  })

  it('is done though somebody has changed a step that was stored', async () => {
    const { live, local } = await cutOff(12)
    const { call } = createInProcessTransport(local, { user: PORTAL_USERS.employee })
    const steps = [...(local.app.storages.get(JOURNAL)?.items.values() ?? [])].filter(
      ({ values: { KIND } }) => KIND === 'step',
    )
    for (const { id } of steps) {
      const params = { ENTITY: JOURNAL, ID: id, PROPERTY_VALUES: { BODY: '1 0 forgedforged - 29s' } }
      await through(call({ method: 'entity.item.update', params }))
    }
    const again = await goOn(local, live)
    expect(kinds(again)).toMatchObject({ done: 30 })
    expect(ours(local)).toHaveLength(30)
  })

  it('does not believe that rows are done which somebody else says so of, nor writes them: they may have been', async () => {
    const { live, local } = await cutOff(12)
    await forge(local, live, ['step', `1 0 forgedforged - 0${'d'.repeat(30)}`])
    await vi.advanceTimersByTimeAsync(80 * SECOND)
    const again = await goOn(local, live)
    const written = ours(local).length
    expect(written).toBeLessThan(30)
    expect(kinds(again)).toMatchObject({ done: written, unknown: 30 - written })
  })

  it.each(['finished', 'stopped'])('is done though somebody says that it has %s', async (ending) => {
    const { live, local } = await cutOff(12)
    await forge(local, live, ['end', `1 ${ending} 0 forgedforged - -`])
    expect(kinds(await goOn(local, live))).toMatchObject({ done: 30 })
  })
})
