import type { JournalQuery } from '@/portal/journal'
import { useQueryCache } from '@pinia/colada'
import { computed, watch } from 'vue'
import { usePortal } from '@/context'
import { useBindingStore } from '@/features/binding-card/store/binding-store'
import { usePagedSearch } from '@/features/search/usePagedSearch'
import { keyOfQuery } from './journal-filters'
import { rowKey, undoneBy, withKnownEnds } from './journal-rows'
import { useSettledEntries } from './useSettledEntries'

/** The changes and runs that a query finds, newest first, page by page; read anew after each change of this page. */
export function useJournalPages(query: () => JournalQuery) {
  const { journal } = usePortal()
  const queries = useQueryCache()
  const store = useBindingStore()
  const { state, readMore, retry } = usePagedSearch(() => ({
    key: ['journal', ...keyOfQuery(query())],
    find: (cursor) => journal.find({ ...query(), ...(cursor !== undefined && { cursor }) }),
    idOf: rowKey,
    keepPrevious: () => false,
  }))

  const found = computed(() => (state.value.kind === 'found' ? state.value.rows : []))
  const { settled, forget } = useSettledEntries(() => found.value, query)
  const rows = computed(() => withKnownEnds(found.value, { changes: store.changes, settled: settled.value }))

  function refresh(): void {
    forget()
    void queries.invalidateQueries({ key: ['journal'] })
  }

  watch(() => store.changes, refresh)

  return {
    state,
    rows,
    undone: computed(() => undoneBy(rows.value)),
    ...{ readMore, retry, refresh },
  }
}
