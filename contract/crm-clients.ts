/** Contacts and companies in their old shape. @see api-reference/crm/contacts/index.md */
import type { LegacyRow } from './crm-legacy'
import type { YesNo } from './rest'

/** What both have, but for fields of the portal's own making (`UF_CRM_…`, `PARENT_ID_…`). */
type ClientField =
  | 'ID'
  | 'LEAD_ID'
  | 'HAS_PHONE'
  | 'HAS_EMAIL'
  | 'HAS_IMOL'
  | 'ASSIGNED_BY_ID'
  | 'CREATED_BY_ID'
  | 'MODIFY_BY_ID'
  | 'DATE_CREATE'
  | 'DATE_MODIFY'
  | 'COMMENTS'
  | 'OPENED'
  | 'ORIGINATOR_ID'
  | 'ORIGIN_ID'
  | 'ORIGIN_VERSION'
  | 'ADDRESS'
  | 'ADDRESS_2'
  | 'ADDRESS_CITY'
  | 'ADDRESS_POSTAL_CODE'
  | 'ADDRESS_REGION'
  | 'ADDRESS_PROVINCE'
  | 'ADDRESS_COUNTRY'
  | 'ADDRESS_LOC_ADDR_ID'
  | 'UTM_SOURCE'
  | 'UTM_MEDIUM'
  | 'UTM_CAMPAIGN'
  | 'UTM_CONTENT'
  | 'UTM_TERM'
  | 'LAST_ACTIVITY_BY'
  | 'LAST_ACTIVITY_TIME'

/** @see api-reference/crm/contacts/crm-contact-get.md */
export type CrmContactField =
  | ClientField
  | 'POST'
  | 'HONORIFIC'
  | 'NAME'
  | 'SECOND_NAME'
  | 'LAST_NAME'
  | 'PHOTO'
  | 'TYPE_ID'
  | 'SOURCE_ID'
  | 'SOURCE_DESCRIPTION'
  | 'COMPANY_ID'
  | 'BIRTHDATE'
  | 'EXPORT'
  | 'FACE_ID'

/** @see api-reference/crm/companies/crm-company-get.md */
export type CrmCompanyField =
  | ClientField
  | 'TITLE'
  | 'COMPANY_TYPE'
  | 'LOGO'
  | 'BANKING_DETAILS'
  | 'INDUSTRY'
  | 'REVENUE'
  | 'CURRENCY_ID'
  | 'EMPLOYEES'
  | 'IS_MY_COMPANY'
  | 'ADDRESS_COUNTRY_CODE'
  | 'ADDRESS_LEGAL'
  | 'REG_ADDRESS'
  | 'REG_ADDRESS_2'
  | 'REG_ADDRESS_CITY'
  | 'REG_ADDRESS_POSTAL_CODE'
  | 'REG_ADDRESS_REGION'
  | 'REG_ADDRESS_PROVINCE'
  | 'REG_ADDRESS_COUNTRY'
  | 'REG_ADDRESS_COUNTRY_CODE'
  | 'REG_ADDRESS_LOC_ADDR_ID'
  | 'LAST_COMMUNICATION_TIME'

export type CrmContactRow = LegacyRow<CrmContactField>
export type CrmCompanyRow = LegacyRow<CrmCompanyField>

/** That a contact belongs to a company; roles are not used. */
interface ClientLink {
  SORT: number
  ROLE_ID: number
  IS_PRIMARY: YesNo
}

/** The companies of a contact. @see api-reference/crm/contacts/company/crm-contact-company-items-get.md */
export interface CrmContactCompanyRow extends ClientLink {
  COMPANY_ID: number
}

/** The contacts of a company. @see api-reference/crm/companies/contacts/crm-company-contact-items-get.md */
export interface CrmCompanyContactRow extends ClientLink {
  CONTACT_ID: number
}
