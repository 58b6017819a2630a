import type { Clock } from '@/binding/clock'

/** A clock that stands still until a test moves it: everybody who waits is let go then. */
interface SteppedClock extends Clock {
  /** Lets all that is waiting go on, as if its time had come. */
  step(): void
  /** How many wait now. */
  waiting(): number
}

export function steppedClock(start = Date.UTC(2026, 10, 2, 9)): SteppedClock {
  let now = start
  let timers: { due: number; resolve: () => void }[] = []
  return {
    now: () => now,
    date: () => now,
    within: (_ms, work) => work,
    waiting: () => timers.length,
    wait: (ms) => (ms > 0 ? new Promise((resolve) => timers.push({ due: now + ms, resolve })) : Promise.resolve()),
    step() {
      const dueTimers = timers
      timers = []
      now = Math.max(now, ...dueTimers.map(({ due }) => due))
      for (const { resolve } of dueTimers) resolve()
    },
  }
}
