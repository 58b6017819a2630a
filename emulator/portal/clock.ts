import type { ClockChange, ClockView } from '@contract/control'
import type { LocalPortal, PortalClock } from './state'
import { isMap } from '@emulator/calls/params'

/** Reads the portal's clock over a real one. Milliseconds since the epoch. */
export function readClock(clock: PortalClock, real: () => number): number {
  return clock.heldAt ?? real() + clock.movedMs
}

/** Lets the clock run with the real one again, no longer moved. */
export function releaseClock(clock: PortalClock): void {
  clock.movedMs = 0
  delete clock.heldAt
}

function move(clock: PortalClock, ms: number): void {
  clock.movedMs += ms
  if (clock.heldAt !== undefined) clock.heldAt += ms
}

/** Sets, moves, stops or starts the portal's clock, in this order, and tells what it shows then. */
export function changeClock(portal: LocalPortal, change: ClockChange): ClockView {
  const { clock } = portal
  if (change.now !== undefined) move(clock, new Date(change.now).getTime() - portal.now())
  if (change.moveMs !== undefined) move(clock, change.moveMs)
  if (change.hold === true) clock.heldAt = portal.now()
  if (change.hold === false && clock.heldAt !== undefined) resume(portal, clock.heldAt)
  return { now: portal.now(), held: clock.heldAt !== undefined }
}

/** Runs on from the moment at which the clock stood. */
function resume(portal: LocalPortal, heldAt: number): void {
  delete portal.clock.heldAt
  portal.clock.movedMs += heldAt - portal.now()
}

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
