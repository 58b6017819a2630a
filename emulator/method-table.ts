import type { RestMethod } from '@emulator/call'
import { CRM_ENUM_METHODS } from '@emulator/methods/crm-enums'
import { CRM_ITEM_METHODS } from '@emulator/methods/crm-items'
import { CRM_TYPE_METHODS } from '@emulator/methods/crm-types'
import { OPTION_METHODS } from '@emulator/methods/options'
import { ORDER_ENTITY_METHODS } from '@emulator/methods/order-entity'
import { ORDER_STATUS_METHODS } from '@emulator/methods/order-statuses'
import { ORDER_METHODS } from '@emulator/methods/orders'
import { systemMethods } from '@emulator/methods/system'
import { USER_METHODS } from '@emulator/methods/users'

/** Every method but `batch`, by its lower-case name: method names count without regard to letter case. */
export const METHODS: Map<string, RestMethod> = new Map(
  Object.entries({
    ...CRM_ENUM_METHODS,
    ...ORDER_ENTITY_METHODS,
    ...ORDER_METHODS,
    ...ORDER_STATUS_METHODS,
    ...CRM_ITEM_METHODS,
    ...CRM_TYPE_METHODS,
    ...USER_METHODS,
    ...OPTION_METHODS,
    ...systemMethods(() => METHODS),
  }),
)
