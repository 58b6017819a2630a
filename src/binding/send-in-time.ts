import type { Clock } from './clock'
import { PortalFailure } from '@/domain/failure'

/** The portal's own limit for a request is 60 s: an answer this many milliseconds after sending is not waited for. */
const ANSWER_LIMIT = 65_000

const NOT_SENT = new PortalFailure({ kind: 'timeout', changed: 'no', code: 'NOT_SENT' })
const TOO_LATE = new PortalFailure({ kind: 'timeout', changed: 'unknown', code: 'REQUEST_TIMEOUT' })

/** A request that may have to stay at home. */
interface Sending<Answer> {
  clock: Clock
  /** The last moment of the clock at which it may leave. */
  until: number
  /** Sends it; `mayLeave` is asked each time it is about to leave. */
  send: (mayLeave: () => boolean) => Promise<Answer>
  /** Is told when it leaves, each time. */
  onSent: (at: number) => void
}

/**
 * Sends a write and waits for its answer, as long as one may come. The times are those at which the request really leaves: it
 * may be held back before, and is sent again when the portal has refused a token.
 * @throws what the portal throws; a write that did not leave in time never leaves, and fails as not sent
 */
export async function sendInTime<Answer extends object>({
  clock,
  until,
  send,
  onSent,
}: Sending<Answer>): Promise<Answer> {
  let lastDeparture = until
  let sentAt: number | undefined
  function mayLeave(): boolean {
    if (clock.now() > lastDeparture) return false
    sentAt = clock.now()
    onSent(sentAt)
    return true
  }
  const answering = send(mayLeave)
  const timeLeft = () => (sentAt === undefined ? lastDeparture : sentAt + ANSWER_LIMIT) - clock.now()
  do {
    const answer = await clock.within(timeLeft(), answering)
    if (answer) return answer
  } while (timeLeft() > 0)
  lastDeparture = Number.NEGATIVE_INFINITY
  throw sentAt === undefined ? NOT_SENT : TOO_LATE
}
