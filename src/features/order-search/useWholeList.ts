import type { Ref } from 'vue'
import type { Order } from '@/domain/order'
import type { SearchState } from '@/features/search/usePagedSearch'
import type { WholeList } from '@/features/selection/useSelectAll'
import type { useOrderCriteria } from './useOrderCriteria'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { usePortal } from '@/context'
import { READ_ON_DEMAND } from '@/features/search/usePagedSearch'
import { keyOfQuery } from './order-filters'

interface ShownList {
  criteria: Pick<ReturnType<typeof useOrderCriteria>, 'query' | 'wanted'>
  /** What is found so far where all orders are looked at. */
  scanned: Readonly<Ref<{ found: readonly Order[] }>>
  state: Readonly<Ref<SearchState<unknown>>>
  isCounted: boolean | undefined
}

/** All that a list shows in part: what could be ticked; counted where no text was typed, and the portal counts. */
export function useWholeList({ criteria: { query, wanted }, scanned, state, isCounted }: ShownList) {
  const { orders } = usePortal()
  const isCountable = computed(() => isCounted && !wanted.value && query.value.text === undefined)
  /** Not known before there is an answer to what is asked now. */
  const hasMore = computed(() =>
    state.value.kind === 'found' && !state.value.isPrevious ? state.value.more !== 'none' : undefined,
  )
  const asked = useQuery(() => ({
    key: ['orders', 'count', ...keyOfQuery(query.value)],
    // The list says by itself why a portal does not answer: without the number it is complete all the same.
    query: () => orders.count(query.value).catch(() => undefined),
    enabled: isCountable.value && hasMore.value === true,
    ...READ_ON_DEMAND,
  }))

  const count = computed(() => {
    if (!isCountable.value) return undefined
    return state.value.kind === 'found' && hasMore.value === false ? state.value.rows.length : asked.data.value
  })
  return computed((): WholeList =>
    wanted.value
      ? { kind: 'known', orders: scanned.value.found }
      : { kind: 'query', query: query.value, total: count.value },
  )
}
