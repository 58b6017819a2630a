import type { ClockChange } from '@emulator/portal/clock'
import { isMap } from '@emulator/calls/params'

/** Moments beyond this many milliseconds are no dates. */
const MAX_DATE_MS = 8.64e15

function isDateInput(value: unknown): boolean {
  if (value === undefined) return true
  const isDateType = typeof value === 'number' || typeof value === 'string'
  return isDateType && Math.abs(new Date(value).getTime()) < MAX_DATE_MS / 2
}

/** Says whether a value from outside is a change of the clock. */
export function isClockChange(value: unknown): value is ClockChange {
  if (!isMap(value) || !Object.keys(value).every((name) => ['now', 'moveMs', 'hold'].includes(name))) return false
  const { moveMs, hold } = value
  const isMove = moveMs === undefined || (typeof moveMs === 'number' && Math.abs(moveMs) < MAX_DATE_MS / 4)
  return isDateInput(value.now) && isMove && (hold === undefined || typeof hold === 'boolean')
}
