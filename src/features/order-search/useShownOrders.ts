import type { OrderId } from '@/domain/id'
import type { useOrderSearch } from './useOrderSearch'
import { computed, watch } from 'vue'
import { useI18n } from 'vue-i18n'

/** Which orders of a search are on the screen, `onShown` whenever these are others, and what is announced of them. */
export function useShownOrders(search: ReturnType<typeof useOrderSearch>, onShown: (ids: OrderId[]) => void) {
  const { t } = useI18n()
  const { criteria, reading, refusal, suggestions, rows, ofCustomers, more, isStale, state } = search

  const isAnswered = computed(() => {
    if (refusal.value) return reading.isReady.value
    return !!criteria.wanted.value || state.value.kind !== 'pending'
  })
  /** They stay, marked, until the first answer to what is looked for has come. */
  const isSuggested = computed(() => suggestions.isAll.value || (suggestions.mayBeThere.value && !isAnswered.value))
  const isPending = computed(() => (isSuggested.value ? !suggestions.groups.value : !isAnswered.value))
  const shown = computed(() =>
    isSuggested.value ? suggestions.orders.value : [...rows.value, ...ofCustomers.shown.value],
  )

  /** Nobody means a row that answers something else, and more rows may come. */
  const isUnsettled = computed(() => {
    const isPassing = isSuggested.value && !suggestions.isAll.value
    return isPending.value || isStale.value || isPassing || ofCustomers.isPending.value
  })

  const announcement = computed(() => {
    if (isUnsettled.value) return t('orderSearch.loading')
    if (suggestions.isAll.value) return t('orderSearch.suggested.count', shown.value.length)
    if (refusal.value || criteria.wanted.value || state.value.kind === 'failed') return ''
    return t(more.value === 'none' ? 'orderSearch.count' : 'orderSearch.countMore', shown.value.length)
  })

  watch(
    () => shown.value.map(({ id }) => id),
    (ids, before) => {
      if (ids.join() !== before?.join()) onShown(ids)
    },
    { immediate: true },
  )

  return { shown, isPending, isSuggested, isUnsettled, announcement }
}
