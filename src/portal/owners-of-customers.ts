import type { OfCustomers } from '@/domain/found'
import type { Owner } from '@/domain/owner'
import type { FindClients } from './client-search'
import type { ReadOwnerPage } from './owner-page'
import type { OwnerQuery } from './portal'
import { clientKey } from '@/domain/customer'
import { asFailure } from '@/domain/failure'
import { OF_NO_CUSTOMERS } from '@/domain/found'
import { readTypedOwner } from '@/domain/typed-owner'
import { readTypedName } from '@/domain/typed-words'
import { PAGE_SIZE } from '@contract/rest'
import { toClientsFilter } from './client-search'
import { cardFolderOf, namesOf } from './entity-types'
import { toOwner } from './owner-rows'

/** The name of somebody that a text may be; none where an id was typed. */
function nameIn({ typeId, text = '' }: OwnerQuery) {
  const typed = readTypedOwner(text, { cardFolder: cardFolderOf(typeId), names: namesOf(typeId) })
  return typed?.words && (typed.id === undefined || typed.idOfType !== undefined) ? readTypedName(text) : undefined
}

/**
 * Makes the search for owners by the names of their customers: the newest page. A type that has no customers, or cannot be filtered by
 * them, has none that are found so.
 */
export function createFindOwnersOfCustomers(
  findClients: FindClients,
  readPage: ReadOwnerPage,
): (query: OwnerQuery) => Promise<OfCustomers<Owner>> {
  async function readOwners({ typeId }: OwnerQuery, filter: Record<string, unknown>) {
    try {
      return await readPage(typeId, filter)
    } catch (error) {
      const failure = asFailure(error)
      if (failure.kind !== 'refused') throw failure
      return { rows: [], sent: 0 }
    }
  }

  return async (query) => {
    const name = nameIn(query)
    if (!name) return OF_NO_CUSTOMERS
    const clients = await findClients(name)
    if (clients.refs.length === 0) return { ...OF_NO_CUSTOMERS, hasMoreCustomers: clients.hasMore }
    const { rows, sent } = await readOwners(query, toClientsFilter(clients.refs))
    const known = new Set(clients.refs.map(clientKey))
    const owners = rows.map((row) => toOwner(query.typeId, row))
    return {
      rows: owners.filter((owner) => owner.clients.some((ref) => known.has(clientKey(ref)))),
      hasMore: sent >= PAGE_SIZE,
      hasMoreCustomers: clients.hasMore,
      isByDeals: false,
    }
  }
}
