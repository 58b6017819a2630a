/** Milliseconds that a write takes in most portals, and what stands around it: storing a step, reading before and after. */
const WRITE = 980
const AROUND = 150
/** What runs may use of the portal's working time in ten minutes, in milliseconds. */
const WINDOW = 600_000
const CEILING = 432_000

/** Guesses how long so many writes take, before any of them was measured: milliseconds. The portal's working time is the limit of long ones. */
export function expectedTime(writes: number): number {
  const work = writes * WRITE
  const serial = work + writes * AROUND
  return work <= CEILING ? serial : Math.max(serial, (work / CEILING) * WINDOW)
}
