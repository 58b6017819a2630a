import type { Step, Wish } from '@/domain/binding'
import type { Change } from '@/domain/change'
import type { OwnerRef } from '@/domain/owner'
import type { Portal, WriteAnswer } from '@/portal/portal'
import type { Clock } from './clock'
import type { ChangeMemory, Ending } from './remember'
import type { OnStage, Result } from './result'
import { asFailure, PortalFailure } from '@/domain/failure'
import { isSameOwner } from '@/domain/owner'
import { notDone } from './not-done'
import { readNow } from './read-now'
import { repeatWhileBusy } from './repeat'
import { settle } from './settle'

export interface EngineTools {
  portal: Portal
  memory: ChangeMemory
  clock: Clock
}

interface PlannedWrite {
  wish: Wish
  before: OwnerRef | null
  step: Step
  onStage: OnStage
}

/** Remembers, writes once, verifies; a lost answer is settled by reading back before any end is told. */
export async function writeBinding(tools: EngineTools, planned: PlannedWrite): Promise<Result> {
  const change = await remember(tools, planned)
  if (change instanceof PortalFailure) return { kind: 'not-done', failure: change }
  planned.onStage('writing')
  const { result, ending } = await send(tools, planned, change)
  tools.memory.close(change.id, ending)
  return result
}

interface Ended {
  result: Result
  ending: Ending
}

async function remember(tools: EngineTools, { wish, before }: PlannedWrite): Promise<Change | PortalFailure> {
  try {
    return await tools.memory.intend({ orderId: wish.orderId, before, after: wish.after, at: tools.clock.now() })
  } catch (error) {
    return asFailure(error)
  }
}

async function send(tools: EngineTools, planned: PlannedWrite, change: Change): Promise<Ended> {
  const { wish, before } = planned
  let sentAt = tools.clock.now()
  let isRepeat = false
  try {
    const answer = await repeatWhileBusy(tools.clock, async () => {
      // While the portal was too busy, a colleague may have changed the binding: read before each try.
      const now = isRepeat ? await readNow(tools.portal, wish.orderId) : before
      isRepeat = true
      if (!isSameOwner(now, before)) return { kind: 'changed' as const, now }
      sentAt = tools.clock.now()
      return tools.portal.bindings.write(wish, before)
    })
    if (answer.kind === 'changed') return { result: notDone(TOO_BUSY, answer.now), ending: 'not-done' }
    return await verify(tools, answer, { planned, change, sentAt })
  } catch (error) {
    const failure = asFailure(error)
    if (failure.changed === 'no') return { result: { kind: 'not-done', failure }, ending: 'not-done' }
    planned.onStage('checking')
    return settleLost(tools, { planned, change, failure, sentAt })
  }
}

/** The portal never ran the write, and by the next try the binding was another one. */
const TOO_BUSY = new PortalFailure({ kind: 'busy', changed: 'no', code: 'QUERY_LIMIT_EXCEEDED' })

interface SentWrite {
  planned: PlannedWrite
  change: Change
  /** Milliseconds since the epoch. */
  sentAt: number
}

async function verify(tools: EngineTools, answer: WriteAnswer, sent: SentWrite): Promise<Ended> {
  if (answer.kind === 'already') return verifyAlready(tools, sent)
  return compare(answer.now, sent)
}

function compare(now: OwnerRef | null, { planned: { wish, step }, change }: SentWrite): Ended {
  if (isSameOwner(now, wish.after)) return { result: { kind: 'done', change, step }, ending: 'done' }
  return { result: { kind: 'overtaken', now }, ending: 'unknown' }
}

/**
 * The binding differed right before the write, so "it is already so" speaks of this very write: browsers send a POST
 * again by themselves when a kept connection breaks, and the second one finds the first one's work done.
 */
async function verifyAlready(tools: EngineTools, sent: SentWrite): Promise<Ended> {
  const settled = await settle(tools, sent.planned.wish, sent.sentAt)
  return compare(settled.kind === 'not-done' ? settled.now : sent.planned.wish.after, sent)
}

async function settleLost(
  tools: EngineTools,
  { planned, change, failure, sentAt }: SentWrite & { failure: PortalFailure },
): Promise<Ended> {
  const settled = await settle(tools, planned.wish, sentAt)
  switch (settled.kind) {
    case 'done':
      return { result: { kind: 'done', change, step: planned.step }, ending: 'done' }
    case 'unknown':
      return { result: { kind: 'unknown', failure, change, step: planned.step }, ending: 'unknown' }
    case 'not-done':
      return { result: notDone(failure, settled.now), ending: 'not-done' }
    default:
      return settled satisfies never
  }
}
