import type { MethodTable } from '@emulator/calls/call'
import { LEGACY_DEAL } from '@emulator/rows/deal-rows'
import { legacyMethods } from './legacy-methods'

const DEAL = legacyMethods(LEGACY_DEAL)

/** Deals in their old shape. @see api-reference/crm/deals/crm-deal-list.md */
export const CRM_DEAL_METHODS = {
  'crm.deal.list': DEAL.list,
  'crm.deal.get': DEAL.get,
  'crm.deal.add': DEAL.add,
  'crm.deal.update': DEAL.update,
  'crm.deal.delete': DEAL.delete,
  'crm.deal.fields': DEAL.fields,
} satisfies Partial<MethodTable>
