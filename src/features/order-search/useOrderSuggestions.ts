import type { OwnerRef } from '@/domain/owner'
import type { OrderSuggestions } from '@/domain/suggested-orders'
import { ownerKey } from '@/domain/owner'
import { useSuggestions } from '@/features/search/useSuggestions'

interface SuggestionSource {
  suggest: (owner: OwnerRef) => Promise<OrderSuggestions[]>
  /** What was changed on this page, so that they are read again. */
  changes?: () => unknown
}

/** Suggests orders to bring to an owner, before anything is typed; none while there is no owner. */
export function useOrderSuggestions(owner: () => OwnerRef | undefined, { suggest, changes }: SuggestionSource) {
  return useSuggestions(() => {
    const ref = owner()
    return ref && { key: ['suggested orders', ownerKey(ref)], find: () => suggest(ref) }
  }, changes)
}
