import type { Found } from '@/domain/found'
import type { OwnerTypeId } from '@/domain/id'
import type { Owner } from '@/domain/owner'
import type { Page } from '@/domain/page'
import type { TypedOwner } from '@/domain/typed-owner'
import type { MatchingRows } from './matching-rows'
import type { ReadOwnerPage } from './owner-page'
import type { OwnerRow } from './owner-rows'
import type { OwnerQuery } from './portal'
import type { ReadRows } from './row-fields'
import type { ItemFilter } from './title-filter'
import { toFolded } from '@/domain/fold-text'
import { toFound } from '@/domain/found'
import { matchOwner, rankOwners } from '@/domain/owner-match'
import { readTypedOwner } from '@/domain/typed-owner'
import { ifReadable } from './ask'
import { cardFolderOf, namesOf } from './entity-types'
import { nextCursor, toPageFilter } from './id-paging'
import { joinPages, NO_ROWS, readMatching, toPage } from './matching-rows'
import { toOwner } from './owner-rows'
import { countLost } from './row-fields'
import { toWordsFilter } from './title-filter'

interface OwnerReads {
  readPage: ReadOwnerPage
  readTypeName(typeId: OwnerTypeId): Promise<string | undefined>
}

const WHERE = 'items'

/** What finds the owners that were typed exactly, and those whose title starts so: whatever is newer, they come first. */
function exactFilters({ id, words }: TypedOwner): ItemFilter[] {
  const title = words?.written ?? ''
  return [
    ...(id === undefined ? [] : [{ id }]),
    ...(title === '' || title.includes('\\') ? [] : [{ '=title': title }, { '=%title': `${title}%` }]),
  ]
}

/** Makes the search for owners. @see api-reference/crm/universal/crm-item-list.md */
export function createFindOwners(reads: OwnerReads): (query: OwnerQuery) => Promise<Page<Found<Owner>>> {
  async function findNewest({ typeId, cursor }: OwnerQuery): Promise<Page<Found<Owner>>> {
    const page = await reads.readPage(typeId, toPageFilter(cursor))
    const rows = page.rows.map((row) => toOwner(typeId, row))
    return toPage(rows, { lost: countLost(page), next: nextCursor(page) }, WHERE)
  }

  async function readExact({ typeId, cursor }: OwnerQuery, typed: TypedOwner): Promise<ReadRows<OwnerRow>> {
    if (cursor !== undefined) return NO_ROWS
    return joinPages(exactFilters(typed).map((filter) => reads.readPage(typeId, filter)))
  }

  async function readByWords(query: OwnerQuery, { words }: TypedOwner): Promise<MatchingRows<OwnerRow>> {
    if (!words) return { rows: [], lost: 0 }
    const { typeId, cursor: start } = query
    const filter = toWordsFilter(words, ['title'])
    return readMatching(
      {
        readPage: (cursor) => reads.readPage(typeId, { ...filter, ...toPageFilter(cursor) }),
        isMatch: (row) => matchOwner(toOwner(typeId, row), { words }) !== undefined,
      },
      start,
    )
  }

  /** Words before an id count as its label where they are the type's own name. */
  async function readLabelled({ typeId }: OwnerQuery, typed: TypedOwner): Promise<TypedOwner> {
    if (typed.idOfType === undefined) return typed
    const name = await ifReadable(reads.readTypeName(typeId), undefined)
    return name !== undefined && toFolded(name) === typed.idOfType ? typed : { words: typed.words }
  }

  return async (query) => {
    const read = readTypedOwner(query.text ?? '', {
      cardFolder: cardFolderOf(query.typeId),
      names: namesOf(query.typeId),
    })
    if (!read) return findNewest(query)
    // Asked for together, so that all of it travels in one batch.
    const [typed, exact, byWords] = await Promise.all([
      readLabelled(query, read),
      readExact(query, read),
      readByWords(query, read),
    ])
    const owners = [...exact.rows, ...byWords.rows].map((row) => toOwner(query.typeId, row))
    const ranked = rankOwners(owners, typed).filter(({ match }) => query.cursor === undefined || match !== 'id')
    const rows = ranked.map(({ owner, match }) => toFound(owner, match === 'id'))
    return toPage(rows, { lost: countLost(exact) + byWords.lost, next: byWords.next }, WHERE)
  }
}
