import type { PlanRow } from '@/domain/plan'
import type { RunEnding, StoredRun } from '@/domain/run'
import type { LiveRun, OnRunEvent, RunResult, RunTools } from './live-run'
import type { RunContext } from './run-context'
import type { RunPace } from './run-pace'
import { newId } from '@/binding/new-id'
import { toAnyFailure } from '@/domain/app-error'
import { asFailure, isTemporary } from '@/domain/failure'
import { toRunRows } from '@/domain/plan'
import { withoutTold } from '@/domain/told'
import { placesLeft } from './run-board'
import { writeChunk } from './run-chunk'
import { createRunContext, RunEnd } from './run-context'
import { createRunPace } from './run-pace'
import { storeStep, waitFor, whilePaused } from './run-rest'
import { takeOver } from './take-over'

/** How long a run waits for single changes of the orders that are left, in milliseconds. */
const WAIT_FOR_OTHERS = 2_000
/** How often it is tried to store the plan of a run, or its end, and how much longer is waited each time, in milliseconds. */
const MOST_TRIES = 4
const WAIT_FOR_STORAGE = 2_000

/** Stores the plan of these rows and writes them. */
export function startRun(
  tools: RunTools,
  planned: readonly PlanRow[],
  { undoes, onEvent }: { undoes?: string; onEvent: OnRunEvent },
): LiveRun {
  const rows = toRunRows(planned)
  const states = rows.map(() => ({ kind: 'waiting' }) as const)
  const run = createRunContext(tools, { id: newId(), rows, states, onEvent })
  return toLiveRun(run, async () => {
    if (rows.length === 0) return { kind: 'finished', isKept: true }
    run.board.show({ kind: 'storing' })
    await storePlan(run, undoes)
    return writeAll(run)
  })
}

/** Goes on with a run from what the portal keeps of it. */
export function resumeRun(tools: RunTools, stored: StoredRun, { onEvent }: { onEvent: OnRunEvent }): LiveRun {
  const { id, plan } = stored
  const run = createRunContext(tools, { id, rows: plan, states: withoutTold(stored).states, onEvent })
  return toLiveRun(run, async () => {
    await takeOver(run)
    return writeAll(run)
  })
}

function toLiveRun(run: RunContext, work: () => Promise<RunResult>): LiveRun {
  const { board, controls, id } = run
  return {
    id,
    rows: board.rows,
    states: board.states,
    get version() {
      return board.version
    },
    get activity() {
      return board.activity
    },
    pause: () => controls.pause('asked'),
    resume: () => controls.resume(),
    stop: () => controls.stop(),
    ended: carryOut(run, work),
  }
}

/** One run at a time in this browser, and none ends without a result. */
async function carryOut(run: RunContext, work: () => Promise<RunResult>): Promise<RunResult> {
  const release = await run.lock()
  const result = release ? await resultOf(work) : ({ kind: 'held-elsewhere' } as const)
  release?.()
  run.board.show({ kind: 'ended', result })
  return result
}

async function resultOf(work: () => Promise<RunResult>): Promise<RunResult> {
  try {
    return await work()
  } catch (error) {
    return error instanceof RunEnd ? error.result : { kind: 'failed', failure: toAnyFailure(error, 'unknown') }
  }
}

/** @throws RunEnd where the plan could not be stored */
async function storePlan(run: RunContext, undoes: string | undefined): Promise<void> {
  const { runs, id, board, controls } = run
  for (let tries = 1; ; tries++) {
    const failure = await runs
      .store({ id, rows: board.rows, ...(undoes !== undefined && { undoes }) })
      .then(() => undefined, asFailure)
    if (!failure) return
    const isLast = tries === MOST_TRIES || !isTemporary(failure.kind)
    if (!isLast) await waitFor(run, tries * WAIT_FOR_STORAGE, 'no-answer')
    if (isLast || controls.wanted === 'stop') throw new RunEnd({ kind: 'not-stored', failure })
    board.show({ kind: 'storing' })
  }
}

/** Writes chunk after chunk until nothing is left, or nothing more is wanted. @throws RunEnd */
async function writeAll(run: RunContext): Promise<RunResult> {
  const pace = createRunPace(run)
  for (;;) {
    await whilePaused(run)
    if (run.controls.wanted === 'stop') return stop(run)
    if (run.controls.wanted === 'pause') continue
    if (run.queue.isEmpty) return { kind: 'finished', isKept: await close(run, 'finished') }
    await writeNext(run, pace)
  }
}

async function writeNext(run: RunContext, pace: RunPace): Promise<void> {
  const { runs, clock, queue, sizer, budget, board, inProgress } = run
  const most = Math.min(sizer.size(), budget.most(), await runs.mostWrites(sizer.groupSize()))
  const wait = budget.waitFor(Math.min(most, queue.size), clock.now())
  if (wait > 0) return waitFor(run, wait, 'operating-time')
  const orderOf = (place: number) => board.rows[place]?.orderId
  const isFree = (place: number) => {
    const id = orderOf(place)
    return id !== undefined && !inProgress.has(id)
  }
  const places = queue.take(most, isFree)
  if (places.length === 0) return waitFor(run, WAIT_FOR_OTHERS, 'orders-in-progress')
  const orders = places.flatMap((place) => orderOf(place) ?? [])
  for (const id of orders) inProgress.add(id)
  try {
    const startedAt = clock.now()
    board.show({ kind: 'writing' })
    const hasCommitted = await writeChunk(run, places)
    if (hasCommitted) pace.chunkEnded(clock.now() - startedAt, places.length)
  } finally {
    for (const id of orders) inProgress.delete(id)
  }
}

/**
 * Rows whose step is stored and that were not sent would look as if they might have been: the end says that they were not. Where it cannot
 * be stored they stay open, as somebody else may go on with them.
 */
async function stop(run: RunContext): Promise<RunResult> {
  const { board, steps } = run
  const opened = placesLeft(board.states).filter((place) => board.states[place]?.kind === 'open')
  const ends = opened.map((place) => [place, { kind: 'not-done', code: 'NOT_SENT' }] as const)
  steps.note(ends)
  const isKept = await close(run, 'stopped')
  if (isKept) board.end(ends)
  return { kind: 'stopped', isKept }
}

/**
 * Stores how the last rows ended, and the end. Before a run is stopped it is looked once more whether it is still ours; where every row has
 * its end that does not matter any more. Tells whether the end is kept.
 */
async function close(run: RunContext, ending: RunEnding): Promise<boolean> {
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    try {
      let isLooking = ending === 'stopped' || tries > 1
      while (isLooking || run.steps.hasMore) {
        await storeStep(run, [], [])
        isLooking = false
      }
      await run.steps.storeEnd(ending)
      return true
    } catch (error) {
      if (error instanceof RunEnd) throw error
      const { kind } = asFailure(error)
      if (!isTemporary(kind) && kind !== 'not-noted') return false
      await run.clock.wait(tries * WAIT_FOR_STORAGE)
    }
  }
  return false
}
