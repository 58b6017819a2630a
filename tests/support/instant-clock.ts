import type { Clock } from '@/binding/clock'

/** A clock whose waits end at once: each moves it on, and is recorded. */
interface InstantClock extends Clock {
  /** Milliseconds, in the order of waiting; waits of nothing are left out. */
  readonly waits: readonly number[]
}

export function instantClock(start = Date.UTC(2026, 10, 2, 9)): InstantClock {
  const waits: number[] = []
  let now = start
  return {
    waits,
    now: () => now,
    date: () => now,
    within: (_ms, work) => work,
    async wait(ms) {
      if (ms <= 0) return
      waits.push(ms)
      now += ms
    },
  }
}
