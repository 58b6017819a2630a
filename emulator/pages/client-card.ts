import type { LocalPortal } from '@emulator/portal/state'
import type { PlacementSuffix } from './addresses'
import type { PageContent } from './page-content'
import { ENTITY_TYPE } from '@contract/entity-types'
import { pageUri, placementCode, toolbarOptions } from './addresses'
import { appMenu } from './app-menus'
import { fieldBox } from './fields'
import { clientName } from './find-names'
import { html } from './html'
import { itemTable } from './item-list'
import { pageMessages } from './page-messages'
import { placementTabs, tabs } from './tabs'
import { visibleItems } from './visible-items'

/** A short card of a contact or a company with its deals. */
export function clientCard(
  portal: LocalPortal,
  url: URL,
  { kind, id }: { kind: 'contact' | 'company'; id: number },
): PageContent | undefined {
  const client = (kind === 'contact' ? portal.data.contacts : portal.data.companies).get(id)
  if (!client) return undefined
  const messages = pageMessages(portal.settings.language)
  const deals = visibleItems(portal, ENTITY_TYPE.deal).filter((deal) =>
    kind === 'contact' ? deal.contactId === id : deal.companyId === id,
  )
  const entityTypeId = ENTITY_TYPE[kind]
  const options = { ID: String(id), URI: pageUri(url) }
  const code = (place: PlacementSuffix) => placementCode(entityTypeId, place)
  return {
    title: clientName(client),
    aside: html`<span class="badge">${messages[kind]} · ${id}</span>
${appMenu(portal, code('DETAIL_TOOLBAR'), toolbarOptions(url, { entityTypeId, id }))}`,
    body: tabs(portal, [
      {
        id: 'general',
        title: messages.general,
        body: fieldBox(messages.general, [[messages[kind], clientName(client)]]),
      },
      {
        id: 'deals',
        title: messages.relatedDeals,
        body: itemTable(portal, deals, { entityTypeId: ENTITY_TYPE.deal, uri: options.URI }),
      },
      ...placementTabs(portal, code('DETAIL_TAB'), options),
    ]),
  }
}
