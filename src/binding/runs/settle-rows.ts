import type { Clock } from '@/binding/clock'
import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { RunRow } from '@/domain/run'
import type { Answered, Shown, Verdict } from '@/domain/verdict'
import { LAST_READING, READINGS } from '@/binding/settle'
import { toSight, verdictOn } from '@/domain/verdict'

/** A row whose write was answered so, or not at all. */
export interface OpenRow extends RunRow {
  place: number
  /** The owner right before its write; absent where that was not read. */
  found?: OwnerRef | null
  answered: Answered
  /** Why it did not run, if it did not. */
  code: string
}

export interface SettledRow {
  row: OpenRow
  verdict: Exclude<Verdict, 'read-again'>
  shown: Shown
}

interface SettleTools {
  clock: Clock
  /** Reads whom orders belong to; nothing where no answer came in time: a later reading may succeed, and the last one decides. */
  read: (ids: readonly OrderId[]) => Promise<ReadonlyMap<OrderId, Shown> | undefined>
  /** Waits until a moment of the clock. */
  rest: (until: number) => Promise<void>
}

/**
 * Finds out what became of the rows of a request, as `settle` does for one: reads at once and, until all are told, again 5, 15 and 65 s
 * after sending. By then the portal is through with the request for sure.
 */
export async function settleRows(
  { clock, read, rest }: SettleTools,
  rows: readonly OpenRow[],
  sentAt: number,
): Promise<SettledRow[]> {
  const settled: SettledRow[] = []
  let open = rows
  for (let due = 0; ; due = READINGS.find((next) => sentAt + next > clock.now()) ?? LAST_READING) {
    await rest(sentAt + due)
    const isLast = clock.now() - sentAt >= LAST_READING
    const shown = await read(open.map(({ orderId }) => orderId))
    const told = open.map((row) => settleRow(row, shown?.get(row.orderId), isLast))
    settled.push(...told.filter(isSettled))
    open = told.filter((one) => !isSettled(one)).map(({ row }) => row)
    if (open.length === 0) return settled
    if (isLast) return [...settled, ...open.map((row) => ({ row, verdict: 'unknown' as const, shown: undefined }))]
  }
}

function settleRow(row: OpenRow, shown: Shown, isLast: boolean): { row: OpenRow; verdict: Verdict; shown: Shown } {
  const answered = row.answered === 'lost' && isLast ? 'lost-for-good' : row.answered
  const { expected, found = expected, after } = row
  const verdict = verdictOn(answered, toSight(shown, { before: found, after }))
  // A later reading may say what this one does not.
  return { row, verdict: verdict === 'unknown' && !isLast ? 'read-again' : verdict, shown }
}

function isSettled(one: { row: OpenRow; verdict: Verdict; shown: Shown }): one is SettledRow {
  return one.verdict !== 'read-again'
}
