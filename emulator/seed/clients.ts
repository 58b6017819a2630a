import type { CrmMultifieldRow } from '@contract/crm-item-fields'
import type { CrmClientRow } from '@contract/crm-items'
import { COMPANY_FIELDS, CONTACT_FIELDS, toFlags } from '@emulator/rows/item-fields'
import { toFlatMultifields } from '@emulator/rows/multifields'
import { COMPANIES, FIRST_NAMES, LAST_NAMES } from './names'

/** Who buys: a contact, mostly with a company. */
export interface Customer {
  contactId: number
  companyId: number | null
  name: string
  email: string
  phone: string
}

const CONTACTS = 60
/** Contacts after this one buy for themselves. */
const WITH_COMPANY = 42

function at(list: readonly string[], index: number): string {
  return list[index % list.length] ?? ''
}

/** Plain letters for an address: `Grünhart` → `grunhart`. */
function toAscii(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase()
}

/** The contact with an id; 20 first names and 30 last names give no pair twice. */
function toCustomer(contactId: number): Customer & { firstName: string; lastName: string } {
  const firstName = at(FIRST_NAMES, contactId * 7)
  const lastName = at(LAST_NAMES, contactId * 11 + Math.floor(contactId / LAST_NAMES.length))
  return {
    contactId,
    companyId: contactId <= WITH_COMPANY ? ((contactId - 1) % COMPANIES.length) + 1 : null,
    firstName,
    lastName,
    name: `${firstName} ${lastName}`,
    email: `${toAscii(firstName)}.${toAscii(lastName)}@example.com`,
    phone: `+1 555 01${String(contactId).padStart(2, '0')}`,
  }
}

const CREATED_AT = '2026-07-20T10:00:00+03:00'
const AUDIT_FIELDS = {
  assignedById: 1,
  createdBy: 1,
  createdTime: CREATED_AT,
  updatedBy: 1,
  updatedTime: CREATED_AT,
  opened: 'Y' as const,
}

function toContact(customer: Customer & { firstName: string; lastName: string }): CrmClientRow {
  const { contactId: id, companyId } = customer
  const fm: CrmMultifieldRow[] = [
    { id: id * 2 + 99, typeId: 'PHONE', valueType: 'WORK', value: customer.phone },
    { id: id * 2 + 100, typeId: 'EMAIL', valueType: 'WORK', value: customer.email },
  ]
  const companies = companyId === null ? {} : { companyId, companyIds: [companyId] }
  return {
    ...toFlags(CONTACT_FIELDS),
    ...AUDIT_FIELDS,
    id,
    name: customer.firstName,
    lastName: customer.lastName,
    typeId: 'CLIENT',
    ...companies,
    fm,
    ...toFlatMultifields(fm),
  }
}

function toCompany(title: string, id: number, customers: readonly Customer[]): CrmClientRow {
  const contactIds = customers.filter(({ companyId }) => companyId === id).map(({ contactId }) => contactId)
  return { ...toFlags(COMPANY_FIELDS), ...AUDIT_FIELDS, id, title, typeId: 'CUSTOMER', contactIds }
}

/** Makes the companies, the contacts and the list of who buys. */
export function seedClients() {
  const customers = Array.from({ length: CONTACTS }, (_, index) => toCustomer(index + 1))
  const contacts = new Map<number, CrmClientRow>(customers.map((customer) => [customer.contactId, toContact(customer)]))
  const companies = new Map<number, CrmClientRow>(
    COMPANIES.map((title, index) => [index + 1, toCompany(title, index + 1, customers)]),
  )
  return { contacts, companies, customers }
}
