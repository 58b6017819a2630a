import type { Moment } from '@/domain/moment'
import type { Money } from '@/domain/money'
import { asGreenwich } from '@/domain/moment'

/** Making a formatter takes as long as writing a hundred values: each is made once for the page's life. */
function memoizeFormat<Options, Format>(make: (language: string, options: Options) => Format) {
  const made = new Map<string, Format>()
  return (language: string, options: Options): Format => {
    const key = `${language} ${JSON.stringify(options)}`
    const format = made.get(key) ?? make(language, options)
    made.set(key, format)
    return format
  }
}

const dateFormat = memoizeFormat(
  (language, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options),
)
const numberFormat = memoizeFormat(
  (language, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options),
)

/** Writes with a format that the browser may not be able to make from the portal's text; else in the other way. */
function writeOr(write: () => string, otherwise: () => string): string {
  try {
    return write()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return otherwise()
  }
}

/** Takes the time that the browser needs for the first number and the first date of a page before anybody waits for them. */
export function warmUpFormats(language: string): void {
  formatNumber(language, 0)
  formatDay(language, { at: 0, offset: 0 }, undefined)
}

export function formatNumber(language: string, value: number): string {
  return numberFormat(language, {}).format(value)
}

export function formatMoney(language: string, { amount, currency }: Money): string {
  return writeOr(
    () => numberFormat(language, { style: 'currency', currency }).format(amount),
    // Portals may have currencies of their own, with codes that ISO 4217 does not know the form of.
    () =>
      `${numberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount)} ${currency}`,
  )
}

/**
 * Gives a function that writes moments in a time zone; without one, or in one that the browser does not know, as the moment's own clock
 * showed them.
 */
function momentFormat(styles: Intl.DateTimeFormatOptions) {
  return (language: string, moment: Moment, timeZone: string | undefined): string => {
    // Not every browser takes `+03:00` for a time zone: so the clock is moved, and read in Greenwich.
    const byOwnClock = () => dateFormat(language, { ...styles, timeZone: 'UTC' }).format(asGreenwich(moment))
    if (timeZone === undefined) return byOwnClock()
    return writeOr(() => dateFormat(language, { ...styles, timeZone }).format(moment.at), byOwnClock)
  }
}

export const formatDay = momentFormat({ dateStyle: 'medium' })
export const formatMoment = momentFormat({ dateStyle: 'medium', timeStyle: 'short' })

/** Writes the time of day by this computer's clock. */
export function formatTime(language: string, value: Date): string {
  return dateFormat(language, { timeStyle: 'medium' }).format(value)
}
