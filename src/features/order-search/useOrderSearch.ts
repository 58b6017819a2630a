import type { PortalFailure, FailureKind } from '@/domain/failure'
import type { Order, OrderStub } from '@/domain/order'
import { computed, ref, shallowRef, watch } from 'vue'
import { usePortal } from '@/context'
import { orderId, toTypedId } from '@/domain/id'
import { usePagedSearch } from '@/features/search/usePagedSearch'
import { useOrderCriteria } from './useOrderCriteria'

/** How many rows come on the screen at a time: a page of the portal's list would make the frame very high. */
const ROWS_AT_A_TIME = 20

/** With these the list stays closed, but the owner of an order whose id is known may still be read. */
const CLOSES_THE_LIST: readonly FailureKind[] = ['no-read-right', 'access-denied', 'missing-scope']

/** Searches orders by number, id, status and payment; shows the newest while nothing is asked for. */
export function useOrderSearch() {
  const portal = usePortal()
  const criteria = useOrderCriteria()
  const { query } = criteria
  const refusal = shallowRef<PortalFailure>()
  const limit = ref(ROWS_AT_A_TIME)

  const search = usePagedSearch(() => {
    const current = query.value
    return {
      key: ['orders', current.text ?? '', current.statusCode ?? '', current.isPaid ?? 'any'],
      find: (cursor) => portal.orders.find({ ...current, cursor }),
      idOf: (order) => order.id,
      keepPrevious: () => true,
      isDisabled: refusal.value !== undefined,
    }
  })

  watch(search.state, (state) => {
    if (state.kind === 'failed' && CLOSES_THE_LIST.includes(state.failure.kind)) refusal.value = state.failure
  })
  watch(query, () => (limit.value = ROWS_AT_A_TIME))

  const rows = computed((): readonly (Order | OrderStub)[] => {
    if (refusal.value) return toStubs(query.value.text ?? '')
    return search.state.value.kind === 'found' ? search.state.value.rows.slice(0, limit.value) : []
  })

  const lost = computed(() => (search.state.value.kind === 'found' ? search.state.value.lost : 0))

  const more = computed(() => {
    const { value } = search.state
    if (refusal.value || value.kind !== 'found') return 'none'
    return value.rows.length > limit.value ? 'available' : value.more
  })

  /** Brings rows that were read already on the screen, and reads the next page where they run out. */
  async function showMore(): Promise<void> {
    const { value } = search.state
    if (value.kind === 'found' && value.rows.length < limit.value + ROWS_AT_A_TIME) await search.readMore()
    limit.value += ROWS_AT_A_TIME
  }

  const isStale = computed(() => {
    const { value } = search.state
    return criteria.isTyping.value || (value.kind === 'found' && value.isPrevious)
  })

  return { criteria, refusal, rows, lost, more, isStale, state: search.state, retry: search.retry, showMore }
}

function toStubs(text: string): OrderStub[] {
  const id = toTypedId(text)
  return id === undefined ? [] : [{ id: orderId(id) }]
}
