import type { RestTime } from '@contract/rest'
import type { OperatingUsage } from './limits'
import { toPortalDate } from '@emulator/portal/time'

/** The `time` object of an answer, from two moments in milliseconds; `operating` only where that limit is on.
 * unconfirmed: fresh samples have a whole `start` and `processing` 0. @see api-reference/data-types.md */
export function toRestTime(startMs: number, finishMs: number, operating?: OperatingUsage): RestTime {
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
