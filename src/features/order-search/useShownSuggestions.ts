import type { Ref } from 'vue'
import type { OrderSuggestions } from '@/domain/suggested-orders'
import type { useOrderSuggestions } from './useOrderSuggestions'
import { computed, ref } from 'vue'

/** What is known of suggested orders. */
export type SuggestionsOfOrders = ReturnType<typeof useOrderSuggestions>['state']['value']

/** Has suggestions in the place of the newest orders until something is looked for, or the person wants all orders. */
export function useShownSuggestions(
  /** Nothing where a search suggests nothing. */
  suggested: () => SuggestionsOfOrders | undefined,
  isNarrowed: Readonly<Ref<boolean>>,
) {
  const isPassedBy = ref(false)

  /** Absent while they are being read. */
  const groups = computed((): readonly OrderSuggestions[] | undefined => {
    const state = suggested()
    return state?.kind === 'ready' ? state.groups : undefined
  })
  const mayBeThere = computed(
    () => !isPassedBy.value && (suggested()?.kind === 'pending' || (groups.value ?? []).length > 0),
  )

  return {
    groups,
    orders: computed(() => (groups.value ?? []).flatMap(({ rows }) => rows.map(({ order }) => order))),
    mayBeThere,
    /** To bring the first one is asked about: an order without an owner would be bound at once. */
    asksForFirst: computed(() => Boolean(groups.value?.[0]?.rows[0]?.owner)),
    /** Nothing is looked for: the newest orders need not be asked for either. */
    isAll: computed(() => mayBeThere.value && !isNarrowed.value),
    hasFailed: computed(() => !isNarrowed.value && suggested()?.kind === 'failed'),
    passBy: () => void (isPassedBy.value = true),
  }
}
