import type { LocalPortal } from '@emulator/state'
import { ENTITY_TYPE } from '@contract/order-binding'
import { wordsOf } from '@emulator/words'
import { chromeWords } from './chrome-words'

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

/** Code of the placement that adds tabs to cards of a type. @see api-reference/widgets/crm/detail-tab.md */
export function tabPlacement(entityTypeId: number): string {
  if (entityTypeId === ENTITY_TYPE.deal) return 'CRM_DEAL_DETAIL_TAB'
  if (entityTypeId === ENTITY_TYPE.smartInvoice) return 'CRM_SMART_INVOICE_DETAIL_TAB'
  return `CRM_DYNAMIC_${entityTypeId}_DETAIL_TAB`
}

/** Name of a type's section, in the portal's language. */
export function sectionName(portal: LocalPortal, entityTypeId: number): string {
  const words = chromeWords(portal.settings.language)
  if (entityTypeId === ENTITY_TYPE.deal) return words.deals
  if (entityTypeId === ENTITY_TYPE.smartInvoice) return words.invoices
  return portal.data.types.find((type) => type.entityTypeId === entityTypeId)?.title ?? words.items
}

/** Name of one object of a type, in the portal's language. */
export function typeName(portal: LocalPortal, entityTypeId: number): string {
  const { types } = wordsOf(portal.settings.language)
  if (entityTypeId === ENTITY_TYPE.deal) return types.DEAL ?? 'DEAL'
  if (entityTypeId === ENTITY_TYPE.order) return types.ORDER ?? 'ORDER'
  if (entityTypeId === ENTITY_TYPE.smartInvoice) return types.SMART_INVOICE ?? 'SMART_INVOICE'
  return sectionName(portal, entityTypeId)
}
