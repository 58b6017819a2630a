import type { MethodTable } from '@emulator/calls/call'
import { LEGACY_LEAD } from '@emulator/rows/lead-rows'
import { legacyMethods } from './legacy-methods'

const LEAD = legacyMethods(LEGACY_LEAD)

/** Leads in their old shape. @see api-reference/crm/leads/crm-lead-list.md */
export const CRM_LEAD_METHODS = {
  'crm.lead.list': LEAD.list,
  'crm.lead.get': LEAD.get,
  'crm.lead.add': LEAD.add,
  'crm.lead.update': LEAD.update,
  'crm.lead.delete': LEAD.delete,
  'crm.lead.fields': LEAD.fields,
} satisfies Partial<MethodTable>
