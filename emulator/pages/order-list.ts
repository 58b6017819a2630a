import type { LocalPortal, StoredOrder } from '@emulator/portal/state'
import type { Markup } from './html'
import type { PageContent } from './page-content'
import { ENTITY_TYPE } from '@contract/entity-types'
import { orderAddress, pageUri, placementCode } from './addresses'
import { appMenu } from './app-menus'
import { clientName } from './find-names'
import { dayOf, money } from './format'
import { html } from './html'
import { orderStatusName } from './order-status'
import { pageMessages } from './page-messages'
import { pageSlice, pager } from './pager'
import { noOrdersSection, hasOrdersSection } from './visible-items'

/** The list of store orders, newest first; a portal in deals-only mode says that it has none. */
export function orderList(portal: LocalPortal, url: URL): PageContent {
  const messages = pageMessages(portal.settings.language)
  if (!hasOrdersSection(portal)) return noOrdersSection(portal)
  const slice = pageSlice(
    [...portal.data.orders.values()].sort((one, other) => other.id - one.id),
    url,
  )
  const aside = appMenu(portal, placementCode(ENTITY_TYPE.order, 'LIST_TOOLBAR'), { URI: pageUri(url) })
  return { title: messages.orders, aside, body: html`${table(portal, slice.rows)}${pager(portal, url, slice)}` }
}

/** Gives the order's customer: the company if there is one, else the contact. */
export function orderClient(portal: LocalPortal, { clients }: StoredOrder): string {
  const company = clients.find(({ entityTypeId }) => entityTypeId === 4)
  const contact = clients.find(({ entityTypeId, isPrimary }) => entityTypeId === 3 && isPrimary === 'Y')
  const client = portal.data.companies.get(company?.entityId ?? 0) ?? portal.data.contacts.get(contact?.entityId ?? 0)
  return client ? clientName(client) : '—'
}

function table(portal: LocalPortal, orders: StoredOrder[]): Markup {
  const messages = pageMessages(portal.settings.language)
  return html`<div class="table-box"><table><thead><tr><th scope="col">${messages.number}</th><th scope="col">${messages.date}</th>
<th scope="col">${messages.status}</th><th scope="col">${messages.paid}</th><th scope="col" class="sum">${messages.amount}</th>
<th scope="col">${messages.client}</th></tr></thead><tbody>${orders.map(
    (order) => html`<tr>
<td data-label="${messages.number}"><a data-slider href="${orderAddress(order.id)}">${order.accountNumber}</a></td>
<td data-label="${messages.date}">${dayOf(portal, order.dateInsert)}</td>
<td data-label="${messages.status}">${order.canceled === 'Y' ? messages.cancelled : orderStatusName(portal, order.statusId)}</td>
<td data-label="${messages.paid}">${order.payed === 'Y' ? messages.yes : messages.no}</td>
<td data-label="${messages.amount}" class="sum">${money(portal, order.price, order.currency)}</td>
<td data-label="${messages.client}">${orderClient(portal, order)}</td></tr>`,
  )}</tbody></table></div>`
}
