import type { OwnerRef } from '@/domain/owner'
import { usePortal } from '@/context'
import { ownerKey } from '@/domain/owner'
import { useSuggestions } from '@/features/search/useSuggestions'

/**
 * Suggests orders to bring to an owner, before anything is typed; none while there is no owner. `changes`: what was changed on this
 * page, so that they are read again.
 */
export function useOrderSuggestions(owner: () => OwnerRef | undefined, changes?: () => unknown) {
  const portal = usePortal()
  return useSuggestions(() => {
    const ref = owner()
    return ref && { key: ['suggested orders', ownerKey(ref)], find: () => portal.orders.suggestFor(ref) }
  }, changes)
}
