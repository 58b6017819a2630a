import type { RestTime } from '@contract/rest'
import type { Operating } from '@emulator/limits'

/** The portal keeps one fixed offset, so that the sample portal reads the same everywhere. */
const OFFSET_MINUTES = 180

/** Writes a moment as portals do: ISO 8601 with offset, no fraction. */
export function toPortalDate(ms: number): string {
  const local = new Date(ms + OFFSET_MINUTES * 60_000).toISOString().slice(0, 19)
  const hours = String(Math.floor(OFFSET_MINUTES / 60)).padStart(2, '0')
  return `${local}+${hours}:${String(OFFSET_MINUTES % 60).padStart(2, '0')}`
}

/**
 * Writes a day as portals do: as the moment at which it begins in Greenwich, by the portal's clock. Gives nothing for a text
 * that does not begin with a date. @see api-reference/crm/universal/crm-item-add.md
 */
export function toPortalDay(text: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(text)?.[0]
  const begin = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(begin) ? undefined : toPortalDate(begin)
}

/** The `time` object of an answer, from two moments in milliseconds; `operating` only where that limit is on.
 * unconfirmed: fresh samples have a whole `start` and `processing` 0. @see api-reference/data-types.md */
export function toRestTime(startMs: number, finishMs: number, operating?: Operating): RestTime {
  return {
    start: Math.floor(startMs / 1000),
    finish: finishMs / 1000,
    duration: Math.max(0, finishMs - startMs) / 1000,
    processing: 0,
    date_start: toPortalDate(startMs),
    date_finish: toPortalDate(finishMs),
    ...(operating ? { operating_reset_at: operating.resetAt, operating: operating.seconds } : {}),
  }
}
