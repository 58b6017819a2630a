import type { OrderQuery } from '@/portal/order-queries'
import { computed, ref, watch } from 'vue'
import { useSearchText } from '@/features/search/useSearchText'
import { NO_FILTERS, toOrderQuery } from './order-filters'

/** What a person looks for among the orders. */
export function useOrderCriteria() {
  const { typed, text, isTyping } = useSearchText()
  const filters = ref(NO_FILTERS)
  /** What those of them are called that are on. */
  const filterNames = ref<string[]>([])
  /** Which owners orders are looked for by, where that is done by looking at all of them. */
  const wanted = computed(() => filters.value.belongs || undefined)

  const query = computed((): OrderQuery => ({
    ...(text.value !== '' && !wanted.value && { text: text.value }),
    ...toOrderQuery(filters.value),
  }))

  // Who looks at all orders does not look for a text: whichever is wanted later puts the other one away.
  watch(wanted, (isOn) => isOn && (typed.value = ''), { flush: 'sync' })
  watch(typed, (now) => now !== '' && (filters.value = { ...filters.value, belongs: '' }), { flush: 'sync' })

  const findUnbound = (): void => void (filters.value = { ...NO_FILTERS, belongs: 'without-owner' })
  const clearFilters = (): void => void (filters.value = NO_FILTERS)
  function clear(): void {
    typed.value = ''
    clearFilters()
  }

  return {
    typed,
    filters,
    filterNames,
    wanted,
    query,
    clear,
    clearFilters,
    findUnbound,
    isTyping,
    isNarrowed: computed(() => !!wanted.value || Object.keys(query.value).length > 0),
  }
}
