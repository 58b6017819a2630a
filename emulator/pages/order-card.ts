import type { LocalPortal, StoredOrder } from '@emulator/portal/state'
import type { CardField } from './fields'
import type { Markup } from './html'
import type { PageContent } from './page-content'
import { ENTITY_TYPE } from '@contract/entity-types'
import { pageUri, placementCode, typeName } from './addresses'
import { activityBar } from './app-menus'
import { fieldBox } from './fields'
import { dayOf, money, personName } from './format'
import { html } from './html'
import { orderClient } from './order-list'
import { orderStatusName } from './order-status'
import { pageMessages } from './page-messages'
import { placementTabs, tabs } from './tabs'
import { hasOrdersSection, noOrdersSection } from './visible-items'

/** The card of a store order; a portal in deals-only mode has none. It does not show the owner: no portal page does. */
export function orderCard(portal: LocalPortal, url: URL, id: number): PageContent | undefined {
  if (!hasOrdersSection(portal)) return noOrdersSection(portal)
  const order = portal.data.orders.get(id)
  if (!order) return undefined
  const messages = pageMessages(portal.settings.language)
  const options = { ID: String(id), URI: pageUri(url) }
  const bar = activityBar(portal, placementCode(ENTITY_TYPE.order, 'DETAIL_ACTIVITY'), options)
  return {
    title: `${typeName(portal, ENTITY_TYPE.order)} ${order.accountNumber}`,
    aside: html`<span class="badge">${money(portal, order.price, order.currency)}</span>`,
    body: tabs(portal, [
      {
        id: 'general',
        title: messages.general,
        body: html`${bar}<div class="boxes" data-live>${general(portal, order)}</div>`,
      },
      { id: 'products', title: messages.products, body: products(portal, order) },
      ...placementTabs(portal, placementCode(ENTITY_TYPE.order, 'DETAIL_TAB'), options),
    ]),
  }
}

function general(portal: LocalPortal, order: StoredOrder): Markup {
  const messages = pageMessages(portal.settings.language)
  const payments = order.payments.map(({ accountNumber, paySystemName, sum, currency, paid }): CardField => [
    `${accountNumber} · ${paySystemName}`,
    `${money(portal, sum, currency)} · ${paid === 'Y' ? messages.paid : messages.notPaid}`,
  ])
  const shipments = order.shipments.map(({ accountNumber, deliveryName, deducted }): CardField => [
    `${accountNumber} · ${deliveryName}`,
    deducted === 'Y' ? messages.shipped : messages.notShipped,
  ])
  return html`${fieldBox(messages.general, [
    [messages.number, order.accountNumber],
    [messages.date, dayOf(portal, order.dateInsert)],
    [messages.status, order.canceled === 'Y' ? messages.cancelled : orderStatusName(portal, order.statusId)],
    [messages.client, orderClient(portal, order)],
    [messages.responsible, personName(portal, order.responsibleId)],
  ])}${fieldBox(
    messages.buyer,
    order.propertyValues.map(({ name, value }): CardField => [name, value ?? undefined]),
  )}
${fieldBox(messages.payments, payments)}${fieldBox(messages.shipments, shipments)}`
}

function products(portal: LocalPortal, { basketItems }: StoredOrder): Markup {
  const messages = pageMessages(portal.settings.language)
  if (basketItems.length === 0) return html`<p class="nothing">${messages.noProducts}</p>`
  return html`<div class="table-box"><table><thead><tr><th scope="col">${messages.product}</th><th scope="col" class="sum">${messages.price}</th>
<th scope="col" class="sum">${messages.quantity}</th><th scope="col" class="sum">${messages.amount}</th></tr></thead>
<tbody>${basketItems.map(
    ({ name, price, quantity, currency }) => html`<tr><td data-label="${messages.product}">${name}</td>
<td data-label="${messages.price}" class="sum">${money(portal, price, currency)}</td>
<td data-label="${messages.quantity}" class="sum">${quantity}</td>
<td data-label="${messages.amount}" class="sum">${money(portal, price * quantity, currency)}</td></tr>`,
  )}</tbody></table></div>`
}
