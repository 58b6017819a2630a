import type { ClientRef } from '@/domain/customer'
import type { TypedWords } from '@/domain/typed-words'
import type { Ask } from './ask'
import { asFailure } from '@/domain/failure'
import { hasWords } from '@/domain/typed-words'
import { ENTITY_TYPE } from '@contract/entity-types'
import { PAGE_SIZE } from '@contract/rest'
import { ABOUT_THIS_TYPE } from './absence'
import { id, optionalText } from './decode'
import { aRow, readableRowsUnder } from './row-fields'
import { allOf, anyOf, toWordsFilter } from './title-filter'

/** The contacts and companies that are called so, the newest first. */
export interface FoundClients {
  refs: readonly ClientRef[]
  /** There are more than were looked at. */
  hasMore: boolean
}

/** Finds contacts and companies by their names. Whose lists a person may not see, are not found. */
export type FindClients = (words: TypedWords) => Promise<FoundClients>

/** How many customers' orders and deals are looked for. */
const MOST_CLIENTS = 50
const NAMES = { contact: ['name', 'secondName', 'lastName'], company: ['title'] }
const CLIENTS = readableRowsUnder(
  'items',
  aRow(id, { name: optionalText, secondName: optionalText, lastName: optionalText, title: optionalText }),
)

/** As many of both as there is room for: neither takes the other's place away. */
function share(companies: readonly ClientRef[], contacts: readonly ClientRef[]): ClientRef[] {
  const room = Math.max(MOST_CLIENTS / 2, MOST_CLIENTS - contacts.length)
  const shared = companies.slice(0, room)
  return [...shared, ...contacts.slice(0, MOST_CLIENTS - shared.length)]
}

/** Makes the search for customers. @see api-reference/crm/universal/crm-item-list.md */
export function createFindClients(ask: Ask): FindClients {
  async function findOfType(type: ClientRef['type'], words: TypedWords): Promise<FoundClients> {
    const filter = toWordsFilter(words, NAMES[type])
    const select = ['id', ...NAMES[type]]
    const params = { entityTypeId: ENTITY_TYPE[type], select, filter, order: { id: 'DESC' }, start: -1 }
    try {
      const { rows, sent } = (await ask({ method: 'crm.item.list', params }, CLIENTS)).result
      const named = rows.filter(({ values: { title, name, secondName, lastName } }) =>
        hasWords([title, name, secondName, lastName].filter(Boolean).join(' '), words),
      )
      return { refs: named.map((row) => ({ type, id: row.id })), hasMore: sent >= PAGE_SIZE }
    } catch (error) {
      const failure = asFailure(error)
      if (!ABOUT_THIS_TYPE.includes(failure.kind)) throw failure
      return { refs: [], hasMore: false }
    }
  }

  return async (words) => {
    const [companies, contacts] = await Promise.all([findOfType('company', words), findOfType('contact', words)])
    const refs = share(companies.refs, contacts.refs)
    const isCut = refs.length < companies.refs.length + contacts.refs.length
    return { refs, hasMore: isCut || companies.hasMore || contacts.hasMore }
  }
}

/** A filter of `crm.item.list` for what belongs to these customers; all of them must be of some type. */
export function toClientsFilter(refs: readonly ClientRef[]): Record<string, unknown> {
  const fields = { contact: '@contactId', company: '@companyId' }
  const conditions = (['contact', 'company'] as const).flatMap((type) => {
    const ids = refs.filter((ref) => ref.type === type).map((ref) => ref.id)
    return ids.length > 0 ? [{ [fields[type]]: ids }] : []
  })
  return allOf([anyOf(conditions)])
}
