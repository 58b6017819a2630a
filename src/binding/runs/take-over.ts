import type { RowEnd } from '@/domain/run'
import type { RunContext } from './run-context'
import { LONGEST_SETTLING } from '@/binding/settle'
import { toSight, verdictOn } from '@/domain/verdict'
import { toReplaced, toRowEnd } from './row-ends'
import { placesLeft } from './run-board'
import { RunEnd } from './run-context'
import { createRunQueue } from './run-queue'
import { insist, rest, storeStep } from './run-rest'
import { readShown } from './settle-rows'

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
  await must(run, () => readStates(run))
  await settleOpen(run)
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

async function readStates({ runs, id, engine, board }: RunContext): Promise<void> {
  const stored = await runs.read(id)
  if (!stored) throw new RunEnd({ kind: 'not-resumable', because: 'unreadable' })
  if (stored.ending) throw new RunEnd({ kind: 'not-resumable', because: 'ended' })
  // Somebody else has taken it over meanwhile.
  if (stored.newest?.engine !== engine) throw new RunEnd({ kind: 'taken-over' })
  board.load(stored.states)
}

/** Reads what became of the rows that the other window had opened. Those that are as before were never written: they still are to be. */
async function settleOpen(run: RunContext): Promise<void> {
  const { board, portal } = run
  const rows = board.states.flatMap((state, place) => {
    const row = board.rows[place]
    return row && state.kind === 'open' ? [{ ...row, place }] : []
  })
  if (rows.length === 0) return
  const ids = rows.map(({ orderId }) => orderId)
  const shown = await must(run, () => readShown(portal, ids))
  const ends = rows.flatMap(({ place, orderId, expected, after }): [number, RowEnd][] => {
    const seen = shown.get(orderId)
    const verdict = verdictOn('lost-for-good', toSight(seen, { before: expected, after }))
    if (verdict === 'not-done') return []
    return [[place, toRowEnd(verdict, { replaced: toReplaced(undefined, expected), shown: seen, code: '' })]]
  })
  board.end(ends)
  run.steps.note(ends)
}
