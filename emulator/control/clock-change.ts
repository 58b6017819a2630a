import type { ClockChange } from '@emulator/portal/clock'
import { isMap } from '@emulator/calls/params'

/** Moments beyond this many milliseconds are no dates. */
const FURTHEST = 8.64e15

function isMoment(value: unknown): boolean {
  if (value === undefined) return true
  const isKnown = typeof value === 'number' || typeof value === 'string'
  return isKnown && Math.abs(new Date(value).getTime()) < FURTHEST / 2
}

/** Says whether a value from outside is a change of the clock. */
export function isClockChange(value: unknown): value is ClockChange {
  if (!isMap(value) || !Object.keys(value).every((name) => ['now', 'moveMs', 'hold'].includes(name))) return false
  const { moveMs, hold } = value
  const isMove = moveMs === undefined || (typeof moveMs === 'number' && Math.abs(moveMs) < FURTHEST / 4)
  return isMoment(value.now) && isMove && (hold === undefined || typeof hold === 'boolean')
}
