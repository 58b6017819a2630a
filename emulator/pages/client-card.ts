import type { LocalPortal } from '@emulator/state'
import type { PageContent } from './layout'
import { ENTITY_TYPE } from '@contract/order-binding'
import { clientName } from '@emulator/names'
import { chromeWords } from './chrome-words'
import { fieldBox } from './fields'
import { html } from './html'
import { itemTable } from './item-list'
import { tabs } from './tabs'
import { visibleItems } from './visible'

/** A short card of a contact or a company with its deals. */
export function clientCard(portal: LocalPortal, { kind, id }: { kind: 'contact' | 'company'; id: number }): PageContent | undefined {
  const client = (kind === 'contact' ? portal.data.contacts : portal.data.companies).get(id)
  if (!client) return undefined
  const words = chromeWords(portal.settings.language)
  const deals = visibleItems(portal, ENTITY_TYPE.deal).filter((deal) =>
    kind === 'contact' ? deal.contactId === id : deal.companyId === id,
  )
  return {
    title: clientName(client),
    aside: html`<span class="badge">${words[kind]} · ${id}</span>`,
    body: tabs(portal, [
      { id: 'general', title: words.general, body: fieldBox(words.general, [[words[kind], clientName(client)]]) },
      { id: 'deals', title: words.relatedDeals, body: itemTable(portal, deals, ENTITY_TYPE.deal) },
    ]),
  }
}
