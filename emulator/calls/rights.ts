import type { CrmItemFields } from '@contract/crm-item-fields'
import type { LocalPortal } from '@emulator/portal/state'
import type { RestMethod, Caller } from './call'
import { ENTITY_TYPE } from '@contract/entity-types'
import { ORDER_ENTITY_ERROR } from '@contract/order-binding'
import { systemError } from './errors'

/** Pipeline of deals that the employee's role does not open. */
export const WHOLESALE_CATEGORY = 9

/** Refuses whoever has no right to the store at all. */
export function requireStoreRead(caller: Caller): void {
  if (caller.user.storeRight === 'D') throw systemError(ORDER_ENTITY_ERROR.readDenied)
}

/** Refuses whoever may not write in the store. CRM rights on the owner are not asked for. */
export function requireStoreWrite(caller: Caller): void {
  if (caller.user.storeRight !== 'W') throw systemError(ORDER_ENTITY_ERROR.writeDenied)
}

/** Reading `sale.*`: administrators by the documentation, every store manager by other sources. Switch `saleRead`. */
export function requireSaleRead(portal: LocalPortal, caller: Caller): void {
  requireStoreRead(caller)
  if (portal.settings.saleRead === 'administrator' && caller.user.storeRight !== 'W') {
    throw systemError(ORDER_ENTITY_ERROR.readDenied)
  }
}

/**
 * Says whether a person's CRM role opens an object: administrators see everything, others what is theirs or open to all;
 * the employee's role does not open the wholesale pipeline.
 */
export function canSeeItem(caller: Caller, entityTypeId: number, row: Partial<CrmItemFields>): boolean {
  const { user } = caller
  if (user.isAdmin || user.storeRight === 'W' || row.assignedById === user.id) return true
  if (row.opened === 'N') return false
  const isWholesale = entityTypeId === ENTITY_TYPE.deal && row.categoryId === WHOLESALE_CATEGORY
  return !(isWholesale && user.storeRight === 'D')
}

/** Says whether one of the caller's scopes opens the method. */
export function hasScope(caller: Caller, method: RestMethod): boolean {
  return method.scopes.length === 0 || method.scopes.some((scope) => caller.scopes.includes(scope))
}
