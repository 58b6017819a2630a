import type { PortalData } from '@emulator/portal/state'
import { toPortalDate } from '@emulator/portal/time'

const HOUR = 3_600_000
/** Nothing of the sample was made or changed later than this; some of it ends later. */
const SAMPLE_END = Date.UTC(2026, 10, 20, 23)
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/

/** How far the sample's dates have to move for it to end at this moment, in whole hours. Milliseconds. */
export function toSampleShift(now: number): number {
  return Math.floor((now - SAMPLE_END) / HOUR) * HOUR
}

function shiftValue(value: unknown, ms: number): unknown {
  if (typeof value === 'string') return MOMENT.test(value) ? toPortalDate(Date.parse(value) + ms) : value
  if (value !== null && typeof value === 'object') shiftFields(value, ms)
  return value
}

function shiftFields(row: object, ms: number): void {
  for (const [name, value] of Object.entries(row)) {
    const shifted = shiftValue(value, ms)
    if (shifted !== value) Reflect.set(row, name, shifted)
  }
}

/** Moves every date of these rows, in place: the same seed has the same distances. */
export function shiftDates({ items, contacts, companies, orders, types }: PortalData, ms: number): void {
  if (ms === 0) return
  for (const rows of [...items.values(), contacts, companies, orders])
    for (const row of rows.values()) shiftFields(row, ms)
  shiftFields(types, ms)
}
