import type { CrmClientRow } from '@contract/crm-items'
import { COMPANIES, FIRST_NAMES, LAST_NAMES } from '@emulator/seed-words'

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
  return name.normalize('NFD').replace(/[^a-z]/gi, '').toLowerCase()
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

/** Makes the companies, the contacts and the list of who buys. */
export function seedClients() {
  const customers = Array.from({ length: CONTACTS }, (_, index) => toCustomer(index + 1))
  const contacts = new Map<number, CrmClientRow>(
    customers.map(({ contactId, firstName, lastName }) => [contactId, { id: contactId, name: firstName, lastName }]),
  )
  const companies = new Map<number, CrmClientRow>(COMPANIES.map((title, index) => [index + 1, { id: index + 1, title }]))
  const buyers: Customer[] = customers
  return { contacts, companies, buyers }
}
