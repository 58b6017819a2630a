/** A point in time, with the clock that it was written by. */
export interface Moment {
  /** Milliseconds since the epoch. */
  at: number
  /** By how many minutes that clock is ahead of Greenwich; negative west of it. */
  offset: number
}

const MINUTE = 60_000
/** ISO 8601 with seconds and an offset, in any of its spellings. */
const WRITTEN = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)? ?(?:Z|([+-])([01]\d|2[0-3])(?::?([0-5]\d))?)$/i

/** Reads a point in time; nothing where the text has no offset, or is no time that a clock can show. */
export function toMoment(text: string): Moment | undefined {
  const [written, day, time, fraction = '0', sign, hours = 0, minutes = 0] = WRITTEN.exec(text) ?? []
  const shown = `${day}T${time}.000Z`
  const clock = Date.parse(shown)
  // Engines take February 30 for a day in March.
  if (!written || Number.isNaN(clock) || new Date(clock).toISOString() !== shown) return undefined
  const size = Number(hours) * 60 + Number(minutes)
  const offset = sign === '-' ? 0 - size : size
  return { at: clock + Math.floor(Number(fraction) * 1000) - offset * MINUTE, offset }
}

/** Gives the date whose day and time in Greenwich are those that the moment's own clock showed. */
export function asGreenwich({ at, offset }: Moment): Date {
  return new Date(at + offset * MINUTE)
}
