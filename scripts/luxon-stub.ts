/**
 * What the SDK needs of luxon: the date of a log line, and a date as the portal takes it. The library itself is a tenth of
 * the app. See `trim-luxon.ts`.
 */

/** Letters in quotes stand for themselves. */
const TOKENS = /'([^']*)'|yyyy|yy|MM|dd|HH|mm|ss|ZZ/g

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** The offset of this computer's clock at a moment, as `+03:00`. */
function offsetOf(date: Date): string {
  const minutes = -date.getTimezoneOffset()
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`
}

function formatToken(date: Date, token: string): string {
  const year = String(date.getFullYear()).padStart(4, '0')
  const parts: Record<string, string> = {
    yyyy: year,
    yy: year.slice(-2),
    MM: twoDigits(date.getMonth() + 1),
    dd: twoDigits(date.getDate()),
    HH: twoDigits(date.getHours()),
    mm: twoDigits(date.getMinutes()),
    ss: twoDigits(date.getSeconds()),
    ZZ: offsetOf(date),
  }
  return parts[token] ?? ''
}

function leftOut(): never {
  throw new Error('This app does not read dates with the SDK: see scripts/trim-luxon.ts')
}

export class DateTime {
  static now = () => new DateTime(new Date())
  static fromJSDate = (date: Date) => new DateTime(date)
  static fromISO = leftOut
  static fromFormat = leftOut

  readonly #date: Date

  private constructor(date: Date) {
    this.#date = date
  }

  toSeconds(): number {
    return this.#date.getTime() / 1000
  }

  toFormat(format: string): string {
    return format.replaceAll(TOKENS, (token, quoted?: string) => quoted ?? formatToken(this.#date, token))
  }
}
