import type { CrmItemRow } from '@contract/crm-items'
import type { LocalPortal } from '@emulator/portal/state'
import type { PlacementSuffix } from './addresses'
import type { Markup } from './html'
import type { PageContent } from './page-content'
import { pageUri, placementCode, toolbarOptions, typeName } from './addresses'
import { activityBar, appMenu } from './app-menus'
import { fieldBox } from './fields'
import { clientName } from './find-names'
import { day, dayOf, money, personName, pipelineOf, stageOf } from './format'
import { html } from './html'
import { pageMessages } from './page-messages'
import { placementTabs, tabs } from './tabs'
import { visibleItems } from './visible-items'

/** The card of a deal, an invoice or an item of a dynamic type, with one more tab for every app placement. */
export function itemCard(
  portal: LocalPortal,
  url: URL,
  { entityTypeId, id }: { entityTypeId: number; id: number },
): PageContent | undefined {
  const item = visibleItems(portal, entityTypeId).find((visible) => visible.id === id)
  if (!item) return undefined
  const messages = pageMessages(portal.settings.language)
  // @see api-reference/widgets/crm/detail-tab.md: values are strings, URI is the page's own address with its query.
  const options = { ID: String(id), URI: pageUri(url) }
  const code = (place: PlacementSuffix) => placementCode(entityTypeId, place)
  return {
    title: item.title,
    aside: html`<span class="badge">${typeName(portal, entityTypeId)} · ${id}</span>
${appMenu(portal, code('DETAIL_TOOLBAR'), toolbarOptions(url, { entityTypeId, id }))}`,
    body: html`<div data-live>${stageBar(portal, item)}</div>${tabs(portal, [
      {
        id: 'general',
        title: messages.general,
        body: html`${activityBar(portal, code('DETAIL_ACTIVITY'), options)}<div data-live>${general(portal, item)}</div>`,
      },
      ...placementTabs(portal, code('DETAIL_TAB'), options),
    ])}`,
  }
}

function general(portal: LocalPortal, item: CrmItemRow): Markup {
  const messages = pageMessages(portal.settings.language)
  return html`<div class="boxes">${fieldBox(messages.general, [
    ...(item.accountNumber ? [[messages.accountNumber, item.accountNumber] as [string, string]] : []),
    [messages.amount, money(portal, item.opportunity, item.currencyId)],
    [messages.stage, stageOf(portal, item)?.NAME],
    [messages.created, dayOf(portal, item.createdTime)],
    [messages.closeDate, day(portal, item.closedate)],
    [messages.responsible, personName(portal, item.assignedById)],
  ])}${fieldBox(messages.client, [
    [messages.company, clientLink(portal.data.companies.get(item.companyId ?? 0), 'company')],
    [messages.contact, clientLink(portal.data.contacts.get(item.contactId ?? 0), 'contact')],
  ])}</div>`
}

/** A client's name as a link to its card; nothing when there is no client. */
function clientLink(
  client: Parameters<typeof clientName>[0] | undefined,
  kind: 'company' | 'contact',
): Markup | undefined {
  return client && html`<a data-slider href="/crm/${kind}/details/${client.id}/">${clientName(client)}</a>`
}

/** The steps of the pipeline; a lost object shows its failure as the last step. */
function stageBar(portal: LocalPortal, item: CrmItemRow): Markup | undefined {
  const stage = stageOf(portal, item)
  if (!stage) return undefined
  const steps = pipelineOf(portal, stage).filter(({ SEMANTICS }) => SEMANTICS !== 'F')
  const shown = stage.SEMANTICS === 'F' ? [...steps.filter(({ SEMANTICS }) => SEMANTICS !== 'S'), stage] : steps
  const reached = shown.findIndex(({ STATUS_ID }) => STATUS_ID === stage.STATUS_ID)
  return html`<ol class="stages" aria-label="${pageMessages(portal.settings.language).stage}">${shown.map(
    (
      { NAME, SEMANTICS },
      index,
    ) => html`<li data-semantics="${SEMANTICS ?? 'P'}"${index <= reached && html` class="reached"`}
${index === reached && html` aria-current="step"`}>${NAME}</li>`,
  )}</ol>`
}
