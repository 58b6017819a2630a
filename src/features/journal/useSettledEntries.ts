import type { Ending } from '@/domain/change'
import type { JournalEntry, JournalRow } from '@/domain/journal'
import type { JournalQuery } from '@/portal/journal'
import { shallowRef, watch } from 'vue'
import { isOverdue, settleEntry } from '@/binding/settle-entry'
import { usePortal } from '@/context'
import { rethrowUnlessFailure } from '@/domain/failure'
import { isChange } from '@/domain/journal'
import { hidesLater } from './journal-filters'

/**
 * Settles the entries without an end whose time is over, by what their orders show now, all in one request. What is certain is written
 * down. Where later changes may be left out, nothing is: they could have brought about what the order shows.
 */
export function useSettledEntries(rows: () => readonly JournalRow[], query: () => JournalQuery) {
  const { journal, bindings, orders } = usePortal()
  const settled = shallowRef<ReadonlyMap<string, Ending>>(new Map())
  const asked = new Set<string>()

  async function readShown(open: readonly JournalEntry[]) {
    const ids = open.map(({ orderId }) => orderId)
    const [now, owners, there] = await Promise.all([
      journal.readTime(),
      bindings.readOfOrders(ids),
      // An order without a binding may be gone.
      orders.read(ids),
    ])
    return {
      now,
      shownOf: ({ orderId }: JournalEntry) => owners.get(orderId) ?? (there.has(orderId) ? null : 'order-gone'),
    }
  }

  /** Entries come newest first. */
  function isLatest(entry: JournalEntry): boolean {
    return (
      rows()
        .filter(isChange)
        .find(({ orderId }) => orderId === entry.orderId)?.id === entry.id
    )
  }

  async function settle(open: readonly JournalEntry[]): Promise<void> {
    const { now, shownOf } = await readShown(open)
    for (const entry of open.filter((one) => isOverdue(one, now))) {
      const { id, orderId, before, isBeforeKnown, after } = entry
      const ending = settleEntry(entry, { shown: shownOf(entry), isLatest: isLatest(entry) })
      settled.value = new Map(settled.value).set(id, ending)
      if (ending !== 'done') continue
      // The next one who reads the journal may settle it as well.
      void journal
        .addOutcome({ id, orderId, ending, after, ...(isBeforeKnown && { before }) })
        .catch(rethrowUnlessFailure)
    }
  }

  watch(
    rows,
    (shown) => {
      const open = shown.filter(isChange).filter(({ id, ending }) => ending === 'open' && !asked.has(id))
      if (open.length === 0 || hidesLater(query())) return
      for (const { id } of open) asked.add(id)
      // Without an answer they stay without an end.
      void settle(open).catch(rethrowUnlessFailure)
    },
    { immediate: true, flush: 'post' },
  )

  /** Lets entries that were too young be looked at again. */
  const forget = (): void => asked.clear()

  return { settled, forget }
}
