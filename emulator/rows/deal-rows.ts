import type { CrmDealField, CrmDealRow } from '@contract/crm-deals'
import type { CrmItemRow } from '@contract/crm-items'
import type { Params } from '@emulator/calls/call'
import type { FieldKinds } from '@emulator/lists/filter'
import { splitKey } from '@emulator/lists/filter'
import { DEAL_FIELDS } from './item-fields'
import { toFullRow } from './item-rows'
import { mapValues } from './map-values'

/** Today's name of each field of the legacy methods; they never had `CONTACT_IDS`. @see api-reference/crm/deals/crm-deal-list.md */
const NAME_BY_LEGACY = {
  ID: 'id',
  DATE_CREATE: 'createdTime',
  DATE_MODIFY: 'updatedTime',
  CREATED_BY_ID: 'createdBy',
  MODIFY_BY_ID: 'updatedBy',
  ASSIGNED_BY_ID: 'assignedById',
  OPENED: 'opened',
  LAST_ACTIVITY_BY: 'lastActivityBy',
  LAST_ACTIVITY_TIME: 'lastActivityTime',
  TITLE: 'title',
  CATEGORY_ID: 'categoryId',
  STAGE_ID: 'stageId',
  MOVED_BY_ID: 'movedBy',
  MOVED_TIME: 'movedTime',
  COMPANY_ID: 'companyId',
  CONTACT_ID: 'contactId',
  OPPORTUNITY: 'opportunity',
  IS_MANUAL_OPPORTUNITY: 'isManualOpportunity',
  TAX_VALUE: 'taxValue',
  CURRENCY_ID: 'currencyId',
  BEGINDATE: 'begindate',
  CLOSEDATE: 'closedate',
  SOURCE_ID: 'sourceId',
  SOURCE_DESCRIPTION: 'sourceDescription',
  UTM_SOURCE: 'utmSource',
  UTM_MEDIUM: 'utmMedium',
  UTM_CAMPAIGN: 'utmCampaign',
  UTM_CONTENT: 'utmContent',
  UTM_TERM: 'utmTerm',
  TYPE_ID: 'typeId',
  STAGE_SEMANTIC_ID: 'stageSemanticId',
  CLOSED: 'closed',
  IS_NEW: 'isNew',
  IS_RECURRING: 'isRecurring',
  IS_RETURN_CUSTOMER: 'isReturnCustomer',
  IS_REPEATED_APPROACH: 'isRepeatedApproach',
  PROBABILITY: 'probability',
  COMMENTS: 'comments',
  LEAD_ID: 'leadId',
  QUOTE_ID: 'quoteId',
  LOCATION_ID: 'locationId',
  ORIGINATOR_ID: 'originatorId',
  ORIGIN_ID: 'originId',
  ADDITIONAL_INFO: 'additionalInfo',
} as const satisfies Record<CrmDealField, keyof typeof DEAL_FIELDS>

const MONEY = ['opportunity', 'taxValue']

function findName(legacy: string): string | undefined {
  return Object.entries(NAME_BY_LEGACY).find(([known]) => known === legacy)?.[1]
}

/** How the fields that the legacy methods know compare, by their names of today. */
export const LEGACY_DEAL_KINDS: FieldKinds = Object.fromEntries(
  Object.values(NAME_BY_LEGACY).map((name) => [name, DEAL_FIELDS[name].kind]),
)

/** Gives a legacy filter or order by the names of today, prefixes kept; names that are not known are dropped. */
export function fromLegacyKeys(map: Params): Params {
  const entries = Object.entries(map).flatMap(([key, value]) => {
    const { prefix, field } = splitKey(key, false)
    const name = findName(field)
    return name === undefined ? [] : [[`${prefix}${name}`, value] as const]
  })
  return Object.fromEntries(entries)
}

function toText(name: string, value: unknown): string | null {
  if (MONEY.includes(name)) return Number(value ?? 0).toFixed(2)
  return value === null || value === undefined ? null : String(value)
}

/** Writes a deal as the legacy methods do: names in capitals, every value a string or null. @see api-reference/crm/deals/crm-deal-get.md */
export function toLegacyDeal(row: CrmItemRow): CrmDealRow {
  const full = toFullRow(DEAL_FIELDS, row)
  return mapValues(NAME_BY_LEGACY, (name) => toText(name, full[name]))
}

/** Gives the fields of a legacy write by their names of today; names that are not known are dropped. */
export function fromLegacyFields(fields: Params): Params {
  const entries = Object.entries(fields).flatMap(([legacy, value]) => {
    const name = legacy === 'CONTACT_IDS' ? 'contactIds' : findName(legacy)
    return name === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}
