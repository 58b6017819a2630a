import type { OrderId } from '@/domain/id'
import type { Moment } from '@/domain/moment'
import type { Period } from '@/domain/period'
import type { JournalQuery } from '@/portal/journal'

/** What a person narrows the journal by, each as its control has it; empty for any. */
export interface JournalFilterValues {
  /** Which days are meant; `range` for those from the first to the last one written. */
  made: string
  from: string
  to: string
  /** The time of these days; absent for any. */
  period?: Period | undefined
  /** `mine`: what this person has changed. */
  person: string
}

export const NO_FILTERS: JournalFilterValues = { made: '', from: '', to: '', person: '' }

/** Without an offset it is by this computer's clock. */
const toMoment = (text: string): Moment => ({ at: Date.parse(text), offset: 0 })

/** What is asked of the journal. `ownId`: of the person. */
export function toJournalQuery(
  { period, person }: JournalFilterValues,
  { orderId, ownId }: { orderId: OrderId | undefined; ownId: number | undefined },
): JournalQuery {
  return {
    ...(orderId !== undefined && { orderId }),
    ...(person === 'mine' && ownId !== undefined && { by: ownId }),
    ...(period?.from !== undefined && { from: toMoment(period.from) }),
    ...(period?.before !== undefined && { until: toMoment(period.before) }),
  }
}

/** Tells queries apart: those that ask for the same have the same parts. */
export function keyOfQuery({ orderId, by, from, until }: JournalQuery): string[] {
  return [orderId, by, from?.at, until?.at].map(String)
}

/** Tells that later changes of the entries that are found may be left out. */
export const hidesLater = ({ by, until }: JournalQuery): boolean => by !== undefined || until !== undefined
