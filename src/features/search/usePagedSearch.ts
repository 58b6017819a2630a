import type { EntryKey } from '@pinia/colada'
import type { PortalFailure } from '@/domain/failure'
import type { Cursor, Page } from '@/domain/page'
import { useInfiniteQuery } from '@pinia/colada'
import { computed } from 'vue'
import { toShownFailure } from '@/ui/shown-failure'

/** How long an answer may be shown again without asking, in milliseconds. */
const FRESH_FOR = 5_000

/** Of queries that are asked because a person looks for something: not because the window is in front again. */
export const READ_ON_DEMAND = {
  staleTime: FRESH_FOR,
  gcTime: FRESH_FOR,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const

/** One query to the portal that is answered page by page. */
interface PagedQuery<Row> {
  /** Differs for different queries: the answer of a previous one is never taken for the current one's. */
  key: EntryKey
  find: (cursor: Cursor | undefined) => Promise<Page<Row>>
  /** Rows of one answer are distinguished by it: a list that grows while it is paged repeats rows. */
  idOf: (row: Row) => number | string
  /** Tells whether a row of the previous answer may stay on the screen, marked, until the next answer comes. */
  keepPrevious: (row: Row) => boolean
  isDisabled?: boolean
}

/** What a search shows. */
export type SearchState<Row> =
  | { kind: 'pending' }
  | { kind: 'failed'; failure: PortalFailure }
  | {
      kind: 'found'
      rows: Row[]
      /** Rows that are left out because not even their id could be read. */
      lost: number
      isPrevious: boolean
      more: 'none' | 'available' | 'loading' | PortalFailure
    }

/** Asks the portal a query that changes as a person types, and pages through the answer. */
export function usePagedSearch<Row>(currentQuery: () => PagedQuery<Row>) {
  const query = useInfiniteQuery<Page<Row>, Error, Cursor | undefined>(() => toQueryOptions(currentQuery()))

  const state = computed((): SearchState<Row> => {
    const pages = query.data.value?.pages
    const failure = query.error.value ? toShownFailure(query.error.value) : undefined
    if (failure && !pages && !query.isLoading.value) return { kind: 'failed', failure }
    if (!pages) return { kind: 'pending' }
    const { idOf } = currentQuery()
    const rows = [...new Map(pages.flatMap((page) => page.rows).map((row) => [idOf(row), row])).values()]
    const lost = pages.reduce((sum, page) => sum + (page.lost ?? 0), 0)
    return { kind: 'found', rows, lost, isPrevious: query.isPlaceholderData.value, more: moreOf(pages, failure) }
  })

  function moreOf(pages: Page<Row>[], failure: PortalFailure | undefined) {
    if (pages.at(-1)?.next === undefined) return 'none'
    return query.isLoading.value ? 'loading' : (failure ?? 'available')
  }

  return {
    state,
    /** Reads the next page; while one is loading, does nothing. */
    readMore: () => query.loadNextPage({ cancelRefetch: false }),
    retry: () => query.refetch(),
  }
}

function toQueryOptions<Row>({ key, find, keepPrevious, isDisabled }: PagedQuery<Row>) {
  return {
    key,
    query: ({ pageParam }: { pageParam: Cursor | undefined }) => find(pageParam),
    initialPageParam: undefined,
    getNextPageParam: (last: Page<Row>) => last.next,
    placeholderData: (previous: { pages: Page<Row>[]; pageParams: (Cursor | undefined)[] } | undefined) =>
      previous?.pages.every((page) => page.rows.every(keepPrevious)) ? previous : undefined,
    enabled: !isDisabled,
    ...READ_ON_DEMAND,
  }
}
