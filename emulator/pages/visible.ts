import type { CrmItemRow } from '@contract/crm-items'
import type { LocalPortal } from '@emulator/portal/state'
import type { PageContent } from './page-content'
import { canSeeItem } from '@emulator/calls/rights'
import { chromeWords } from './chrome-words'
import { currentUser } from './frames'
import { html } from './html'

/** Gives the objects of a type that the person at the portal's pages may see, newest first. */
export function visibleItems(portal: LocalPortal, entityTypeId: number): CrmItemRow[] {
  const caller = { user: currentUser(portal), door: 'app', scopes: portal.app.scopes } as const
  return [...(portal.data.items.get(entityTypeId)?.values() ?? [])]
    .filter((item) => canSeeItem(caller, entityTypeId, item))
    .sort((one, other) => other.id - one.id)
}

/** Whether the person at the portal's pages finds an Orders section: not in deals-only mode, not without a right to the store. */
export function hasOrdersSection(portal: LocalPortal): boolean {
  return portal.settings.mode === 'with-orders' && currentUser(portal).storeRight !== 'D'
}

/** What stands at the addresses of orders for whoever finds no Orders section. */
export function noOrdersSection(portal: LocalPortal): PageContent {
  const words = chromeWords(portal.settings.language)
  if (portal.settings.mode === 'with-orders') {
    return { title: words.orders, body: html`<p class="nothing">${words.noStoreRight}</p>`, status: 403 }
  }
  return { title: words.noOrdersSection, body: html`<p class="nothing">${words.noOrdersSectionWhy}</p>`, status: 404 }
}
