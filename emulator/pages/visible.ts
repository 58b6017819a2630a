import type { CrmItemRow } from '@contract/crm-items'
import type { LocalPortal } from '@emulator/portal/state'
import { canSeeItem } from '@emulator/calls/rights'
import { currentUser } from '@emulator/frames'

/** Gives the objects of a type that the person at the portal's pages may see, newest first. */
export function visibleItems(portal: LocalPortal, entityTypeId: number): CrmItemRow[] {
  const caller = { user: currentUser(portal), door: 'app', scopes: portal.app.scopes } as const
  return [...(portal.data.items.get(entityTypeId)?.values() ?? [])]
    .filter((item) => canSeeItem(caller, entityTypeId, item))
    .sort((one, other) => other.id - one.id)
}
