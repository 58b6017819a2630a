import type { MethodTable, RestMethod } from '@emulator/calls/call'
import { CRM_DEAL_METHODS } from '@emulator/methods/crm-deals'
import { CRM_ENUM_METHODS } from '@emulator/methods/crm-enums'
import { CRM_ITEM_WRITE_METHODS } from '@emulator/methods/crm-item-writes'
import { CRM_ITEM_METHODS } from '@emulator/methods/crm-items'
import { CRM_TYPE_METHODS } from '@emulator/methods/crm-types'
import { CURRENCY_METHODS } from '@emulator/methods/currencies'
import { OPTION_METHODS } from '@emulator/methods/options'
import { ORDER_ENTITY_METHODS } from '@emulator/methods/order-entity'
import { ORDER_STATUS_METHODS } from '@emulator/methods/order-statuses'
import { ORDER_WRITE_METHODS } from '@emulator/methods/order-writes'
import { ORDER_METHODS } from '@emulator/methods/orders'
import { PLACEMENT_METHODS } from '@emulator/methods/placements'
import { STORAGE_ITEM_METHODS } from '@emulator/methods/storage-items'
import { STORAGE_PROPERTY_METHODS } from '@emulator/methods/storage-properties'
import { STORAGE_METHODS } from '@emulator/methods/storages'
import { systemMethods } from '@emulator/methods/system'
import { USER_METHODS } from '@emulator/methods/users'

/** Every method but `batch`, by its lower-case name: method names count without regard to letter case. */
export const METHODS: Map<string, RestMethod> = new Map(
  Object.entries({
    ...CRM_ENUM_METHODS,
    ...ORDER_ENTITY_METHODS,
    ...ORDER_METHODS,
    ...ORDER_WRITE_METHODS,
    ...ORDER_STATUS_METHODS,
    ...CRM_ITEM_METHODS,
    ...CRM_ITEM_WRITE_METHODS,
    ...CRM_DEAL_METHODS,
    ...CRM_TYPE_METHODS,
    ...CURRENCY_METHODS,
    ...USER_METHODS,
    ...OPTION_METHODS,
    ...PLACEMENT_METHODS,
    ...STORAGE_METHODS,
    ...STORAGE_PROPERTY_METHODS,
    ...STORAGE_ITEM_METHODS,
    ...systemMethods(() => METHODS),
  } satisfies MethodTable),
)
