import type { CrmDealField } from '@contract/crm-deals'
import type { ItemFields } from './item-fields'
import type { LegacyType } from './legacy-type'
import { ENTITY_TYPE } from '@contract/entity-types'
import { DEAL_FIELDS } from './item-fields'

const { isRecurring: writableFlag } = DEAL_FIELDS
/** The old methods set flags that today's methods only show; whether a deal is closed follows its stage all the same. */
const TABLE = {
  ...DEAL_FIELDS,
  closed: writableFlag,
  isReturnCustomer: writableFlag,
  isRepeatedApproach: writableFlag,
} satisfies ItemFields

/** Deals as the old methods show them; reading, they never had `CONTACT_IDS`. @see api-reference/crm/deals/crm-deal-list.md */
export const LEGACY_DEAL: LegacyType<CrmDealField> = {
  entityTypeId: ENTITY_TYPE.deal,
  table: TABLE,
  names: {
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
  } satisfies Record<CrmDealField, keyof typeof DEAL_FIELDS>,
  lists: { CONTACT_IDS: 'contactIds' },
  sums: ['opportunity', 'taxValue'],
  directories: { TYPE_ID: 'DEAL_TYPE', STAGE_ID: 'DEAL_STAGE' },
  required: [],
  immutable: ['CATEGORY_ID'],
  missing: { get: ['', 'Not found'], update: ['', 'Not found'], delete: ['', 'Not found'] },
}
