import type { MethodFamily, MethodTable, RestMethod } from '@emulator/calls/call'
import { CRM_CLIENT_METHODS } from '@emulator/methods/crm-clients'
import { CRM_DEAL_METHODS } from '@emulator/methods/crm-deals'
import { CRM_ENUM_METHODS } from '@emulator/methods/crm-enums'
import { CRM_ITEM_WRITE_METHODS } from '@emulator/methods/crm-item-writes'
import { CRM_ITEM_METHODS } from '@emulator/methods/crm-items'
import { CRM_LEAD_METHODS } from '@emulator/methods/crm-leads'
import { CRM_TYPE_METHODS } from '@emulator/methods/crm-types'
import { CURRENCY_METHODS } from '@emulator/methods/currencies'
import { DEAL_PRODUCT_ROW_METHODS } from '@emulator/methods/deal-product-rows'
import { EMPTY_LIST_METHODS } from '@emulator/methods/empty-lists'
import { EVENT_METHODS } from '@emulator/methods/events'
import { OPTION_METHODS } from '@emulator/methods/options'
import { ORDER_ENTITY_METHODS } from '@emulator/methods/order-entity'
import { ORDER_PROPERTY_METHODS } from '@emulator/methods/order-properties'
import { ORDER_STATUS_METHODS } from '@emulator/methods/order-statuses'
import { ORDER_WRITE_METHODS } from '@emulator/methods/order-writes'
import { ORDER_METHODS } from '@emulator/methods/orders'
import { PLACEMENT_METHODS } from '@emulator/methods/placements'
import { PRODUCT_ROW_WRITE_METHODS } from '@emulator/methods/product-row-writes'
import { PRODUCT_ROW_METHODS } from '@emulator/methods/product-rows'
import { STORAGE_ITEM_METHODS } from '@emulator/methods/storage-items'
import { STORAGE_PROPERTY_METHODS } from '@emulator/methods/storage-properties'
import { STORAGE_METHODS } from '@emulator/methods/storages'
import { systemMethods } from '@emulator/methods/system'
import { USER_METHODS } from '@emulator/methods/users'

/** Methods by their lower-case names: names count without regard to letter case. */
export type Methods = ReadonlyMap<string, RestMethod>

/** Gives every method but `batch`; those given are added, or take the place of the portal's own. */
export function toMethods(given: MethodFamily = {}): Methods {
  const methods = new Map<string, RestMethod>()
  const own = {
    ...CRM_ENUM_METHODS,
    ...ORDER_ENTITY_METHODS,
    ...ORDER_METHODS,
    ...ORDER_WRITE_METHODS,
    ...ORDER_PROPERTY_METHODS,
    ...ORDER_STATUS_METHODS,
    ...CRM_ITEM_METHODS,
    ...CRM_ITEM_WRITE_METHODS,
    ...CRM_DEAL_METHODS,
    ...DEAL_PRODUCT_ROW_METHODS,
    ...CRM_CLIENT_METHODS,
    ...PRODUCT_ROW_METHODS,
    ...PRODUCT_ROW_WRITE_METHODS,
    ...CRM_LEAD_METHODS,
    ...CRM_TYPE_METHODS,
    ...CURRENCY_METHODS,
    ...USER_METHODS,
    ...OPTION_METHODS,
    ...PLACEMENT_METHODS,
    ...EVENT_METHODS,
    ...EMPTY_LIST_METHODS,
    ...STORAGE_METHODS,
    ...STORAGE_PROPERTY_METHODS,
    ...STORAGE_ITEM_METHODS,
    ...systemMethods(() => methods),
  } satisfies MethodTable
  for (const [name, method] of Object.entries<RestMethod>({ ...own, ...given })) methods.set(name.toLowerCase(), method)
  return methods
}

/** The methods of a portal that was given none. */
export const METHODS: Methods = toMethods()
