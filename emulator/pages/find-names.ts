import type { CrmClientRow } from '@contract/crm-items'
import type { LocalPortal } from '@emulator/portal/state'
import type { FoundName } from './bridge-protocol'
import { ENTITY_TYPE } from '@contract/entity-types'
import { visibleItems } from './visible-items'

/** Rows that a choosing dialog shows at once. */
const MAX_NAMES = 50

/** Finds what a choosing dialog lists: at most 50 rows whose title or id has the searched text, newest first. */
export function findNames(portal: LocalPortal, kind: string, search: string): FoundName[] {
  const wanted = search.trim().toLocaleLowerCase()
  return listNames(portal, kind)
    .filter(({ id, title }) => String(id) === wanted || title.toLocaleLowerCase().includes(wanted))
    .sort((one, other) => other.id - one.id)
    .slice(0, MAX_NAMES)
}

function listNames(portal: LocalPortal, kind: string): FoundName[] {
  switch (kind) {
    case 'user':
      return portal.users.map((user) => ({
        id: user.id,
        title: `${user.name} ${user.lastName}`,
        note: user.position,
        url: `/company/personal/user/${user.id}/`,
      }))
    case 'lead':
    case 'deal':
    case 'quote':
      return itemNames(portal, kind)
    case 'contact':
      return clientNames(portal.data.contacts, 'contact')
    case 'company':
      return clientNames(portal.data.companies, 'company')
    default:
      return []
  }
}

/** An estimate's card is below `/crm/type/`, as that of every newer type. */
function itemNames(portal: LocalPortal, kind: 'lead' | 'deal' | 'quote'): FoundName[] {
  const section = kind === 'quote' ? `type/${ENTITY_TYPE.quote}` : kind
  return visibleItems(portal, ENTITY_TYPE[kind]).map(({ id, title, opportunity, currencyId }) => ({
    id,
    title,
    note: `${opportunity ?? 0} ${currencyId ?? ''}`.trim(),
    url: `/crm/${section}/details/${id}/`,
  }))
}

function clientNames(clients: Map<number, CrmClientRow>, kind: string): FoundName[] {
  return [...clients.values()].map((client) => ({
    id: client.id,
    title: clientName(client),
    note: '',
    url: `/crm/${kind}/details/${client.id}/`,
  }))
}

/** Gives a contact's full name or a company's title. */
export function clientName(client: CrmClientRow): string {
  return client.title ?? [client.name, client.lastName].filter(Boolean).join(' ')
}
