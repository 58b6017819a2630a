import type { RingThoughHidden } from './hidden-alarm'
import { createClock, waitByTimer } from './clock'

let alarms: Promise<RingThoughHidden> | undefined

/** Loads with the first wait: the first screen does not wait for anything. */
async function ringThoughHidden(due: number): Promise<void> {
  alarms ??= import('./hidden-alarm').then(({ createHiddenAlarm }) => createHiddenAlarm(document))
  const ring = await alarms.catch(() => undefined)
  // Without the file the page's own timer has to do, however late it rings.
  return ring ? ring(due) : new Promise(() => undefined)
}

/** The clock of a page, which waits no longer in a tab that nobody looks at. */
export const pageClock = createClock(async (ms) => {
  if (ms > 0) await Promise.race([waitByTimer(ms), ringThoughHidden(performance.now() + ms)])
})
