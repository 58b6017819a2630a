import type { LocalPortal } from '@emulator/portal/state'
import { ENTITY_TYPE } from '@contract/entity-types'
import { messagesOf } from '@emulator/portal/messages'
import { pageMessages } from './page-messages'

/** Address of a list. Deals have an address of their own, every other type is below `/crm/type/`. */
export function listAddress(entityTypeId: number): string {
  return entityTypeId === ENTITY_TYPE.deal ? '/crm/deal/list/' : `/crm/type/${entityTypeId}/list/`
}

/** Address of a card. */
export function cardAddress(entityTypeId: number, id: number): string {
  return entityTypeId === ENTITY_TYPE.deal ? `/crm/deal/details/${id}/` : `/crm/type/${entityTypeId}/details/${id}/`
}

/** Address of an order's card; only portals with an Orders section have it. */
export function orderAddress(id: number): string {
  return `/shop/orders/details/${id}/`
}

/** Where a type's placements are: tabs, the bar above the timeline and the top menu of a card; a list's rows and its top. */
export type PlacementSuffix = 'DETAIL_TAB' | 'DETAIL_ACTIVITY' | 'DETAIL_TOOLBAR' | 'LIST_MENU' | 'LIST_TOOLBAR'

const TYPE_CODES: Record<number, string> = {
  [ENTITY_TYPE.deal]: 'DEAL',
  [ENTITY_TYPE.contact]: 'CONTACT',
  [ENTITY_TYPE.company]: 'COMPANY',
  [ENTITY_TYPE.order]: 'ORDER',
  [ENTITY_TYPE.smartInvoice]: 'SMART_INVOICE',
}

/** Code of a type's placement: `CRM_DEAL_DETAIL_TAB`. @see api-reference/widgets/crm/index.md */
export function placementCode(entityTypeId: number, suffix: PlacementSuffix): string {
  return `CRM_${TYPE_CODES[entityTypeId] ?? `DYNAMIC_${entityTypeId}`}_${suffix}`
}

/** The path and query of a portal page, as apps get it. */
export function pageUri(url: URL): string {
  return `${url.pathname}${url.search}`
}

/**
 * What the top menu of a card tells an app: deals and clients are named by `ID`, everything newer by `ENTITY_ID`.
 * @see api-reference/widgets/crm/detail-toolbar.md
 */
export function toolbarOptions(
  url: URL,
  { entityTypeId, id }: { entityTypeId: number; id: number },
): Record<string, string> {
  const { deal, contact, company } = ENTITY_TYPE
  const isClassic = [deal, contact, company].some((known) => known === entityTypeId)
  return { [isClassic ? 'ID' : 'ENTITY_ID']: String(id), URI: pageUri(url) }
}

/** Name of a type's section, in the portal's language. */
export function sectionName(portal: LocalPortal, entityTypeId: number): string {
  const messages = pageMessages(portal.settings.language)
  if (entityTypeId === ENTITY_TYPE.deal) return messages.deals
  if (entityTypeId === ENTITY_TYPE.smartInvoice) return messages.invoices
  return portal.data.types.find((type) => type.entityTypeId === entityTypeId)?.title ?? messages.items
}

/** Name of one object of a type, in the portal's language. */
export function typeName(portal: LocalPortal, entityTypeId: number): string {
  const { types } = messagesOf(portal.settings.language)
  if (entityTypeId === ENTITY_TYPE.deal) return types.DEAL ?? 'DEAL'
  if (entityTypeId === ENTITY_TYPE.order) return types.ORDER ?? 'ORDER'
  if (entityTypeId === ENTITY_TYPE.smartInvoice) return types.SMART_INVOICE ?? 'SMART_INVOICE'
  return sectionName(portal, entityTypeId)
}
