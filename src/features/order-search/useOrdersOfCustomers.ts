import type { Ref } from 'vue'
import type { OrderId } from '@/domain/id'
import type { OrderQuery } from '@/portal/order-queries'
import { computed } from 'vue'
import { usePortal } from '@/context'
import { useOfCustomers } from '@/features/search/useOfCustomers'
import { useRowsAtATime } from '@/features/search/useRowsAtATime'
import { keyOfQuery } from './order-filters'

interface OrderSearchState {
  query: Readonly<Ref<OrderQuery>>
  /** What the search itself found, as far as it is on the screen. */
  rows: Readonly<Ref<readonly { id: OrderId }[]>>
  isDisabled: () => boolean
}

/** The orders of customers who are called what a person types, without those that stand above already. */
export function useOrdersOfCustomers({ query, rows, isDisabled }: OrderSearchState) {
  const portal = usePortal()

  const search = useOfCustomers(() => {
    const current = query.value
    return {
      key: ['orders', 'of customers', ...keyOfQuery(current)],
      find: () => portal.orders.findOfCustomers(current),
      isDisabled: current.text === undefined || isDisabled(),
    }
  })

  const others = computed(() => {
    const above = new Set(rows.value.map(({ id }) => id))
    return search.found.value.rows.filter(({ id }) => !above.has(id))
  })
  return { ...search, ...useRowsAtATime(() => others.value, query) }
}
