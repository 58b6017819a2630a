import type { LocalPortal, PortalClock } from './state'

/** Reads the portal's clock over a real one. Milliseconds since the epoch. */
export function readClock(clock: PortalClock, real: () => number): number {
  return clock.heldAt ?? real() + clock.movedMs
}

/** The clock of a portal that starts, by what was asked for and the real one. */
export function makeClock({ now, moveMs = 0, hold }: ClockChange, real: number): PortalClock {
  const at = (now === undefined ? real : new Date(now).getTime()) + moveMs
  return { movedMs: at - real, ...(hold && { heldAt: at }) }
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

/** Body of `POST clock`, applied in this order. A reset brings back the clock of the start. */
export interface ClockChange {
  /** A moment to set the clock to: milliseconds since the epoch, or ISO 8601. */
  now?: number | string
  /** Milliseconds to move the clock by, forwards or back. */
  moveMs?: number
  /** Stops the clock, or lets it run on from where it stands. */
  hold?: boolean
}

/** Answer of `POST clock`. */
export interface ClockView {
  /** Milliseconds since the epoch. */
  now: number
  held: boolean
}
