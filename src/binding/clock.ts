/** Time, as the engine needs it; tests hold it. */
export interface Clock {
  /** Milliseconds since some moment. Never goes back, and does not jump when somebody sets the computer's date. */
  now(): number
  /** Milliseconds since the epoch, by the computer's date: for people to read, never to measure with. */
  date(): number
  /** Resolves after this many milliseconds; at once for 0 and less. */
  wait(ms: number): Promise<void>
  /** Gives what the work gives, or nothing once it has taken this many milliseconds. The work itself goes on. */
  within<Value>(ms: number, work: Promise<Value>): Promise<Value | undefined>
}

/** Makes the clock of this computer with a way to wait. */
export function createClock(wait: Clock['wait']): Clock {
  return {
    now: () => performance.now(),
    date: () => Date.now(),
    wait,
    within: (ms, work) => Promise.race([work, wait(ms).then(() => undefined)]),
  }
}

/** Waits by a timer of the page. */
export function waitByTimer(ms: number): Promise<void> {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve()
}
