import type { Wish } from '@/domain/change'
import type { ChangeNote } from '@/domain/journal'
import type { OwnerRef } from '@/domain/owner'
import type { Portal } from '@/portal/portal'
import type { WriteAnswer } from '@/portal/write-answer'
import type { Clock } from './clock'
import { PortalFailure } from '@/domain/failure'

/** How long after it was asked for a write may leave, in milliseconds: later the person has long looked elsewhere. */
const DEPARTURE_LIMIT = 20_000
/** The portal's own limit for a request is 60 s: an answer this many milliseconds after sending is not waited for. */
const ANSWER_LIMIT = 65_000

const NOT_SENT = new PortalFailure({ kind: 'timeout', changed: 'no', code: 'NOT_SENT' })
const TOO_LATE = new PortalFailure({ kind: 'timeout', changed: 'unknown', code: 'REQUEST_TIMEOUT' })

interface Tools {
  portal: Pick<Portal, 'bindings'>
  clock: Clock
}

/**
 * Sends a write and waits for its answer, as long as one may come. The times are those at which the request really leaves: it
 * may be held back before, and is sent again when the portal has refused a token. `onSent` is told each of them.
 * @throws what the portal throws; a write that did not leave in time never leaves, and fails as not sent
 */
export async function sendInTime(
  { portal, clock }: Tools,
  { wish, before, note }: { wish: Wish; before: OwnerRef | null; note?: ChangeNote | undefined },
  onSent: (at: number) => void,
): Promise<WriteAnswer> {
  let lastDeparture = clock.now() + DEPARTURE_LIMIT
  let sentAt: number | undefined
  function mayLeave(): boolean {
    if (clock.now() > lastDeparture) return false
    sentAt = clock.now()
    onSent(sentAt)
    return true
  }
  const answering = portal.bindings.write(wish, before, { mayLeave, note })
  const timeLeft = () => (sentAt === undefined ? lastDeparture : sentAt + ANSWER_LIMIT) - clock.now()
  do {
    const answer = await clock.within(timeLeft(), answering)
    if (answer) return answer
  } while (timeLeft() > 0)
  lastDeparture = Number.NEGATIVE_INFINITY
  throw sentAt === undefined ? NOT_SENT : TOO_LATE
}
