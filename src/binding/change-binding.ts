import type { Wish } from '@/domain/binding'
import type { Change } from '@/domain/change'
import type { OrderId } from '@/domain/id'
import type { OwnerRef, OwnerState } from '@/domain/owner'
import type { LostWrite, OnStage, Question, Result } from './result'
import type { EngineTools } from './write'
import { stepFor } from '@/domain/binding'
import { asFailure } from '@/domain/failure'
import { isSameOwner, refOf } from '@/domain/owner'
import { checkAgain } from './check-again'
import { composeQuestion } from './compose-question'
import { notDone } from './not-done'
import { readNow } from './read-now'
import { repeatWhileBusy } from './repeat'
import { writeBinding } from './write'

/** Changes bindings by the rules of safe binding. Never throws a failure: every end is a `Result`. */
interface BindingEngine {
  /** Reads what is there. Writes at once when the order is free; asks when it has an owner. */
  request(wish: Wish, onStage: OnStage): Promise<Result>
  /** Carries out what a person confirmed; asks again when the binding is no longer what they saw. */
  confirm(question: Question, onStage: OnStage): Promise<Result>
  /** Restores what a change replaced; refuses when somebody has changed the binding since. */
  undo(change: Change, onStage: OnStage): Promise<Result>
  /** Reads once more what became of a write that could not be settled. */
  checkAgain(lost: LostWrite): Promise<Result>
}

/** Makes the engine on a portal, a memory of changes and a clock. */
export function createBindingEngine(tools: EngineTools): BindingEngine {
  const inProgress = new Set<OrderId>()

  /** No two changes of one order run at a time, and a failure before the write ends as "not done". */
  async function guarded(orderId: OrderId, work: () => Promise<Result>): Promise<Result> {
    if (inProgress.has(orderId)) return { kind: 'impossible', because: 'in-progress' }
    inProgress.add(orderId)
    try {
      return await work()
    } catch (error) {
      return notDone(asFailure(error))
    } finally {
      inProgress.delete(orderId)
    }
  }

  return {
    request: (wish, onStage) => guarded(wish.orderId, () => request(tools, wish, onStage)),
    confirm: (question, onStage) => guarded(question.orderId, () => confirm(tools, question, onStage)),
    undo: (change, onStage) => guarded(change.orderId, () => undo(tools, change, onStage)),
    checkAgain: (lost) => guarded(lost.change.orderId, () => checkAgain(tools, lost)),
  }
}

async function request(tools: EngineTools, wish: Wish, onStage: OnStage): Promise<Result> {
  onStage('reading')
  const { now, presence } = await readBoth(tools, wish)
  const step = stepFor(now, wish.after)
  if (step === 'nothing') return { kind: 'nothing', now }
  const obstacle = obstacleOf(presence)
  if (obstacle) return obstacle
  if (step === 'bind') return writeBinding(tools, { wish, before: now, step, onStage })
  const question = await composeQuestion(tools.portal, { wish, step, now, isAskedAgain: false })
  return { kind: 'asked', question }
}

async function confirm(tools: EngineTools, question: Question, onStage: OnStage): Promise<Result> {
  onStage('reading')
  const wish = wishOf(question)
  const seen = question.before && refOf(question.before)
  const { now, presence } = await readBoth(tools, wish)
  const step = stepFor(now, wish.after)
  if (step === 'nothing') return { kind: 'nothing', now }
  const obstacle = obstacleOf(presence)
  if (obstacle) return obstacle
  if (isSameOwner(now, seen)) return writeBinding(tools, { wish, before: now, step, onStage })
  const finding = { wish, step, now, isAskedAgain: true }
  return { kind: 'asked', question: await composeQuestion(tools.portal, finding) }
}

async function undo(tools: EngineTools, change: Change, onStage: OnStage): Promise<Result> {
  onStage('reading')
  const wish: Wish = { orderId: change.orderId, after: change.before }
  const { now, presence } = await readBoth(tools, wish)
  if (isSameOwner(now, change.before)) return { kind: 'nothing', now }
  if (!isSameOwner(now, change.after)) return { kind: 'impossible', because: 'changed-since', now }
  // An owner that this person does not see was there before: putting it back is no risk. One that is gone stays gone.
  const obstacle = presence === 'hidden' ? undefined : obstacleOf(presence)
  return obstacle ?? writeBinding(tools, { wish, before: now, step: stepFor(now, wish.after), onStage })
}

interface Reading {
  now: OwnerRef | null
  /** Whether the owner after the change exists; `null` for an unbind. */
  presence: OwnerState['kind'] | null
}

/**
 * Reads whether the owner after the change exists, then the present binding, in one request: nothing is asked between this
 * answer and the write. Both are read again where the portal was too busy.
 */
function readBoth({ portal, clock }: EngineTools, { orderId, after }: Wish): Promise<Reading> {
  return repeatWhileBusy(clock, async () => {
    const [presence, now] = await Promise.all([after && portal.owners.readPresence(after), readNow(portal, orderId)])
    return { now, presence }
  })
}

function obstacleOf(presence: Reading['presence']): Result | undefined {
  switch (presence) {
    case 'gone':
      return { kind: 'impossible', because: 'owner-gone' }
    case 'hidden':
      return { kind: 'impossible', because: 'owner-hidden' }
    case 'unread':
      return { kind: 'impossible', because: 'owner-unread' }
    default:
      return undefined
  }
}

function wishOf(question: Question): Wish {
  return { orderId: question.orderId, after: question.after && refOf(question.after) }
}
