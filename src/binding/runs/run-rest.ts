import type { PortalFailure } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import type { Prepared } from '@/portal/runs'
import type { WaitReason } from './live-run'
import type { RunContext } from './run-context'
import { asFailure, isAppWide, isMissingRight, isTemporary } from '@/domain/failure'
import { RunEnd } from './run-context'

/** How often a run that writes nothing says that it is there still, in milliseconds: others may take it over after 65 s. */
const HEARTBEAT = 45_000
/** How soon it says so again where that could not be stored, in milliseconds. */
const HEARTBEAT_AGAIN = 10_000
/** Waits after failed requests, in milliseconds; the last one goes on. */
const WAITS = [1_000, 2_000, 5_000, 10_000, 20_000, 40_000]
/** How often a step may be refused before the run stops. */
const MOST_REFUSALS = 3

/** Stores a step. Where another window has stored one since, the run is theirs. @throws as `runs.prepare` */
export async function storeStep(
  run: RunContext,
  opens: readonly number[],
  orders: readonly OrderId[],
): Promise<Prepared> {
  const prepared = await run.steps.store(opens, orders)
  if (prepared.engineBefore !== undefined) throw new RunEnd(await toTakenOver(run))
  return prepared
}

/** Says by whom, as far as the portal tells. */
async function toTakenOver({ runs, id, engine }: RunContext) {
  const newest = await runs.readNewest(id, engine).catch(asFailure)
  if (!newest || newest instanceof Error) return { kind: 'taken-over' } as const
  return { kind: 'taken-over', by: newest.by, ...(newest.at && { at: newest.at }) } as const
}

/** Rests until a moment of the clock, and says meanwhile that the run is there still. */
export async function rest(run: RunContext, until: number, isDone: () => boolean = () => false): Promise<void> {
  const { clock, controls, steps } = run
  let due = steps.storedAt + HEARTBEAT
  while (clock.now() < until && !isDone()) {
    due = Math.max(due, steps.storedAt + HEARTBEAT)
    if (clock.now() >= due) {
      await beat(run)
      due = clock.now() + HEARTBEAT_AGAIN
    } else await controls.waitUntil(Math.min(until, due))
  }
}

/** What it cannot say now it says later; the next chunk finds out what is wrong. */
async function beat(run: RunContext): Promise<void> {
  try {
    await storeStep(run, [], [])
  } catch (error) {
    if (error instanceof RunEnd) throw error
    asFailure(error)
  }
}

/** Waits, unless something else is wanted than to go on. */
export async function waitFor(run: RunContext, ms: number, why: WaitReason): Promise<void> {
  if (ms <= 0) return
  const until = run.clock.now() + ms
  run.board.show({ kind: 'waiting', why, until })
  await rest(run, until, () => run.controls.wanted !== 'go')
}

/** Tries once; after a failure it waits as long as that one asks for, and gives nothing. @throws RunEnd where no waiting helps */
export async function attempt<Value>(run: RunContext, work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof RunEnd) throw error
    await recover(run, asFailure(error))
    return undefined
  }
}

/** Waits after a failure, pauses, or ends the run here: nothing of it was written. @throws RunEnd */
export async function recover(run: RunContext, failure: PortalFailure): Promise<void> {
  run.failures += 1
  const { kind } = failure
  if (kind === 'session-ended') return run.controls.pause('session-ended')
  if (isMissingRight(kind)) throw new RunEnd({ kind: 'no-right', failure })
  if (kind === 'not-noted' && run.failures >= MOST_REFUSALS) throw new RunEnd({ kind: 'not-noted', failure })
  const mayHelp = kind === 'not-noted' || (isTemporary(kind) && !isAppWide(kind))
  if (!mayHelp) throw new RunEnd({ kind: 'failed', failure })
  if (kind === 'time-limit') run.budget.refused(run.clock.now())
  await waitFor(run, WAITS[run.failures - 1] ?? WAITS.at(-1) ?? 0, reasonOf(failure))
}

function reasonOf({ kind }: PortalFailure): WaitReason {
  if (kind === 'busy') return 'busy'
  return kind === 'time-limit' ? 'operating-time' : 'no-answer'
}

/** Goes on trying for as long as nobody stops the run. @throws RunEnd */
export async function insist<Value>(
  run: RunContext,
  work: () => Promise<Value>,
): Promise<{ value: Value } | 'stopped'> {
  for (;;) {
    const done = await attempt(run, async () => ({ value: await work() }))
    if (done) {
      run.failures = 0
      return done
    }
    await whilePaused(run)
    if (run.controls.wanted === 'stop') return 'stopped'
  }
}

/** Stays for as long as the run is paused. */
export async function whilePaused(run: RunContext): Promise<void> {
  const { controls, board } = run
  if (controls.wanted !== 'pause') return
  board.show({ kind: 'paused', why: controls.pausedBy })
  await rest(run, Number.POSITIVE_INFINITY, () => controls.wanted !== 'pause')
}
