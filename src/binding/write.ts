import type { Change, Wish } from '@/domain/change'
import type { ChangeNote } from '@/domain/journal'
import type { OwnerRef } from '@/domain/owner'
import type { Answered, Shown, Verdict } from '@/domain/verdict'
import type { Portal } from '@/portal/portal'
import type { WriteAnswer } from '@/portal/write-answer'
import type { Clock } from './clock'
import type { OrdersInProgress } from './in-progress'
import type { ChangeMemory, Remembered } from './remember'
import type { OnStage, Replaced, Result } from './result'
import { toAppError } from '@/domain/app-error'
import { asFailure, PortalFailure } from '@/domain/failure'
import { isSameOwner } from '@/domain/owner'
import { toSight, verdictOn } from '@/domain/verdict'
import { notDone, toEnding, toResult } from './end'
import { readNow } from './read-now'
import { repeatWhileBusy } from './repeat'
import { sendInTime } from './send-in-time'
import { LONGEST_SETTLING, settle } from './settle'

export interface EngineTools {
  portal: Portal
  memory: ChangeMemory
  clock: Clock
  /** Shared with runs; of its own unless told. */
  inProgress?: OrdersInProgress
}

interface PlannedWrite {
  wish: Wish
  /** Written down by the same request. */
  note?: ChangeNote | undefined
  /** The owner that the last reading showed, and that the person knows of. */
  before: OwnerRef | null
  onStage: OnStage
}

/** When a write left last, in milliseconds of the engine's clock; absent before, and where it is known not to have run. */
interface Sending {
  sentAt?: number
}

/** What the sending of a write came to. */
interface Attempt {
  answered: Answered
  failure: PortalFailure
  /** The owner right before the write; nothing where that was not told. */
  before?: OwnerRef | null
  /** What was read since; nothing where it was not. */
  shown: Shown
  /** The note tells by itself what was replaced. */
  isNoted?: boolean
  /** The portal refused the write alone: nothing was read after it yet. */
  needsReading?: boolean
  /** When it was sent last, in milliseconds of the engine's clock. */
  sentAt: number
}

/** Remembers, writes once, verifies; a lost answer is settled by reading back before any end is told. */
export async function writeBinding(tools: EngineTools, wanted: Omit<PlannedWrite, 'note'>): Promise<Result> {
  const remembered = await remember(tools, wanted)
  if (remembered instanceof PortalFailure) return notDone(wanted.wish, remembered)
  const { change, note } = remembered
  const planned = { ...wanted, note }
  const sending: Sending = {}
  try {
    planned.onStage({ kind: 'writing' })
    const attempt = await send(tools, planned, sending)
    return await conclude(tools, planned, { attempt, change })
  } catch (mistake) {
    return endByMistake(tools, { wish: planned.wish, change, sending }, mistake)
  }
}

/** Nothing of ours is relied on after a mistake: what became of a write that has left is not known then. */
function endByMistake(
  { memory, clock }: EngineTools,
  { wish, change, sending }: { wish: Wish; change: Change; sending: Sending },
  mistake: unknown,
): Result {
  const verdict = sending.sentAt === undefined ? 'not-done' : 'unknown'
  void memory.close(change, toEnding(verdict), false)
  const failure = toAppError(mistake, verdict === 'unknown' ? 'unknown' : 'no')
  const { sentAt = clock.now() } = sending
  return toResult(verdict, { wish, change, failure, sentAt, shown: undefined, replaced: 'unread' })
}

async function remember(tools: EngineTools, { wish, before }: PlannedWrite): Promise<Remembered | PortalFailure> {
  const { orderId, after, undoes } = wish
  return tools.memory.intend({ orderId, before, after, at: tools.clock.date() }, undoes).catch(asFailure)
}

/** What the portal showed right before the write is what the write replaced: the change keeps that, for undo. */
function withReplaced(change: Change, before: OwnerRef | null | undefined): Change {
  return before === undefined ? change : { ...change, before }
}

/** The portal took the write, and the reading after it was lost. */
const UNREAD = new PortalFailure({ kind: 'unreadable', changed: 'unknown', code: 'read-back' })
/** The portal never ran the write, and by the next try the binding was another one. */
const TOO_BUSY = new PortalFailure({ kind: 'busy', changed: 'no', code: 'QUERY_LIMIT_EXCEEDED' })

/** How long after it was asked for a write may leave, in milliseconds: later the person has long looked elsewhere. */
const DEPARTURE_LIMIT = 20_000

type Outcome = Omit<Attempt, 'sentAt'>

/** Sends the write, again only after the portal said that it was too busy to run it, and then only after a reading. */
async function send(tools: EngineTools, planned: PlannedWrite, sending: Sending): Promise<Attempt> {
  let isRepeat = false
  const attempt = repeatWhileBusy(tools.clock, async (): Promise<Outcome> => {
    sending.sentAt = undefined
    const obstacle = isRepeat ? await readBeforeRepeat(tools, planned) : undefined
    if (obstacle) return obstacle
    isRepeat = true
    const { wish, before, note } = planned
    const answer = await sendInTime({
      clock: tools.clock,
      until: tools.clock.now() + DEPARTURE_LIMIT,
      send: (mayLeave) => tools.portal.bindings.write(wish, before, { mayLeave, note }),
      onSent: (at) => (sending.sentAt = at),
    })
    if (isBusy(answer)) throw answer.outcome
    return toOutcome(answer)
  })
  const outcome = await attempt.catch((error: unknown) => toFailedOutcome(asFailure(error)))
  return { ...outcome, sentAt: sending.sentAt ?? tools.clock.now() }
}

function isBusy({ outcome }: WriteAnswer): boolean {
  return outcome instanceof PortalFailure && outcome.kind === 'busy'
}

/** The write never ran: whatever goes wrong with this reading, nothing was changed. */
async function readBeforeRepeat({ portal }: EngineTools, { wish, before }: PlannedWrite): Promise<Outcome | undefined> {
  const shown = await readNow(portal, wish.orderId).catch(asFailure)
  if (shown instanceof PortalFailure) return { answered: 'refused', failure: shown, shown: undefined }
  const isAsBefore = shown !== 'order-gone' && isSameOwner(shown, before)
  return isAsBefore ? undefined : { answered: 'mismatch', failure: TOO_BUSY, shown }
}

/** The request as a whole failed. */
function toFailedOutcome(failure: PortalFailure): Outcome {
  return { answered: failure.changed === 'no' ? 'refused' : 'lost', failure, shown: undefined }
}

/**
 * The write stops the batch where it is refused, so that the reading after it is there only if it ran. A mismatch is told by the
 * reading before it, unless that shows just the owner that was to be replaced: then later readings decide.
 */
function toOutcome({ outcome, before, now, isNoted }: WriteAnswer): Outcome {
  if (outcome === 'written') return { answered: 'written', failure: UNREAD, before, isNoted, shown: now }
  if (outcome === 'mismatch') return { answered: 'mismatch', failure: UNREAD, shown: before }
  return { ...toFailedOutcome(outcome), before, shown: now, needsReading: outcome.changed === 'no' }
}

async function conclude(
  tools: EngineTools,
  planned: PlannedWrite,
  { attempt, change: intended }: { attempt: Attempt; change: Change },
): Promise<Result> {
  const { wish, onStage } = planned
  const { answered, failure, sentAt } = attempt
  const change = withReplaced(intended, attempt.before)
  const known = { verdict: verdictOn(answered, sightOf(attempt, change)), shown: attempt.shown }
  if (known.verdict === 'read-again') onStage({ kind: 'checking', since: sentAt })
  const mustRead = known.verdict === 'read-again' || attempt.needsReading
  const { verdict, shown } = mustRead ? await settle(tools, { change, answered, sentAt }) : known
  const kept = await keep(tools, planned, { attempt, change, verdict })
  return toResult(verdict, { wish, failure, sentAt, shown, ...kept })
}

/** How long the end waits for what the journal is asked or told, in milliseconds. */
const JOURNAL_LIMIT = 10_000

/**
 * Writes down how the change ended. The end waits for it only where the change was made and its note does not tell by itself what it
 * replaced. Where the answer that tells it was lost, the note is asked.
 */
async function keep(
  { memory, clock }: EngineTools,
  { before, note }: PlannedWrite,
  { attempt, change, verdict }: { attempt: Attempt; change: Change; verdict: Verdict },
): Promise<{ change: Change; replaced: Replaced; isKept: boolean }> {
  /** The end is told in time whatever becomes of the journal. */
  const inTime = <Value>(work: Promise<Value>) =>
    clock.within(Math.min(JOURNAL_LIMIT, attempt.sentAt + LONGEST_SETTLING - clock.now()), work)
  const isMade = toEnding(verdict) === 'done'
  const isLost = isMade && attempt.before === undefined && note !== undefined
  const found = isLost ? await inTime(memory.recall(change)) : attempt.before
  const known = withReplaced(change, found)
  const replaced = toReplaced(found, before)
  const closing = memory.close(known, toEnding(verdict), found !== undefined)
  const isTold = !isMade || !note || (isLost ? found !== undefined : attempt.isNoted === true && replaced === 'as-seen')
  const isKept = isTold || (await inTime(closing)) === true
  return { change: known, replaced, isKept }
}

/** The reading that tells of a mismatch came before the write: the owner that was to be replaced proves nothing there. */
function sightOf({ answered, shown }: Attempt, change: Change) {
  const sight = toSight(shown, change)
  return answered === 'mismatch' && sight === 'before' ? 'unread' : sight
}

function toReplaced(found: OwnerRef | null | undefined, seen: OwnerRef | null): Replaced {
  if (found === undefined) return 'unread'
  return isSameOwner(found, seen) ? 'as-seen' : 'unseen'
}
