import type { LocalPortal } from '@emulator/portal/state'
import { ENTITY_TYPE } from '@contract/entity-types'

function withId(ids: readonly number[], id: number, isWanted: boolean): readonly number[] {
  if (ids.includes(id) === isWanted) return ids
  return isWanted ? [...ids, id] : ids.filter((known) => known !== id)
}

function linkCompanies({ data }: LocalPortal, contactId: number): void {
  const wanted = data.contacts.get(contactId)?.companyIds ?? []
  for (const company of data.companies.values()) {
    const present = company.contactIds ?? []
    const contactIds = withId(present, contactId, wanted.includes(company.id))
    if (contactIds !== present) data.companies.set(company.id, { ...company, contactIds: [...contactIds] })
  }
}

function linkContacts({ data }: LocalPortal, companyId: number): void {
  const wanted = data.companies.get(companyId)?.contactIds ?? []
  for (const contact of data.contacts.values()) {
    const present = contact.companyIds ?? []
    const companyIds = withId(present, companyId, wanted.includes(contact.id))
    if (companyIds === present) continue
    data.contacts.set(contact.id, { ...contact, companyIds: [...companyIds], companyId: companyIds[0] ?? 0 })
  }
}

/** After a contact or a company was changed or deleted: those whom it names name it, and nobody else does. */
export function linkClients(portal: LocalPortal, { entityTypeId, id }: { entityTypeId: number; id: number }): void {
  if (entityTypeId === ENTITY_TYPE.contact) linkCompanies(portal, id)
  if (entityTypeId === ENTITY_TYPE.company) linkContacts(portal, id)
}
