import type { Clock } from '@/binding/clock'

/** What the person wants of a run, and a way to wait that notices when they want something else. */
export interface RunControls {
  wanted: 'go' | 'pause' | 'stop'
  /** Why it is paused: the person has asked for it, or the portal does not know them any more. */
  pausedBy: 'asked' | 'session-ended'
  pause(by: 'asked' | 'session-ended'): void
  resume(): void
  stop(): void
  /** Waits until that moment of the clock, or until something else is wanted. */
  waitUntil(moment: number): Promise<void>
}

/** The longest wait at once, in milliseconds: timers cannot wait longer than 24 days. */
const LONGEST_WAIT = 3_600_000

/** Makes the controls of a run. */
export function createRunControls(clock: Clock): RunControls {
  let wake: () => void = () => undefined

  const controls: RunControls = {
    wanted: 'go',
    pausedBy: 'asked',
    pause(by) {
      if (controls.wanted !== 'go') return
      controls.wanted = 'pause'
      controls.pausedBy = by
      wake()
    },
    resume() {
      if (controls.wanted !== 'pause') return
      controls.wanted = 'go'
      wake()
    },
    stop() {
      controls.wanted = 'stop'
      wake()
    },
    async waitUntil(moment) {
      const woken = new Promise<void>((resolve) => (wake = resolve))
      await Promise.race([woken, clock.wait(Math.min(LONGEST_WAIT, moment - clock.now()))])
    },
  }
  return controls
}
