import type { CrmCompanyField, CrmContactField } from '@contract/crm-clients'
import type { LegacyType } from './legacy-type'
import { ENTITY_TYPE } from '@contract/entity-types'
import { COMPANY_FIELDS, CONTACT_FIELDS } from './item-fields'

/** Of the parts of an address only the old whole one has a field today. */
const ADDRESS = {
  ADDRESS: 'address',
  ADDRESS_2: null,
  ADDRESS_CITY: null,
  ADDRESS_POSTAL_CODE: null,
  ADDRESS_REGION: null,
  ADDRESS_PROVINCE: null,
  ADDRESS_COUNTRY: null,
  ADDRESS_LOC_ADDR_ID: null,
} as const

const CLIENT = {
  ID: 'id',
  LEAD_ID: 'leadId',
  HAS_PHONE: 'hasPhone',
  HAS_EMAIL: 'hasEmail',
  HAS_IMOL: 'hasImol',
  ASSIGNED_BY_ID: 'assignedById',
  CREATED_BY_ID: 'createdBy',
  MODIFY_BY_ID: 'updatedBy',
  DATE_CREATE: 'createdTime',
  DATE_MODIFY: 'updatedTime',
  COMMENTS: 'comments',
  OPENED: 'opened',
  ORIGINATOR_ID: 'originatorId',
  ORIGIN_ID: 'originId',
  ORIGIN_VERSION: 'originVersion',
  ...ADDRESS,
  UTM_SOURCE: 'utmSource',
  UTM_MEDIUM: 'utmMedium',
  UTM_CAMPAIGN: 'utmCampaign',
  UTM_CONTENT: 'utmContent',
  UTM_TERM: 'utmTerm',
  LAST_ACTIVITY_BY: 'lastActivityBy',
  LAST_ACTIVITY_TIME: 'lastActivityTime',
} as const

/** Contacts as the old methods show them. @see api-reference/crm/contacts/crm-contact-get.md */
export const LEGACY_CONTACT: LegacyType<CrmContactField> = {
  entityTypeId: ENTITY_TYPE.contact,
  table: CONTACT_FIELDS,
  names: {
    ...CLIENT,
    POST: 'post',
    HONORIFIC: 'honorific',
    NAME: 'name',
    SECOND_NAME: 'secondName',
    LAST_NAME: 'lastName',
    PHOTO: 'photo',
    TYPE_ID: 'typeId',
    SOURCE_ID: 'sourceId',
    SOURCE_DESCRIPTION: 'sourceDescription',
    COMPANY_ID: 'companyId',
    BIRTHDATE: 'birthdate',
    EXPORT: 'export',
    FACE_ID: null,
  } satisfies Record<CrmContactField, keyof typeof CONTACT_FIELDS | null>,
  lists: { COMPANY_IDS: 'companyIds' },
  sums: [],
  directories: { TYPE_ID: 'CONTACT_TYPE' },
  required: ['NAME', 'SECOND_NAME', 'LAST_NAME'],
  missing: {
    get: ['', 'Not found'],
    update: ['', 'Contact is not found'],
    delete: ['ERROR_CORE', 'Element not found'],
  },
}

/** Companies as the old methods show them. @see api-reference/crm/companies/crm-company-get.md */
export const LEGACY_COMPANY: LegacyType<CrmCompanyField> = {
  entityTypeId: ENTITY_TYPE.company,
  table: COMPANY_FIELDS,
  names: {
    ...CLIENT,
    TITLE: 'title',
    COMPANY_TYPE: 'typeId',
    LOGO: 'logo',
    BANKING_DETAILS: 'bankingDetails',
    INDUSTRY: 'industry',
    REVENUE: 'revenue',
    CURRENCY_ID: 'currencyId',
    EMPLOYEES: 'employees',
    IS_MY_COMPANY: 'isMyCompany',
    ADDRESS_COUNTRY_CODE: null,
    ADDRESS_LEGAL: 'addressLegal',
    REG_ADDRESS: null,
    REG_ADDRESS_2: null,
    REG_ADDRESS_CITY: null,
    REG_ADDRESS_POSTAL_CODE: null,
    REG_ADDRESS_REGION: null,
    REG_ADDRESS_PROVINCE: null,
    REG_ADDRESS_COUNTRY: null,
    REG_ADDRESS_COUNTRY_CODE: null,
    REG_ADDRESS_LOC_ADDR_ID: null,
    LAST_COMMUNICATION_TIME: null,
  } satisfies Record<CrmCompanyField, keyof typeof COMPANY_FIELDS | null>,
  lists: { CONTACT_ID: 'contactIds' },
  sums: [],
  directories: {},
  required: ['TITLE'],
  missing: {
    get: ['', 'Not found'],
    update: ['', 'Company is not found'],
    delete: ['', 'Company is not found'],
  },
}
