import type { CrmItemRow } from '@contract/crm-items'
import type { LocalPortal } from '@emulator/portal/state'
import type { Markup } from './html'
import type { PageContent } from './page-content'
import { cardAddress, listAddress, pageUri, placementCode, sectionName } from './addresses'
import { appMenu } from './app-menus'
import { itemClient, money, stageOf } from './format'
import { html } from './html'
import { pageMessages } from './page-messages'
import { pageSlice, pager } from './pager'
import { visibleItems } from './visible-items'

/** The list of a type's objects, newest first, with a switch of pipelines where there are several. */
export function itemList(portal: LocalPortal, url: URL, entityTypeId: number): PageContent | undefined {
  if (!portal.data.items.has(entityTypeId)) return undefined
  const category = url.searchParams.get('category')
  const found = visibleItems(portal, entityTypeId).filter(
    ({ categoryId }) => category === null || String(categoryId) === category,
  )
  const slice = pageSlice(found, url)
  return {
    title: sectionName(portal, entityTypeId),
    aside: html`${pipelineSwitch(portal, url, entityTypeId)}
${appMenu(portal, placementCode(entityTypeId, 'LIST_TOOLBAR'), { URI: pageUri(url) })}`,
    body: html`${itemTable(portal, slice.rows, { entityTypeId, uri: pageUri(url) })}${pager(portal, url, slice)}`,
  }
}

/** A table of CRM objects whose rows open their cards in the side panel. */
export function itemTable(
  portal: LocalPortal,
  rows: CrmItemRow[],
  { entityTypeId, uri }: { entityTypeId: number; uri: string },
): Markup {
  const messages = pageMessages(portal.settings.language)
  if (rows.length === 0) return html`<p class="nothing">${messages.nothingFound}</p>`
  return html`<div class="table-box" data-live><table>
<thead><tr><th scope="col">${messages.title}</th><th scope="col">${messages.stage}</th>
<th scope="col" class="sum">${messages.amount}</th><th scope="col">${messages.client}</th></tr></thead>
<tbody>${rows.map(
    (item) => html`<tr>
<td data-label="${messages.title}"><a data-slider href="${cardAddress(entityTypeId, item.id)}">${item.title}</a>
${appMenu(portal, placementCode(entityTypeId, 'LIST_MENU'), { ID: String(item.id), URI: uri })}</td>
<td data-label="${messages.stage}">${stageBadge(portal, item)}</td>
<td data-label="${messages.amount}" class="sum">${money(portal, item.opportunity, item.currencyId)}</td>
<td data-label="${messages.client}">${itemClient(portal, item)}</td></tr>`,
  )}</tbody></table></div>`
}

function stageBadge(portal: LocalPortal, item: CrmItemRow): Markup {
  const stage = stageOf(portal, item)
  return html`<span class="badge"><i class="dot" data-semantics="${stage?.SEMANTICS ?? 'P'}"></i>${stage?.NAME ?? item.stageId ?? '—'}</span>`
}

function pipelineSwitch(portal: LocalPortal, url: URL, entityTypeId: number): Markup | undefined {
  const messages = pageMessages(portal.settings.language)
  const categories = portal.data.categories
    .filter((category) => category.entityTypeId === entityTypeId)
    .sort((one, other) => other.isDefault.localeCompare(one.isDefault) || one.sort - other.sort)
  if (categories.length < 2) return undefined
  const chosen = url.searchParams.get('category')
  const link = (query: string, name: string, current: boolean) =>
    html`<a href="${listAddress(entityTypeId)}${query}"${current && html` aria-current="true"`}>${name}</a>`
  return html`<nav class="switch" aria-label="${messages.pipeline}">${link('', messages.all, chosen === null)}
${categories.map(({ id, name }) => link(`?category=${id}`, name, chosen === String(id)))}</nav>`
}
