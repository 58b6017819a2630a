import type { Case } from './case'
import { BATCH_CASES } from './batch.cases'
import { COMMON_METHOD_CASES } from './common-methods.cases'
import { CRM_COMPANY_CASES } from './crm-companies.cases'
import { CRM_CONTACT_CASES } from './crm-contacts.cases'
import { CRM_DEAL_CASES } from './crm-deals.cases'
import { CRM_DIRECTORY_CASES } from './crm-directories.cases'
import { CRM_ITEM_ADD_CASES } from './crm-item-add.cases'
import { CRM_ITEM_CHANGE_CASES } from './crm-item-changes.cases'
import { CRM_ITEM_LIST_CASES } from './crm-item-lists.cases'
import { CRM_LEAD_CASES } from './crm-leads.cases'
import { CURRENCY_CASES } from './currencies.cases'
import { DEAL_PRODUCT_ROW_CASES } from './deal-product-rows.cases'
import { EMPTY_LIST_CASES } from './empty-lists.cases'
import { EVENT_CASES } from './events.cases'
import { FAULT_CASES } from './faults.cases'
import { IDENTITY_CASES } from './identity.cases'
import { LIMIT_CASES } from './limits.cases'
import { LIVE_CASES } from './live.cases'
import { ORDER_DIRECTORY_CASES } from './order-directories.cases'
import { ORDER_ENTITY_LIST_CASES } from './order-entity-lists.cases'
import { ORDER_ENTITY_WRITE_CASES } from './order-entity-writes.cases'
import { PLACEMENT_CASES } from './placements.cases'
import { PRODUCT_ROW_READ_CASES } from './product-row-reads.cases'
import { PRODUCT_ROW_WRITE_CASES } from './product-row-writes.cases'
import { SALE_ORDER_LIST_CASES } from './sale-order-lists.cases'
import { SALE_ORDER_WRITE_CASES } from './sale-order-writes.cases'
import { SPELLING_CASES } from './spellings.cases'
import { STORAGE_CASES } from './storages.cases'
import { USER_CASES } from './users.cases'
import { WRITTEN_VALUE_CASES } from './written-values.cases'

/** Every case of the suite, by what it is about. */
export const CASES_BY_FAMILY: Record<string, readonly Case[]> = {
  'batch': BATCH_CASES,
  'common methods': COMMON_METHOD_CASES,
  'crm.company': CRM_COMPANY_CASES,
  'crm.contact': CRM_CONTACT_CASES,
  'crm.currency': CURRENCY_CASES,
  'crm.deal': CRM_DEAL_CASES,
  'crm.deal.productrows': DEAL_PRODUCT_ROW_CASES,
  'crm.item: add': CRM_ITEM_ADD_CASES,
  'crm.item: list and get': CRM_ITEM_LIST_CASES,
  'crm.item: update and delete': CRM_ITEM_CHANGE_CASES,
  'crm.item.productrow: list and get': PRODUCT_ROW_READ_CASES,
  'crm.item.productrow: add, set, update and delete': PRODUCT_ROW_WRITE_CASES,
  'crm.lead': CRM_LEAD_CASES,
  'crm.orderentity: add and deleteByFilter': ORDER_ENTITY_WRITE_CASES,
  'crm.orderentity: list and getFields': ORDER_ENTITY_LIST_CASES,
  'directories of CRM': CRM_DIRECTORY_CASES,
  'directories of orders': ORDER_DIRECTORY_CASES,
  'booleans, keys and dates': SPELLING_CASES,
  'entity': STORAGE_CASES,
  'event': EVENT_CASES,
  'faults': FAULT_CASES,
  'identity': IDENTITY_CASES,
  'limits': LIMIT_CASES,
  'lists with nothing in them': EMPTY_LIST_CASES,
  'placement': PLACEMENT_CASES,
  'sale.order: add, update and delete': SALE_ORDER_WRITE_CASES,
  'sale.order: list and get': SALE_ORDER_LIST_CASES,
  'user': USER_CASES,
  'values that are written': WRITTEN_VALUE_CASES,
  'what holds on every portal': LIVE_CASES,
}

export const ALL_CASES: readonly Case[] = Object.values(CASES_BY_FAMILY).flat()
