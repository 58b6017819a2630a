import type { TypedWords } from '@/domain/typed-words'

export type ItemFilter = Record<string, unknown>

/** One of these is enough. */
export function anyOf(conditions: readonly ItemFilter[]): ItemFilter {
  const [only, ...more] = conditions
  return only && more.length === 0 ? only : { logic: 'OR', ...conditions }
}

/** All of these must be so: keys of a filter are joined by AND, and groups nest to any depth. */
export function allOf(conditions: readonly ItemFilter[]): ItemFilter {
  const [only, ...more] = conditions
  return only && more.length === 0 && !('logic' in only) ? only : { ...conditions }
}

/**
 * A filter of `crm.item.list` for rows that have every word in one of the fields. It finds more than the words: the portal takes no
 * `%` in a value, and letters and quotes have other spellings. What it finds is to be compared.
 * @see api-reference/crm/universal/crm-item-list.md
 */
export function toWordsFilter({ parts }: TypedWords, fields: readonly string[]): ItemFilter {
  return allOf(
    parts.map((spellings) => anyOf(fields.flatMap((field) => spellings.map((part) => ({ [`%${field}`]: part }))))),
  )
}
