import type { Change } from '@/domain/change'
import type { JournalEntry, JournalRow } from '@/domain/journal'
import { isChange } from '@/domain/journal'

export const rowKey = (row: JournalRow): string | number => ('id' in row ? row.id : row.itemId)

/** Gives the entries with the ends that this page knows of: of its own changes, and of those that it has settled. */
export function withKnownEnds(
  rows: readonly JournalRow[],
  { changes, settled }: { changes: readonly Change[]; settled: ReadonlyMap<string, JournalEntry['ending']> },
): JournalRow[] {
  const made = new Set(changes.map(({ id }) => id))
  return rows.map((row) => {
    if (!isChange(row) || row.ending !== 'open') return row
    return { ...row, ending: made.has(row.id) ? 'done' : (settled.get(row.id) ?? 'open') }
  })
}

/** Finds what has taken entries back, by their ids. */
export function undoneBy(rows: readonly JournalRow[]): ReadonlyMap<string, JournalEntry> {
  const undoing = rows.filter(isChange).filter(({ ending }) => ending === 'done')
  return new Map(undoing.flatMap((entry) => (entry.undoes ? [[entry.undoes, entry] as const] : [])))
}
