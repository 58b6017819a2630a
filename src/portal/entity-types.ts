import type { OwnerTypeId } from '@/domain/id'
import type { OwnerWord } from '@/domain/owner-type'
import { ENTITY_TYPE } from '@contract/entity-types'

/**
 * Types that a portal's administrator makes: 128 to 191 and from 1030 on; 192 to 255 are suspended.
 * @see api-reference/crm/data-types.md
 */
function isDynamicType(typeId: number): boolean {
  return (typeId >= 128 && typeId <= 191) || typeId >= 1030
}

/** Types whose objects `crm.item.*` can search and show with a title, a stage and a sum. */
export function isSearchableType(typeId: OwnerTypeId): boolean {
  return typeId === ENTITY_TYPE.deal || typeId === ENTITY_TYPE.smartInvoice || isDynamicType(typeId)
}

/** What texts call an owner of this type. */
export function ownerWordOf(typeId: OwnerTypeId): OwnerWord {
  if (typeId === ENTITY_TYPE.deal) return 'deal'
  return typeId === ENTITY_TYPE.smartInvoice ? 'invoice' : 'item'
}

/** The list of stages, in `crm.status.list`, of one pipeline of a type. @see api-reference/crm/status/crm-status-entity-types.md */
export function stageListOf(typeId: OwnerTypeId, categoryId: number): string {
  if (typeId === ENTITY_TYPE.deal) return categoryId === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${categoryId}`
  if (typeId === ENTITY_TYPE.smartInvoice) return `SMART_INVOICE_STAGE_${categoryId}`
  return `DYNAMIC_${typeId}_STAGE_${categoryId}`
}

/** Where the portal shows an object's card; the first part of the path. */
export function cardFolderOf(typeId: OwnerTypeId): string | undefined {
  if (typeId === ENTITY_TYPE.deal) return '/crm/deal/details/'
  // Unconfirmed for 31: invoices are said to open at the address of dynamic types.
  return isSearchableType(typeId) ? `/crm/type/${typeId}/details/` : undefined
}

/** What people call one object of a type that every portal has, in English and Russian; lower case. */
export function namesOf(typeId: OwnerTypeId): readonly string[] {
  if (typeId === ENTITY_TYPE.deal) return ['deal', 'сделка', 'сделки', 'сделке', 'сделку']
  return typeId === ENTITY_TYPE.smartInvoice ? ['invoice', 'счёт', 'счет', 'счёта', 'счета'] : []
}

/** What product rows call a type. @see api-reference/crm/data-types.md */
export function productOwnerCodeOf(typeId: OwnerTypeId): string {
  if (typeId === ENTITY_TYPE.deal) return 'D'
  return typeId === ENTITY_TYPE.smartInvoice ? 'SI' : `T${typeId.toString(16)}`
}
