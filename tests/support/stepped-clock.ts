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
  let sleepers: { due: number; wake: () => void }[] = []
  return {
    now: () => now,
    date: () => now,
    within: (_ms, work) => work,
    waiting: () => sleepers.length,
    wait: (ms) => (ms > 0 ? new Promise((wake) => sleepers.push({ due: now + ms, wake })) : Promise.resolve()),
    step() {
      const awake = sleepers
      sleepers = []
      now = Math.max(now, ...awake.map(({ due }) => due))
      for (const { wake } of awake) wake()
    },
  }
}
