import type { JournalEntry } from '@/domain/journal'
import type { Moment } from '@/domain/moment'
import type { Period } from '@/domain/period'
import type { JournalQuery } from '@/portal/journal'
import { ownerKey } from '@/domain/owner'

/** What a person narrows the journal by, each as its control has it; empty for any. */
export interface JournalFilterValues {
  /** Which days are meant; `range` for those from the first to the last one written. */
  made: string
  from: string
  to: string
  /** The time of these days; absent for any. */
  period?: Period | undefined
  /** Id of the employee; `mine`: what this person has changed. */
  person: string
}

/** Somebody whose changes the journal has. */
export interface Author {
  id: number
  name: string
}

/** Gives everybody who has made one of these changes, once, by name. */
export function toAuthors(entries: readonly JournalEntry[], nameOf: (by: number) => string): Author[] {
  const ids = [...new Set(entries.map(({ by }) => by))].filter((by) => by > 0)
  return ids.map((id) => ({ id, name: nameOf(id) })).toSorted((one, other) => one.name.localeCompare(other.name))
}

/** Adds those that are not there yet, and takes the newer names. */
export function mergeAuthors(known: readonly Author[], more: readonly Author[]): Author[] {
  return [...new Map([...known, ...more].map((author) => [author.id, author])).values()]
}

export const NO_FILTERS: JournalFilterValues = { made: '', from: '', to: '', person: '' }

/** Without an offset it is by this computer's clock. */
const toMoment = (text: string): Moment => ({ at: Date.parse(text), offset: 0 })

/** What is asked of the journal. `subject`: whose changes; `ownId`: of the person. */
export function toJournalQuery(
  { period, person }: JournalFilterValues,
  { subject, ownId }: { subject?: Pick<JournalQuery, 'orderId' | 'owner'>; ownId: number | undefined },
): JournalQuery {
  const by = person === 'mine' ? ownId : Number(person)
  return {
    ...subject,
    ...(by && { by }),
    ...(period?.from !== undefined && { from: toMoment(period.from) }),
    ...(period?.before !== undefined && { until: toMoment(period.before) }),
  }
}

/** Tells queries apart: those that ask for the same have the same parts. */
export function keyOfQuery({ orderId, owner, by, from, until }: JournalQuery): string[] {
  return [orderId, owner && ownerKey(owner), by, from?.at, until?.at].map(String)
}

/** Tells that later changes of the entries that are found may be left out. */
export const hidesLater = ({ owner, by, until }: JournalQuery): boolean =>
  owner !== undefined || by !== undefined || until !== undefined
