import type { Change } from '@/domain/change'
import type { JournalEntry, UnreadEntry } from '@/domain/journal'

export type JournalRow = JournalEntry | UnreadEntry

export const isRead = (row: JournalRow): row is JournalEntry => 'orderId' in row
export const rowKey = (row: JournalRow): string | number => (isRead(row) ? row.id : row.itemId)

/** Gives the entries with the ends that this page knows of: of its own changes, and of those that it has settled. */
export function withKnownEnds(
  rows: readonly JournalRow[],
  { changes, settled }: { changes: readonly Change[]; settled: ReadonlyMap<string, JournalEntry['ending']> },
): JournalRow[] {
  const made = new Set(changes.map(({ id }) => id))
  return rows.map((row) => {
    if (!isRead(row) || row.ending !== 'open') return row
    return { ...row, ending: made.has(row.id) ? 'done' : (settled.get(row.id) ?? 'open') }
  })
}

/** Finds what has taken entries back, by their ids. */
export function undoneBy(rows: readonly JournalRow[]): ReadonlyMap<string, JournalEntry> {
  const undoing = rows.filter(isRead).filter(({ ending }) => ending === 'done')
  return new Map(undoing.flatMap((entry) => (entry.undoes ? [[entry.undoes, entry] as const] : [])))
}
