import type { RestTime } from '@contract/rest'

/** The portal keeps one fixed offset, so that the sample portal reads the same everywhere. */
const OFFSET_MINUTES = 180
const OPERATING_WINDOW_S = 600

/** Writes a moment as portals do: ISO 8601 with offset, no fraction. */
export function toPortalDate(ms: number): string {
  const local = new Date(ms + OFFSET_MINUTES * 60_000).toISOString().slice(0, 19)
  const hours = String(Math.floor(OFFSET_MINUTES / 60)).padStart(2, '0')
  return `${local}+${hours}:${String(OFFSET_MINUTES % 60).padStart(2, '0')}`
}

/** The `time` object of an answer, from two moments in milliseconds.
 * unconfirmed: fresh samples have a whole `start` and `processing` 0; the operating limit itself is not kept yet. */
export function toRestTime(startMs: number, finishMs: number): RestTime {
  const start = Math.floor(startMs / 1000)
  return {
    start,
    finish: finishMs / 1000,
    duration: Math.max(0, finishMs - startMs) / 1000,
    processing: 0,
    date_start: toPortalDate(startMs),
    date_finish: toPortalDate(finishMs),
    operating_reset_at: start + OPERATING_WINDOW_S,
    operating: 0,
  }
}
