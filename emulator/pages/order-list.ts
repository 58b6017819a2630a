import type { LocalPortal, StoredOrder } from '@emulator/portal/state'
import type { Markup } from './html'
import type { PageContent } from './page-content'
import { ENTITY_TYPE } from '@contract/entity-types'
import { appMenu } from './app-menus'
import { chromeWords } from './chrome-words'
import { day, money } from './format'
import { html } from './html'
import { clientName } from './names'
import { orderStatusName } from './order-status'
import { pageSlice, pager } from './pager'
import { orderAddress, pageUri, placementCode } from './places'
import { noOrdersSection, hasOrdersSection } from './visible'

/** The list of store orders, newest first; a portal in deals-only mode says that it has none. */
export function orderList(portal: LocalPortal, url: URL): PageContent {
  const words = chromeWords(portal.settings.language)
  if (!hasOrdersSection(portal)) return noOrdersSection(portal)
  const slice = pageSlice(
    [...portal.data.orders.values()].sort((one, other) => other.id - one.id),
    url,
  )
  const aside = appMenu(portal, placementCode(ENTITY_TYPE.order, 'LIST_TOOLBAR'), { URI: pageUri(url) })
  return { title: words.orders, aside, body: html`${table(portal, slice.rows)}${pager(portal, url, slice)}` }
}

/** Gives the order's customer: the company if there is one, else the contact. */
export function orderClient(portal: LocalPortal, { clients }: StoredOrder): string {
  const company = clients.find(({ entityTypeId }) => entityTypeId === 4)
  const contact = clients.find(({ entityTypeId, isPrimary }) => entityTypeId === 3 && isPrimary === 'Y')
  const client = portal.data.companies.get(company?.entityId ?? 0) ?? portal.data.contacts.get(contact?.entityId ?? 0)
  return client ? clientName(client) : '—'
}

function table(portal: LocalPortal, orders: StoredOrder[]): Markup {
  const words = chromeWords(portal.settings.language)
  return html`<div class="table-box"><table><thead><tr><th scope="col">${words.number}</th><th scope="col">${words.date}</th>
<th scope="col">${words.status}</th><th scope="col">${words.paid}</th><th scope="col" class="sum">${words.amount}</th>
<th scope="col">${words.client}</th></tr></thead><tbody>${orders.map(
    (order) => html`<tr>
<td data-label="${words.number}"><a data-slider href="${orderAddress(order.id)}">${order.accountNumber}</a></td>
<td data-label="${words.date}">${day(portal, order.dateInsert)}</td>
<td data-label="${words.status}">${order.canceled === 'Y' ? words.cancelled : orderStatusName(portal, order.statusId)}</td>
<td data-label="${words.paid}">${order.payed === 'Y' ? words.yes : words.no}</td>
<td data-label="${words.amount}" class="sum">${money(portal, order.price, order.currency)}</td>
<td data-label="${words.client}">${orderClient(portal, order)}</td></tr>`,
  )}</tbody></table></div>`
}
