import type { Case } from './play'
import { BATCH_CASES } from './batch.cases'
import { CRM_DEALS_CASES } from './crm-deals.cases'
import { CRM_ITEMS_CASES } from './crm-items.cases'
import { CURRENCIES_CASES } from './currencies.cases'
import { FAULTS_CASES } from './faults.cases'
import { IDENTITY_CASES } from './identity.cases'
import { LIMITS_CASES } from './limits.cases'
import { LIVE_CASES } from './live.cases'
import { ORDER_ENTITY_CASES } from './order-entity.cases'
import { PLACEMENTS_CASES } from './placements.cases'
import { SALE_ORDERS_CASES } from './sale-orders.cases'
import { STORAGES_CASES } from './storages.cases'
import { USERS_CASES } from './users.cases'

/** Every case of the suite. */
export const ALL_CASES: readonly Case[] = [
  ...BATCH_CASES,
  ...CRM_DEALS_CASES,
  ...CRM_ITEMS_CASES,
  ...CURRENCIES_CASES,
  ...FAULTS_CASES,
  ...IDENTITY_CASES,
  ...LIMITS_CASES,
  ...LIVE_CASES,
  ...ORDER_ENTITY_CASES,
  ...PLACEMENTS_CASES,
  ...SALE_ORDERS_CASES,
  ...STORAGES_CASES,
  ...USERS_CASES,
]
