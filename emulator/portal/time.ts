/** The portal keeps one fixed offset, so that the sample portal reads the same everywhere. */
const OFFSET_MINUTES = 180
const OFFSET_MS = OFFSET_MINUTES * 60_000
const DAY_MS = 86_400_000

/** Writes a moment as portals do: ISO 8601 with offset, no fraction. */
export function toPortalDate(ms: number): string {
  const local = new Date(ms + OFFSET_MS).toISOString().slice(0, 19)
  const hours = String(Math.floor(OFFSET_MINUTES / 60)).padStart(2, '0')
  return `${local}+${hours}:${String(OFFSET_MINUTES % 60).padStart(2, '0')}`
}

const TIME = String.raw`(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d)(?:\.\d+)?)?`
const OFFSET = String.raw`(?<offset>Z|(?<sign>[-+])(?<offsetHours>[01]\d|2[0-3])(?::?(?<offsetMinutes>[0-5]\d))?)`
const ISO = new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ]${TIME}${OFFSET}?)?$`, 'i')
const SITE = new RegExp(String.raw`^(?<day>\d{2})\.(?<month>\d{2})\.(?<year>\d{4})(?: ${TIME})?$`)

function toOffsetMs({ offset, sign, offsetHours, offsetMinutes = '0' }: Record<string, string | undefined>): number {
  if (offset === undefined) return OFFSET_MS
  const ms = (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes)) * 60_000
  return sign === '-' ? -ms : ms
}

/**
 * Reads a date, with or without a time, as ISO 8601 or in the portal's own format, `31.12.2026 23:59:59`; without an offset it
 * is by the portal's clock. Nothing for any other text and for a day that no calendar has. Milliseconds since the epoch.
 * @see api-reference/data-types.md
 */
export function readDate(text: string): number | undefined {
  const parts = (ISO.exec(text) ?? SITE.exec(text))?.groups
  if (!parts) return undefined
  const { year, month, day, hour = '0', minute = '0', second = '0' } = parts
  const begin = Date.parse(`${year}-${month}-${day}T00:00:00Z`)
  // Some engines take 31 February for 3 March.
  if (Number.isNaN(begin) || new Date(begin).getUTCDate() !== Number(day)) return undefined
  return begin + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 - toOffsetMs(parts)
}

/** Gives the day that the portal's clock shows at a moment, as the moment at which it begins in Greenwich. */
export function toDay(ms: number): number {
  return Math.floor((ms + OFFSET_MS) / DAY_MS) * DAY_MS
}

/**
 * Writes a day as portals do: as the moment at which it begins in Greenwich, by the portal's clock. Gives nothing for a text
 * that is no date. @see api-reference/crm/universal/crm-item-add.md
 */
export function toPortalDay(text: string): string | undefined {
  const moment = readDate(text)
  return moment === undefined ? undefined : toPortalDate(toDay(moment))
}
