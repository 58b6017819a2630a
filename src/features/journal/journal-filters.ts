import type { JournalRow } from '@/domain/journal'
import type { Moment } from '@/domain/moment'
import type { Period } from '@/domain/period'
import type { RunHead } from '@/domain/run'
import type { JournalQuery } from '@/portal/journal'
import { isRun } from '@/domain/journal'
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
  /** Id of the run. */
  run: string
}

/** Something that was found and may be picked: a person whose changes the journal has, a run. */
export interface Choice<Id> {
  id: Id
  name: string
}

/** What may be picked of what was found so far. */
export interface JournalChoices {
  people: readonly Choice<number>[]
  /** Newest first. */
  runs: readonly Choice<string>[]
}

export const NO_CHOICES: JournalChoices = { people: [], runs: [] }

/** What these rows let a person pick. */
export function toChoices(
  rows: readonly JournalRow[],
  { personOf, runText }: { personOf: (by: number) => string; runText: (run: RunHead) => string },
): JournalChoices {
  const authors = [...new Set(rows.flatMap(({ by }) => by || []))]
  return {
    people: authors.map((id) => ({ id, name: personOf(id) })),
    runs: rows.filter(isRun).map((run) => ({ id: run.id, name: runText(run) })),
  }
}

/** Adds those that are not there yet, and takes the newer names. */
function merge<Id>(known: readonly Choice<Id>[], more: readonly Choice<Id>[]): Choice<Id>[] {
  return [...new Map([...known, ...more].map((choice) => [choice.id, choice])).values()]
}

/** Adds what was found by another query; people stand by name. */
export function mergeChoices(known: JournalChoices, more: JournalChoices): JournalChoices {
  const people = merge(known.people, more.people)
  return {
    people: people.toSorted((one, other) => one.name.localeCompare(other.name)),
    runs: merge(known.runs, more.runs),
  }
}

export const NO_FILTERS: JournalFilterValues = { made: '', from: '', to: '', person: '', run: '' }

/** Without an offset it is by this computer's clock. */
const toMoment = (text: string): Moment => ({ at: Date.parse(text), offset: 0 })

/** What is asked of the journal. `subject`: whose changes; `ownId`: of the person. */
export function toJournalQuery(
  { period, person, run }: JournalFilterValues,
  { subject, ownId }: { subject?: Pick<JournalQuery, 'orderId' | 'owner'>; ownId: number | undefined },
): JournalQuery {
  const by = person === 'mine' ? ownId : Number(person)
  return {
    ...subject,
    ...(by && { by }),
    ...(run && { run }),
    ...(period?.from !== undefined && { from: toMoment(period.from) }),
    ...(period?.before !== undefined && { until: toMoment(period.before) }),
  }
}

/** Tells queries apart: those that ask for the same have the same parts. */
export function keyOfQuery({ orderId, owner, by, run, from, until }: JournalQuery): string[] {
  return [orderId, owner && ownerKey(owner), by, run, from?.at, until?.at].map(String)
}

/** Tells that later changes of the entries that are found may be left out. */
export const hidesLater = ({ owner, by, until }: JournalQuery): boolean =>
  owner !== undefined || by !== undefined || until !== undefined
