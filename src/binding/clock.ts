/** Time, as the engine needs it; tests replace it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Resolves after this many milliseconds; at once for 0 and less. */
  wait(ms: number): Promise<void>
}

/** The clock of this computer. */
export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (ms) => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve()),
}
