import type { Clock } from '@/binding/clock'

/** A clock that never lets anybody wait: waiting moves it on at once, and is written down. */
export interface HeldClock extends Clock {
  /** Milliseconds, in the order of waiting; waits of nothing are left out. */
  readonly waits: readonly number[]
}

export function heldClock(start = Date.UTC(2026, 10, 2, 9)): HeldClock {
  const waits: number[] = []
  let now = start
  return {
    waits,
    now: () => now,
    async wait(ms) {
      if (ms <= 0) return
      waits.push(ms)
      now += ms
    },
  }
}
