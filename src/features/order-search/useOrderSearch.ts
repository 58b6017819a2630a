import type { PortalFailure, FailureKind } from '@/domain/failure'
import type { Found } from '@/domain/found'
import type { Order, OrderStub } from '@/domain/order'
import type { Page } from '@/domain/page'
import type { OrderQuery } from '@/portal/order-queries'
import type { ScanOrders } from './useOrderScan'
import type { SuggestionsOfOrders } from './useShownSuggestions'
import { computed, shallowRef, watch } from 'vue'
import { usePortal } from '@/context'
import { usePagedSearch } from '@/features/search/usePagedSearch'
import { ROWS_AT_A_TIME, useRowsAtATime } from '@/features/search/useRowsAtATime'
import { keyOfQuery } from './order-filters'
import { useOrderCriteria } from './useOrderCriteria'
import { useOrdersOfCustomers } from './useOrdersOfCustomers'
import { useShownSuggestions } from './useShownSuggestions'
import { useTypedText } from './useTypedText'
import { useWholeList } from './useWholeList'

/** With these the list stays closed, but the owner of an order whose id is known may still be read. */
const CLOSES_THE_LIST: readonly FailureKind[] = ['no-read-right', 'access-denied', 'missing-scope']

/** Finds orders; where owners come along, whoever gives the function keeps them. */
export type FindOrders = (query: OrderQuery) => Promise<Page<Found<Order>>>

/** Orders that are looked for among all: those found so far, and which of them are on the screen. */
export interface ScannedRows {
  found: readonly Order[]
  shown: readonly Order[]
}

interface OrderSources {
  /** The portal's own search unless told. */
  find?: FindOrders | undefined
  /** The portal's own unless told. */
  scan?: ScanOrders | undefined
  suggested?: SuggestionsOfOrders | undefined
  /** It is asked how many there are. */
  isMain?: boolean
}

/** Searches orders by number, id and filters; shows suggestions or the newest while nothing is asked for. */
export function useOrderSearch(sources: OrderSources) {
  const { orders } = usePortal()
  const { find = orders.find, scan = orders.scan } = sources
  const criteria = useOrderCriteria()
  const { query } = criteria
  const reading = useTypedText(() => query.value.text ?? '')
  const refusal = shallowRef<PortalFailure>()
  const suggestions = useShownSuggestions(() => sources.suggested, criteria.isNarrowed)

  const search = usePagedSearch(() => {
    const current = query.value
    return {
      key: ['orders', ...keyOfQuery(current)],
      find: (cursor) => find({ ...current, cursor }),
      idOf: (order) => order.id,
      keepPrevious: () => true,
      isDisabled: refusal.value !== undefined || suggestions.isAll.value || !!criteria.wanted.value,
    }
  })

  watch(search.state, (state) => {
    if (state.kind === 'failed' && CLOSES_THE_LIST.includes(state.failure.kind)) refusal.value = state.failure
  })

  const loaded = useRowsAtATime(() => (search.state.value.kind === 'found' ? search.state.value.rows : []), query)
  /** What is there of the orders that are looked for among all. */
  const scanned = shallowRef<ScannedRows>({ found: [], shown: [] })
  const rows = computed((): readonly (Found<Order> | OrderStub)[] => {
    if (refusal.value) return reading.stubs.value
    return criteria.wanted.value ? scanned.value.shown : loaded.shown.value
  })
  const whole = useWholeList({ criteria, scanned, state: search.state, isCounted: sources.isMain })
  const ofCustomers = useOrdersOfCustomers({ query, rows, isDisabled: () => refusal.value !== undefined })

  const lost = computed(() => (search.state.value.kind === 'found' ? search.state.value.lost : 0))

  const more = computed(() => {
    const { value } = search.state
    if (refusal.value || criteria.wanted.value || value.kind !== 'found') return 'none'
    return loaded.hidden.value > 0 ? 'available' : value.more
  })

  /** Brings rows that were read already on the screen, and reads the next page where they run out. */
  async function showMore(): Promise<void> {
    if (search.state.value.kind === 'found' && loaded.hidden.value < ROWS_AT_A_TIME) await search.readMore()
    loaded.reveal()
  }

  const isStale = computed(() => {
    const { value } = search.state
    return criteria.isTyping.value || (value.kind === 'found' && value.isPrevious)
  })

  const shown = { rows, scanned, whole, ofCustomers, lost, more, isStale, state: search.state }
  return { criteria, reading, scan, refusal, suggestions, ...shown, retry: search.retry, showMore }
}
