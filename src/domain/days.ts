import type { Period } from './period'

/** A day of the calendar: `2026-11-26`. */
type Day = string

const DAY = 86_400_000

const toDay = (at: number): Day => new Date(at).toISOString().slice(0, 10)
const midnightOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

/**
 * What a clock in the zone shows, this computer's without one, as the moment at which a clock in Greenwich shows the same.
 * @throws RangeError for a zone that the browser does not know
 */
function clockIn(zone: string | undefined, at: number): number {
  // Sweden writes `2026-11-26 15:50:22`.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  return Date.parse(`${format.format(at).replace(' ', 'T')}Z`)
}

/** Gives the day so many days later. */
export function addDays(day: Day, count: number): Day {
  return toDay(midnightOf(day) + count * DAY)
}

/** Does it by the zone; otherwise where there is none, or the browser does not know it. */
function byZone<Result>(zone: string | undefined, work: (zone: string) => Result, otherwise: () => Result): Result {
  if (zone === undefined) return otherwise()
  try {
    return work(zone)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return otherwise()
  }
}

/** Gives the day that it is in the zone; without one that is known, by this computer's clock. */
export function dayAt(at: number, zone?: string): Day {
  const here = () => toDay(clockIn(undefined, at))
  return byZone(zone, (known) => toDay(clockIn(known, at)), here)
}

/** Gives the moment at which a day begins in the zone: its first one, which is not midnight where the clock is put forward then. */
function startIn(zone: string, day: Day): number {
  const midnight = midnightOf(day)
  // The clock may have been changed shortly before or after.
  const starts = [midnight - DAY, midnight + DAY].map((near) => midnight - clockIn(zone, near) + near)
  const [first = midnight, second = midnight] = starts.toSorted((one, other) => one - other)
  return toDay(clockIn(zone, first)) === day ? first : second
}

/** Writes when a day begins. */
function startOfDay(day: Day, zone?: string): string {
  const inGreenwich = (known: string) => `${new Date(startIn(known, day)).toISOString().slice(0, 19)}+00:00`
  return byZone(zone, inGreenwich, () => `${day}T00:00:00`)
}

/** Gives the time from the first to the last of these days in a zone; without one that is known, by the portal's own clock. */
export function toPeriod({ from, to }: { from?: Day | undefined; to?: Day | undefined }, zone?: string): Period {
  return {
    ...(from !== undefined && { from: startOfDay(from, zone) }),
    ...(to !== undefined && { before: startOfDay(addDays(to, 1), zone) }),
  }
}
