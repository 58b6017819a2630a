import type { ClientRef } from '@/domain/customer'
import type { OwnerTypeId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { OwnerCandidate } from '@/domain/suggested-owners'
import type { Ask } from './ask'
import type { ProductsByOwner, ReadProducts } from './product-rows'
import type { ItemFilter } from './title-filter'
import { PAGE_SIZE } from '@contract/rest'
import { toClientsFilter } from './client-search'
import { Reference } from './reference'
import { CANDIDATE_FIELDS, CANDIDATES, toCandidate } from './suggestion-rows'

/** A page of owners that may be suggested, newest first. */
interface CandidatePage {
  candidates: readonly OwnerCandidate[]
  isFull: boolean
}

export const NO_CANDIDATES: CandidatePage = { candidates: [], isFull: false }

/** Whose owners are wanted, older than which page, and how many of them are compared by their goods. */
interface OlderOwners {
  clients: readonly ClientRef[]
  newest: CandidatePage | undefined
  compared: number
  /** Other commands of the batch refer to the list by it. */
  key: string
}

/** Makes the reads of owners that may be suggested. @see api-reference/crm/universal/crm-item-list.md */
export function createOwnerCandidates(ask: Ask, readProducts: ReadProducts) {
  async function readPage(typeId: OwnerTypeId, filter: ItemFilter, key?: string): Promise<CandidatePage> {
    const params = { entityTypeId: typeId, select: CANDIDATE_FIELDS, filter, order: { id: 'DESC' }, start: -1 }
    const command = { method: 'crm.item.list', params, isProbe: true, ...(key && { key }) }
    const { rows, sent } = (await ask(command, CANDIDATES)).result
    return { candidates: rows.map((row) => toCandidate(typeId, row)), isFull: sent >= PAGE_SIZE }
  }

  async function readOf(typeId: OwnerTypeId, refs: readonly OwnerRef[]): Promise<CandidatePage> {
    return refs.length === 0 ? NO_CANDIDATES : readPage(typeId, { '@id': refs.map(({ id }) => id) })
  }

  async function readOlder(
    typeId: OwnerTypeId,
    { clients, newest, compared, key }: OlderOwners,
  ): Promise<CandidatePage & { products: ProductsByOwner }> {
    if (clients.length === 0 || newest?.isFull === false) return { ...NO_CANDIDATES, products: new Map() }
    const ids = newest?.candidates.map(({ owner }) => owner.ref.id) ?? []
    const older = ids.length > 0 ? { '<id': Math.min(...ids) } : {}
    const rows = Array.from({ length: compared }, (_, row) => new Reference(key, ['items', row, 'id']))
    // What is compared by its goods is named by reference, so that all of it travels in one request.
    const [page, products] = await Promise.all([
      readPage(typeId, { ...toClientsFilter(clients), ...older }, key),
      readProducts(typeId, rows),
    ])
    return { ...page, products }
  }

  return { readNewest: (typeId: OwnerTypeId) => readPage(typeId, {}), readOf, readOlder }
}
