import type { JournalEntry, JournalRow } from '@/domain/journal'
import type { Ask } from './ask'
import type { JournalQuery } from './journal'
import type { JournalItem } from './journal-items'
import { isSameOwner } from '@/domain/owner'
import { JOURNAL_ITEMS, toEntry, toUnread } from './journal-items'
import { findByKey } from './journal-text'

/** Rows by the id of the item that keeps their place in the journal. */
export type PlacedRows = ReadonlyMap<number, JournalRow>

/** Tells whether a change is about what is asked for: a filter finds a text that begins so, and may be ignored altogether. */
export function concerns(
  { orderId, before, after }: Pick<JournalEntry, 'orderId' | 'before' | 'after'>,
  { orderId: wanted = orderId, owner }: JournalQuery,
): boolean {
  return wanted === orderId && (!owner || [before, after].some((one) => one && isSameOwner(one, owner)))
}

/** A write that the portal was too busy for is sent again with its note: the newest one is the one that counts. */
function withoutRepeats(changes: readonly JournalItem[]): JournalItem[] {
  const keyOf = ({ PROPERTY_VALUES }: JournalItem) => PROPERTY_VALUES.KEY ?? undefined
  const newest = new Map(changes.map((item) => [keyOf(item) ?? item.ID, item] as const).reverse())
  return changes.filter((item) => newest.get(keyOf(item) ?? item.ID) === item)
}

/** Puts changes together from their items, newest first, with how each ended: one command a change. */
export async function readChanges(ask: Ask, items: readonly JournalItem[], query: JournalQuery): Promise<PlacedRows> {
  const changes = withoutRepeats(items)
  const keys = changes.flatMap(({ PROPERTY_VALUES }) => PROPERTY_VALUES.KEY ?? [])
  const outcomes = await Promise.all(keys.map(async (key) => (await ask(findByKey(key), JOURNAL_ITEMS)).result))
  const rows = changes.flatMap((item): [number, JournalRow][] => {
    const entry = toEntry(item, outcomes.flat())
    if (!entry) return [[item.ID, toUnread(item)]]
    return concerns(entry, query) ? [[item.ID, entry]] : []
  })
  return new Map(rows)
}
