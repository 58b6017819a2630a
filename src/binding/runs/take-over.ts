import type { RowEnd, RunRow } from '@/domain/run'
import type { Shown } from '@/domain/verdict'
import type { RunContext } from './run-context'
import { LONGEST_SETTLING } from '@/binding/settle'
import { checkTold, withoutTold } from '@/domain/told'
import { toSight, verdictOn } from '@/domain/verdict'
import { toReplaced, toRowEnd } from './row-ends'
import { placesLeft } from './run-board'
import { RunEnd } from './run-context'
import { createRunQueue } from './run-queue'
import { insist, rest, storeStep } from './run-rest'

/**
 * Makes a run that was begun elsewhere ours: stores a step, so that the other window stops, waits until all that this one may have sent
 * has come to an end, and reads what became of it. @throws RunEnd
 */
export async function takeOver(run: RunContext): Promise<void> {
  run.board.show({ kind: 'taking-over' })
  await must(run, () => storeStep(run, [], []))
  const until = await must(run, () => readEndOfFormer(run))
  run.board.show({ kind: 'taking-over', until })
  await rest(run, until)
  const told = await must(run, () => readStates(run))
  // Whoever has come meanwhile goes on with it, and reads by themselves.
  await must(run, () => storeStep(run, [], []))
  await settleOpen(run, told)
  run.queue = createRunQueue(placesLeft(run.board.states))
}

/** Goes on trying until it is done; who stops a run that is not theirs yet leaves it as it is. @throws RunEnd */
async function must<Value>(run: RunContext, work: () => Promise<Value>): Promise<Value> {
  const done = await insist(run, work)
  if (done === 'stopped') throw new RunEnd({ kind: 'stopped', isKept: false })
  return done.value
}

/** By when the portal is through with all that the other window has sent, in milliseconds of our clock. */
async function readEndOfFormer({ runs, portal, id, engine, clock }: RunContext): Promise<number> {
  const former = await runs.readNewest(id, engine)
  if (!former) return clock.now()
  const serverTime = await portal.journal.readTime()
  const { at = { at: serverTime } } = former
  return clock.now() + at.at + LONGEST_SETTLING - serverTime
}

/**
 * Reads how the rows of the run ended. What others than its author have told is compared with the portal: everybody may write that down.
 * Until then it is open. Gives what they have told, by place.
 */
async function readStates({ runs, id, board }: RunContext): Promise<ReadonlyMap<number, RowEnd>> {
  const stored = await runs.read(id)
  if (!stored) throw new RunEnd({ kind: 'not-resumable', because: 'unreadable' })
  if (stored.ending) throw new RunEnd({ kind: 'not-resumable', because: 'ended' })
  const { states, told } = withoutTold(stored)
  board.load(states)
  return told
}

/** Gives how a row ended whose write may have run; nothing where it did not: it still is to be written. */
function endOfOpen({ expected, after }: RunRow, shown: Shown): RowEnd | undefined {
  const verdict = verdictOn('lost-for-good', toSight(shown, { before: expected, after }))
  if (verdict === 'not-done') return undefined
  return toRowEnd(verdict, { replaced: toReplaced(undefined, expected), shown, code: '' })
}

/** Reads what became of the rows that others had opened, and of those that others tell of. */
async function settleOpen(run: RunContext, told: ReadonlyMap<number, RowEnd>): Promise<void> {
  const { board, runs, steps } = run
  const rows = board.states.flatMap((state, place) => {
    const row = board.rows[place]
    return row && state.kind === 'open' ? [{ ...row, place }] : []
  })
  if (rows.length === 0) return
  const shown = await must(run, () => runs.readShown(rows.map(({ orderId }) => orderId)))
  const ends = rows.flatMap((row): [number, RowEnd][] => {
    const [claim, seen] = [told.get(row.place), shown.get(row.orderId)]
    const end = claim ? checkTold(claim, row, seen) : endOfOpen(row, seen)
    return end ? [[row.place, end]] : []
  })
  board.end(ends)
  // What is as it was told stands there already.
  steps.note(ends.filter(([place, end]) => told.get(place) !== end))
}
