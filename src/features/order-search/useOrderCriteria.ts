import type { OrderQuery } from '@/portal/portal'
import { computed, ref, watch } from 'vue'
import { readTypedOrder } from '@/domain/typed-order'
import { readTypedName } from '@/domain/typed-words'
import { useSearchText } from '@/features/search/useSearchText'
import { NO_FILTERS, toOrderQuery } from './order-filters'

/** What a person looks for among the orders. */
export function useOrderCriteria() {
  const { typed, text, isTyping } = useSearchText()
  const filters = ref(NO_FILTERS)
  /** What those of them are called that are on. */
  const filterNames = ref<string[]>([])
  const isUnbound = computed(() => filters.value.isUnbound)

  const query = computed((): OrderQuery => ({
    ...(text.value !== '' && !isUnbound.value && { text: text.value }),
    ...toOrderQuery(filters.value),
  }))

  // Orders without an owner are found by looking at all of them, not by a text: whichever is wanted later puts the other one away.
  watch(isUnbound, (isOn) => isOn && (typed.value = ''), { flush: 'sync' })
  watch(typed, (now) => now !== '' && (filters.value = { ...filters.value, isUnbound: false }), { flush: 'sync' })

  const findUnbound = (): void => void (filters.value = { ...NO_FILTERS, isUnbound: true })
  const clearFilters = (): void => void (filters.value = NO_FILTERS)
  function clear(): void {
    typed.value = ''
    clearFilters()
  }

  /** What rows are found by: a number has a part of it, or another that the text may mean. */
  const searchedTexts = computed(() => {
    const read = readTypedOrder(text.value)
    return read ? [read.number, ...read.otherNumbers, ...(readTypedName(text.value)?.words ?? [])] : []
  })

  return {
    searchedTexts,
    typed,
    filters,
    filterNames,
    isUnbound,
    query,
    clear,
    clearFilters,
    findUnbound,
    isTyping,
    isNarrowed: computed(() => isUnbound.value || Object.keys(query.value).length > 0),
  }
}
