import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { RowEnd, RunRow } from '@/domain/run'
import type { Shown } from '@/domain/verdict'
import type { Committed, RowWrite } from '@/portal/runs'
import type { RunContext } from './run-context'
import type { OpenRow, SettledRow } from './settle-rows'
import { sendInTime } from '@/binding/send-in-time'
import { READING_LIMIT } from '@/binding/settle'
import { asFailure, PortalFailure } from '@/domain/failure'
import { isSameOwner } from '@/domain/owner'
import { judgeRow, toReplaced, toRowEnd } from './row-ends'
import { attempt, recover, rest, storeStep, whilePaused } from './run-rest'
import { settleRows } from './settle-rows'

/** How long after its step was asked for a chunk may leave, in milliseconds: whoever takes the run over counts on it. */
const DEPARTURE_LIMIT = 10_000

/** A row that is written now. */
interface ChunkRow extends RunRow {
  place: number
}

/** Ends rows, and notes it for the next step. */
function end(run: RunContext, ends: readonly (readonly [place: number, end: RowEnd])[]): void {
  run.board.end(ends)
  run.steps.note(ends)
}

/**
 * Writes a chunk: its step is stored and its bindings are read by one request, the writes follow in a second one, and what became of all of
 * them is known before it ends. Tells whether the writes were answered. @throws RunEnd
 */
export async function writeChunk(run: RunContext, places: readonly number[]): Promise<boolean> {
  const { board, clock, queue } = run
  const askedAt = clock.now()
  const rows = places.flatMap((place): ChunkRow[] => {
    const row = board.rows[place]
    return row ? [{ ...row, place }] : []
  })
  const prepared = await attempt(run, () =>
    storeStep(
      run,
      places,
      rows.map(({ orderId }) => orderId),
    ),
  )
  if (!prepared) {
    queue.putBack(places)
    return false
  }
  board.open(places)
  const toWrite = await leaveOut(run, rows, prepared.bindings)
  return toWrite.length > 0 && (await commit(run, toWrite, askedAt + DEPARTURE_LIMIT))
}

/** Ends the rows that are not where the plan showed them; gives the others. */
async function leaveOut(
  run: RunContext,
  rows: readonly ChunkRow[],
  bindings: ReadonlyMap<OrderId, OwnerRef>,
): Promise<ChunkRow[]> {
  const nowOf = ({ orderId }: ChunkRow) => bindings.get(orderId) ?? null
  const isAsExpected = (row: ChunkRow) => isSameOwner(nowOf(row), row.expected) && !isSameOwner(nowOf(row), row.after)
  const changed = rows.filter((row) => !isAsExpected(row))
  const doubtful = changed.filter((row) => nowOf(row) === null).map(({ orderId }) => orderId)
  const shown = doubtful.length > 0 ? await run.runs.readShown(doubtful).catch(asFailure) : undefined
  const ends = changed.map((row): [number, RowEnd] => {
    const isGone = shown instanceof Map && shown.get(row.orderId) === 'order-gone'
    if (isGone) return [row.place, { kind: 'order-gone' }]
    const isSo = isSameOwner(nowOf(row), row.after)
    return [row.place, isSo ? { kind: 'already-so' } : { kind: 'left-alone', now: nowOf(row) }]
  })
  end(run, ends)
  return rows.filter(isAsExpected)
}

const writeOf = ({ orderId, expected, after }: ChunkRow): RowWrite => ({ orderId, before: expected, after })

async function commit(run: RunContext, rows: readonly ChunkRow[], until: number): Promise<boolean> {
  const { runs, clock, sizer } = run
  let sentAt: number | undefined
  const groupSize = sizer.groupSize()
  const committed = await sendInTime({
    clock,
    until,
    send: (mayLeave) => runs.commit(rows.map(writeOf), { groupSize, mayLeave }),
    onSent: (at) => (sentAt = at),
  }).catch(asFailure)
  if (committed instanceof PortalFailure) {
    await lose(run, rows, { failure: committed, sentAt })
    return false
  }
  const leftAt = sentAt ?? clock.now()
  learn(run, rows.length, { committed, took: clock.now() - leftAt })
  await conclude(run, rows, { committed, sentAt: leftAt })
  return true
}

/** What the answer tells of the portal's speed. */
function learn(run: RunContext, rows: number, { committed, took }: { committed: Committed; took: number }): void {
  const { seconds, operating } = committed.cost
  const sum = seconds.reduce((all, one) => all + one, 0)
  run.sizer.answered(rows, took, seconds)
  run.budget.observe(operating, { rows, seconds: sum }, run.clock.now())
}

/** The request as a whole failed: it did not run, or nobody knows which of its rows did. */
async function lose(
  run: RunContext,
  rows: readonly ChunkRow[],
  { failure, sentAt }: { failure: PortalFailure; sentAt: number | undefined },
): Promise<void> {
  if (failure.changed === 'no' || sentAt === undefined) {
    run.queue.putBack(rows.map(({ place }) => place))
    return recover(run, failure)
  }
  run.sizer.lost(rows.length)
  run.failures = 0
  const code = failure.code ?? failure.kind
  await settle(
    run,
    rows.map((row): OpenRow => ({ ...row, answered: 'lost', code })),
    sentAt,
  )
}

const UNANSWERED = new PortalFailure({ kind: 'unreadable', changed: 'unknown', code: 'row' })

async function conclude(
  run: RunContext,
  rows: readonly ChunkRow[],
  { committed: { answers }, sentAt }: { committed: Committed; sentAt: number },
): Promise<void> {
  const ends: [number, RowEnd][] = []
  const open: OpenRow[] = []
  const back: { place: number; failure: PortalFailure }[] = []
  for (const row of rows) {
    const answer = answers.get(row.orderId) ?? { outcome: UNANSWERED }
    const verdict = judgeRow(answer, row)
    if (verdict.kind === 'end') ends.push([row.place, verdict.end])
    else if (verdict.kind === 'put-back') back.push({ place: row.place, failure: verdict.failure })
    else open.push({ ...row, ...verdict, ...(answer.before !== undefined && { found: answer.before }) })
  }
  end(run, ends)
  if (open.length > 0) await settle(run, open, sentAt)
  run.queue.putBack(back.map(({ place }) => place))
  const [first] = back
  if (first) await recover(run, first.failure)
  else run.failures = 0
}

/** Reads whom orders belong to, once the portal knows the person again where their session has ended. */
async function readAgain(run: RunContext, ids: readonly OrderId[]): Promise<ReadonlyMap<OrderId, Shown> | undefined> {
  const { clock, controls, runs } = run
  for (;;) {
    const shown = await clock.within(READING_LIMIT, runs.readShown(ids).catch(asFailure))
    if (!(shown instanceof PortalFailure)) return shown
    if (shown.kind !== 'session-ended') return undefined
    controls.pause('session-ended')
    await whilePaused(run)
    if (controls.wanted === 'stop') return undefined
  }
}

/** Finds out what became of rows. What was lost on its way is sent again, when it is known that it can never run. */
async function settle(run: RunContext, open: readonly OpenRow[], sentAt: number): Promise<void> {
  run.board.show({ kind: 'checking', since: sentAt })
  const tools = {
    clock: run.clock,
    read: (ids: readonly OrderId[]) => readAgain(run, ids),
    rest: (until: number) => rest(run, until),
  }
  const settled = await settleRows(tools, open, sentAt)
  const isLost = ({ row, verdict }: SettledRow) => row.answered === 'lost' && verdict === 'not-done'
  const lost = settled.filter(isLost)
  const givenUp = new Set(run.queue.putBackLost(lost.map(({ row }) => row.place)))
  const ended = settled.filter((one) => !isLost(one) || givenUp.has(one.row.place))
  end(
    run,
    ended.map(({ row, verdict, shown }) => {
      const replaced = toReplaced(row.found, row.expected)
      return [row.place, toRowEnd(verdict, { replaced, shown, code: row.code })]
    }),
  )
}
