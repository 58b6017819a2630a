import type { CrmItemRow } from '@contract/crm-items'
import type { LocalPortal } from '@emulator/portal/state'
import type { PageContent } from './page-content'
import { canSeeItem } from '@emulator/calls/rights'
import { currentUser } from './frames'
import { html } from './html'
import { pageMessages } from './page-messages'

/** Gives the objects of a type that the person at the portal's pages may see, newest first. */
export function visibleItems(portal: LocalPortal, entityTypeId: number): CrmItemRow[] {
  const caller = { user: currentUser(portal), via: 'app', scopes: portal.app.scopes } as const
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
  const messages = pageMessages(portal.settings.language)
  if (portal.settings.mode === 'with-orders') {
    return { title: messages.orders, body: html`<p class="nothing">${messages.noStoreRight}</p>`, status: 403 }
  }
  return {
    title: messages.noOrdersSection,
    body: html`<p class="nothing">${messages.noOrdersSectionWhy}</p>`,
    status: 404,
  }
}
