import type { Step, Wish } from '@/domain/binding'
import type { Change } from '@/domain/change'
import type { OwnerRef } from '@/domain/owner'
import type { Portal, WriteAnswer } from '@/portal/portal'
import type { Clock } from './clock'
import type { ChangeMemory, Ending } from './remember'
import type { OnStage, Replaced, Result } from './result'
import { asFailure, PortalFailure } from '@/domain/failure'
import { isSameOwner } from '@/domain/owner'
import { notDone } from './not-done'
import { readNow } from './read-now'
import { repeatWhileBusy } from './repeat'
import { LONGEST_SETTLING, settle } from './settle'

export interface EngineTools {
  portal: Portal
  memory: ChangeMemory
  clock: Clock
}

interface PlannedWrite {
  wish: Wish
  /** The owner that the last reading showed, and that the person knows of. */
  before: OwnerRef | null
  step: Step
  onStage: OnStage
}

/** How a write ended, with what it replaced as far as that is known by then. */
interface Ended {
  result: Result
  ending: Ending
  change: Change
}

/** A write on its way. `sentAt` in milliseconds of the engine's clock. */
interface SentWrite {
  planned: PlannedWrite
  change: Change
  replaced: Replaced
  sentAt: number
}

/** Remembers, writes once, verifies; a lost answer is settled by reading back before any end is told. */
export async function writeBinding(tools: EngineTools, planned: PlannedWrite): Promise<Result> {
  const change = await remember(tools, planned)
  if (change instanceof PortalFailure) return { kind: 'not-done', failure: change }
  planned.onStage('writing')
  const ended = await send(tools, planned, change)
  tools.memory.close(ended.change, ended.ending)
  return ended.result
}

async function remember(tools: EngineTools, { wish, before }: PlannedWrite): Promise<Change | PortalFailure> {
  try {
    return await tools.memory.intend({ orderId: wish.orderId, before, after: wish.after, at: tools.clock.date() })
  } catch (error) {
    return asFailure(error)
  }
}

/** The portal's own limit for a request is 60 s: an answer after this many milliseconds is not waited for. */
const WRITE_LIMIT = 65_000
const TOO_LATE = new PortalFailure({ kind: 'timeout', changed: 'unknown', code: 'REQUEST_TIMEOUT' })

/** The portal never ran the write, and by the next try the binding was another one. */
const TOO_BUSY = new PortalFailure({ kind: 'busy', changed: 'no', code: 'QUERY_LIMIT_EXCEEDED' })

type Sending =
  | { kind: 'answered'; answer: WriteAnswer }
  | { kind: 'changed'; now: OwnerRef | null }
  | { kind: 'unread'; failure: PortalFailure }

/** Sends the write, again only after the portal said that it was too busy to run it, and then only after a reading. */
async function sendWhileBusy(tools: EngineTools, { wish, before }: PlannedWrite, onSend: () => void): Promise<Sending> {
  let isRepeat = false
  return repeatWhileBusy(tools.clock, async (): Promise<Sending> => {
    if (isRepeat) {
      const now = await readNow(tools.portal, wish.orderId).catch(asFailure)
      // The write never ran: whatever went wrong with this reading, nothing was changed.
      if (now instanceof PortalFailure) return { kind: 'unread', failure: now }
      if (!isSameOwner(now, before)) return { kind: 'changed', now }
    }
    isRepeat = true
    onSend()
    const answer = await tools.clock.within(WRITE_LIMIT, tools.portal.bindings.write(wish, before))
    if (!answer) throw TOO_LATE
    if (answer.outcome instanceof PortalFailure && answer.outcome.kind === 'busy') throw answer.outcome
    return { kind: 'answered', answer }
  })
}

async function send(tools: EngineTools, planned: PlannedWrite, change: Change): Promise<Ended> {
  let sentAt = tools.clock.now()
  try {
    const sending = await sendWhileBusy(tools, planned, () => (sentAt = tools.clock.now()))
    if (sending.kind === 'unread') return { result: notDone(sending.failure), ending: 'not-done', change }
    if (sending.kind === 'changed') return endUnsent(sending.now, planned, change)
    return await verify(tools, sending.answer, withReplaced(sending.answer, { planned, change, sentAt }))
  } catch (error) {
    const failure = asFailure(error)
    if (failure.changed === 'no') return { result: notDone(failure), ending: 'not-done', change }
    return settleLost(tools, { planned, change, replaced: 'unread', sentAt }, failure)
  }
}

/** Somebody changed the binding before the write could be sent. */
function endUnsent(now: OwnerRef | null, { wish }: PlannedWrite, change: Change): Ended {
  const isAsWished = isSameOwner(now, wish.after)
  return { result: isAsWished ? { kind: 'nothing', now } : notDone(TOO_BUSY, now), ending: 'not-done', change }
}

/** What the portal showed right before the write is what the write replaced: the change keeps that, for undo. */
function withReplaced({ before }: WriteAnswer, sent: Omit<SentWrite, 'replaced'>): SentWrite {
  if (before === undefined) return { ...sent, replaced: 'unread' }
  const replaced = isSameOwner(before, sent.planned.before) ? 'as-seen' : 'unseen'
  return { ...sent, replaced, change: { ...sent.change, before } }
}

async function verify(tools: EngineTools, answer: WriteAnswer, sent: SentWrite): Promise<Ended> {
  const { outcome, now } = answer
  if (outcome === 'already') return verifyAlready(tools, answer, sent)
  // The row of the write was lost, and the reading after it shows that it came true.
  if (now !== undefined && isSameOwner(now, sent.planned.wish.after)) return done(sent)
  if (outcome !== 'written') return verifyRefused(tools, outcome, sent)
  return now === undefined ? settleLost(tools, sent, UNREAD) : compare(now, sent)
}

/** The portal took the write, and the reading after it was lost. */
const UNREAD = new PortalFailure({ kind: 'unreadable', changed: 'unknown', code: 'read-back' })

function done({ planned, change, replaced }: SentWrite): Ended {
  return { result: { kind: 'done', change, step: planned.step, replaced }, ending: 'done', change }
}

/** Compares what the portal shows after a write that it took. */
function compare(now: OwnerRef | null, sent: SentWrite): Ended {
  if (isSameOwner(now, sent.planned.wish.after)) return done(sent)
  return { result: { kind: 'overtaken', now, ours: 'written' }, ending: 'done', change: sent.change }
}

/**
 * "It is already so" changed nothing. For an unbind it says that the order is not on the owner that was named. Where the reading
 * right before the write was lost, or says otherwise, later readings decide.
 */
function verifyAlready(tools: EngineTools, { before: now }: WriteAnswer, sent: SentWrite): Ended | Promise<Ended> {
  const { wish, before } = sent.planned
  const { change } = sent
  if (now === undefined) return settleLost(tools, sent, UNREAD)
  if (isSameOwner(now, wish.after)) return { result: { kind: 'nothing', now }, ending: 'not-done', change }
  const isElsewhere = wish.after === null && !isSameOwner(now, before)
  if (isElsewhere) return { result: { kind: 'overtaken', now, ours: 'not-written' }, ending: 'not-done', change }
  return settleLost(tools, sent, UNREAD)
}

/** A refusal skips the reading after the write: one of its own follows at once. */
async function verifyRefused(tools: EngineTools, failure: PortalFailure, sent: SentWrite): Promise<Ended> {
  if (failure.changed !== 'no') return settleLost(tools, sent, failure)
  const now = await readNow(tools.portal, sent.planned.wish.orderId).catch(asFailure)
  if (now instanceof PortalFailure) return { result: notDone(failure), ending: 'not-done', change: sent.change }
  const result: Result = isSameOwner(now, sent.planned.wish.after) ? { kind: 'nothing', now } : notDone(failure, now)
  return { result, ending: 'not-done', change: sent.change }
}

async function settleLost(tools: EngineTools, sent: SentWrite, failure: PortalFailure): Promise<Ended> {
  const { planned, change } = sent
  planned.onStage('checking', sent.sentAt + LONGEST_SETTLING - tools.clock.now())
  const settled = await settle(tools, { wish: planned.wish, before: change.before }, sent.sentAt)
  switch (settled.kind) {
    case 'done':
      return done(sent)
    case 'unknown':
      return { result: { kind: 'unknown', failure, change, step: planned.step }, ending: 'unknown', change }
    case 'overtaken':
      return { result: { ...settled, ours: 'unknown' }, ending: 'unknown', change }
    case 'not-done':
      return { result: notDone(failure, settled.now), ending: 'not-done', change }
    default:
      return settled satisfies never
  }
}
