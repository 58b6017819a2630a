import type { Transport } from './transport'
import { TransportError } from './transport'

/** Time as pacing needs it; tests hold it. */
export interface PaceClock {
  /** Milliseconds since some moment; never goes back. */
  now(): number
  /** Resolves after this many milliseconds. */
  wait(ms: number): Promise<void>
}

/** Timers of the page, which browsers slow in hidden tabs. */
const PAGE_CLOCK: PaceClock = {
  now: () => performance.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

/** Milliseconds from one request's leaving to the next one's. */
const PACE = 1_000
const SLOW_PACE = 2_000
/** How long the slow pace is kept after the portal was too busy. */
const SLOW_FOR = 60_000

const isTooBusy = (error: unknown) =>
  error instanceof TransportError && error.code.toLowerCase() === 'query_limit_exceeded'

/**
 * Sends one request at a time, at most one a second, and one in two seconds for a minute after the portal was too busy: so a run of
 * hours leaves room in the portal's bucket for everybody who works meanwhile.
 */
export function createPacedTransport(
  transport: Pick<Transport, 'call' | 'batch'>,
  clock = PAGE_CLOCK,
): Pick<Transport, 'call' | 'batch'> {
  let queue: Promise<unknown> = Promise.resolve()
  let leftAt = Number.NEGATIVE_INFINITY
  let slowUntil = Number.NEGATIVE_INFINITY

  async function send<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const pace = clock.now() < slowUntil ? SLOW_PACE : PACE
    const left = leftAt + pace - clock.now()
    if (left > 0) await clock.wait(left)
    leftAt = clock.now()
    try {
      return await work()
    } catch (error) {
      if (isTooBusy(error)) slowUntil = clock.now() + SLOW_FOR
      throw error
    }
  }

  function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const sending = queue.then(() => send(work))
    queue = sending.catch(() => undefined)
    return sending
  }

  return {
    call: (command) => inTurn(() => transport.call(command)),
    batch: (commands, options) => inTurn(() => transport.batch(commands, options)),
  }
}
