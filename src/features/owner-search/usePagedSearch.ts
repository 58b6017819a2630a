import type { EntryKey } from '@pinia/colada'
import type { PortalFailure } from '@/domain/failure'
import type { Cursor, Page } from '@/domain/page'
import { useInfiniteQuery } from '@pinia/colada'
import { computed } from 'vue'
import { asFailure } from '@/domain/failure'

/** How long an answer may be shown again without asking, in milliseconds. */
const FRESH_FOR = 5_000

/** One question to the portal that is answered page by page. */
export interface PagedQuestion<Row> {
  /** Differs for different questions: an answer to a former one is never taken for the present one's. */
  key: EntryKey
  find: (cursor: Cursor | undefined) => Promise<Page<Row>>
  /** Rows of one answer are told apart by it: a list that grows while it is paged repeats rows. */
  idOf: (row: Row) => number
  /** Tells whether rows of the former question may stay on the screen, marked, until the answer comes. */
  mayLinger: (row: Row) => boolean
  isOff?: boolean
}

/** What a search shows. */
export type SearchState<Row> =
  | { kind: 'pending' }
  | { kind: 'failed'; failure: PortalFailure }
  | { kind: 'found'; rows: Row[]; isFormer: boolean; more: 'none' | 'offered' | 'coming' | PortalFailure }

/** Asks the portal a question that changes as a person types, and pages through the answer. */
export function usePagedSearch<Row>(question: () => PagedQuestion<Row>) {
  const query = useInfiniteQuery<Page<Row>, Error, Cursor | undefined>(() => toQuery(question()))

  const state = computed((): SearchState<Row> => {
    const pages = query.data.value?.pages
    const failure = query.error.value ? asFailure(query.error.value) : undefined
    if (failure && !pages && !query.isLoading.value) return { kind: 'failed', failure }
    if (!pages) return { kind: 'pending' }
    const { idOf } = question()
    const rows = [...new Map(pages.flatMap((page) => page.rows).map((row) => [idOf(row), row])).values()]
    return { kind: 'found', rows, isFormer: query.isPlaceholderData.value, more: moreOf(pages, failure) }
  })

  function moreOf(pages: Page<Row>[], failure: PortalFailure | undefined) {
    if (pages.at(-1)?.next === undefined) return 'none'
    return query.isLoading.value ? 'coming' : (failure ?? 'offered')
  }

  return {
    state,
    /** Reads the next page; while one is coming, does nothing. */
    readMore: () => query.loadNextPage({ cancelRefetch: false }),
    retry: () => query.refetch(),
  }
}

function toQuery<Row>({ key, find, mayLinger, isOff }: PagedQuestion<Row>) {
  return {
    key,
    query: ({ pageParam }: { pageParam: Cursor | undefined }) => find(pageParam),
    initialPageParam: undefined,
    getNextPageParam: (last: Page<Row>) => last.next,
    placeholderData: (former: { pages: Page<Row>[]; pageParams: (Cursor | undefined)[] } | undefined) =>
      former?.pages.every((page) => page.rows.every(mayLinger)) ? former : undefined,
    enabled: !isOff,
    staleTime: FRESH_FOR,
    gcTime: FRESH_FOR,
    refetchOnWindowFocus: false as const,
    refetchOnReconnect: false as const,
  }
}
