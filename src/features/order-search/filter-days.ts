import type { Period } from '@/domain/period'
import type { OrderFilterValues } from './order-filters'
import { addDays, dayAt, toPeriod } from '@/domain/days'

/** How many days before today the days begin. */
const DAYS_BEFORE: Readonly<Record<string, number>> = { today: 0, week: 6, month: 29 }

/** A year that is still being typed begins with zeros. */
const toDay = (written: string) => (written >= '1970' ? written : undefined)

/** Gives the time of the days that are meant, in the person's time zone; nothing for any. */
export function periodOf(
  { made, from, to }: Pick<OrderFilterValues, 'made' | 'from' | 'to'>,
  zone: string | undefined,
): Period | undefined {
  const before = DAYS_BEFORE[made]
  if (before !== undefined) return toPeriod({ from: addDays(dayAt(Date.now(), zone), -before) }, zone)
  if (made !== 'range') return undefined
  const [first, last] = [toDay(from), toDay(to)]
  if (first === undefined && last === undefined) return undefined
  // Who writes the later day first means the days between all the same.
  const isTurned = first !== undefined && last !== undefined && first > last
  return toPeriod(isTurned ? { from: last, to: first } : { from: first, to: last }, zone)
}
