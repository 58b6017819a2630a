import type { OrderQuery } from '@/portal/order-queries'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { usePortal } from '@/context'
import { FRESH_FOR } from '@/features/search/usePagedSearch'
import { keyOfQuery } from './order-filters'

interface Counted {
  query: OrderQuery
  /** How many there are where all have been read. */
  known: number | undefined
  isWanted: boolean
}

/** Counts what filters leave, once their first orders are there; nothing while a text is typed, or where the portal does not count. */
export function useOrderCount(current: () => Counted) {
  const { orders } = usePortal()
  const isCountable = computed(() => current().isWanted && current().query.text === undefined)
  const asked = useQuery(() => {
    const { query, known } = current()
    return {
      key: ['orders', 'count', ...keyOfQuery(query)],
      // The list tells by itself why a portal does not answer: without the number it is complete all the same.
      query: () => orders.count(query).catch(() => undefined),
      enabled: isCountable.value && known === undefined,
      staleTime: FRESH_FOR,
      gcTime: FRESH_FOR,
      refetchOnWindowFocus: false as const,
      refetchOnReconnect: false as const,
    }
  })
  return computed(() => (isCountable.value ? (current().known ?? asked.data.value) : undefined))
}
