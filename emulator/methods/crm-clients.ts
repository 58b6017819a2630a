import type { CrmCompanyContactRow, CrmContactCompanyRow } from '@contract/crm-clients'
import type { MethodCall, MethodReply, MethodTable } from '@emulator/calls/call'
import type { StoredRow } from '@emulator/rows/item-rows'
import { ENTITY_TYPE } from '@contract/entity-types'
import { RestError } from '@emulator/calls/errors'
import { readParamAnyCase, toInt } from '@emulator/calls/params'
import { canSeeItem } from '@emulator/calls/rights'
import { legacyError } from '@emulator/lists/legacy-list'
import { LEGACY_COMPANY, LEGACY_CONTACT } from '@emulator/rows/client-rows'
import { readRows } from '@emulator/rows/item-rows'
import { legacyMethods } from './legacy-methods'

const CONTACT = legacyMethods(LEGACY_CONTACT)
const COMPANY = legacyMethods(LEGACY_COMPANY)

function requireClient({ portal, caller, params }: MethodCall, entityTypeId: number): StoredRow {
  const id = toInt(readParamAnyCase(params, 'id'))
  if (id <= 0) throw legacyError('The parameter ownerEntityID is invalid or not defined.')
  const client = readRows(portal, entityTypeId).get(id)
  if (!client) throw legacyError('Not found')
  if (!canSeeItem(caller, entityTypeId, client)) throw new RestError('ACCESS_DENIED', 'Access denied!')
  return client
}

/** Those whom a client belongs to, in their order: the first is the main one. */
function toLinks(ids: readonly number[] = []) {
  return ids.map((id, index) => {
    const IS_PRIMARY = index === 0 ? ('Y' as const) : ('N' as const)
    return { id, link: { SORT: (index + 1) * 10, ROLE_ID: 0, IS_PRIMARY } }
  })
}

/** @see api-reference/crm/contacts/company/crm-contact-company-items-get.md */
function listCompanies(call: MethodCall): MethodReply<CrmContactCompanyRow[]> {
  const { companyIds } = requireClient(call, ENTITY_TYPE.contact)
  return { result: toLinks(companyIds).map(({ id, link }) => ({ COMPANY_ID: id, ...link })) }
}

/** @see api-reference/crm/companies/contacts/crm-company-contact-items-get.md */
function listContacts(call: MethodCall): MethodReply<CrmCompanyContactRow[]> {
  const { contactIds } = requireClient(call, ENTITY_TYPE.company)
  return { result: toLinks(contactIds).map(({ id, link }) => ({ CONTACT_ID: id, ...link })) }
}

/** Contacts and companies in their old shape. @see api-reference/crm/contacts/crm-contact-list.md */
export const CRM_CLIENT_METHODS = {
  'crm.contact.list': CONTACT.list,
  'crm.contact.get': CONTACT.get,
  'crm.contact.add': CONTACT.add,
  'crm.contact.update': CONTACT.update,
  'crm.contact.delete': CONTACT.delete,
  'crm.contact.fields': CONTACT.fields,
  'crm.contact.company.items.get': { scopes: ['crm'], legacy: true, run: listCompanies },
  'crm.company.list': COMPANY.list,
  'crm.company.get': COMPANY.get,
  'crm.company.add': COMPANY.add,
  'crm.company.update': COMPANY.update,
  'crm.company.delete': COMPANY.delete,
  'crm.company.fields': COMPANY.fields,
  'crm.company.contact.items.get': { scopes: ['crm'], legacy: true, run: listContacts },
} satisfies Partial<MethodTable>
