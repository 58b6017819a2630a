import type { OrderId, OwnerTypeId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { OwnerSuggestions } from '@/domain/suggested-owners'
import type { Portal } from '@/portal/portal'
import { computed } from 'vue'
import { usePortal } from '@/context'
import { isSameOwner } from '@/domain/owner'
import { useSuggestions } from '@/features/search/useSuggestions'

interface WantedOwner {
  orderId: OrderId
  typeId: OwnerTypeId
  /** The owner that the order has now: it stands among the twins only, where it is one. */
  current?: OwnerRef | null | undefined
}

function withoutCurrent(groups: readonly OwnerSuggestions[], current: OwnerRef): OwnerSuggestions[] {
  return groups
    .map((group) => {
      const others = group.rows.filter(({ owner }) => !isSameOwner(owner.ref, current))
      return { ...group, rows: group.kind === 'twins' ? group.rows : others }
    })
    .filter(({ rows }) => rows.length > 0)
}

/**
 * Suggests owners for an order, before anything is typed; none while nobody wants one. `changes`: what was changed on this page, so
 * that they are read again.
 */
export function useOwnerSuggestions(wanted: () => WantedOwner | undefined, changes?: () => unknown) {
  const portal = usePortal()
  const { state, retry } = useSuggestions(() => {
    const want = wanted()
    return want && suggestionQuery(portal, want)
  }, changes)

  const shown = computed(() => {
    const current = wanted()?.current
    if (state.value.kind !== 'ready' || !current) return state.value
    return { ...state.value, groups: withoutCurrent(state.value.groups, current) }
  })
  return { state: shown, retry }
}

/** Made outside of the composable: the cache keeps a query for a while, and with it all that its functions could reach. */
function suggestionQuery(portal: Portal, { orderId, typeId }: WantedOwner) {
  return { key: ['suggested owners', orderId, typeId], find: () => portal.owners.suggestFor(orderId, typeId) }
}
