import type { Wish } from '@/domain/binding'
import type { Change } from '@/domain/change'
import type { OrderId } from '@/domain/id'
import type { OwnerRef, OwnerState } from '@/domain/owner'
import type { LostWrite, Question, Result, Stage } from './result'
import type { EngineTools } from './write'
import { stepFor } from '@/domain/binding'
import { asFailure } from '@/domain/failure'
import { isSameOwner, refOf } from '@/domain/owner'
import { checkAgain } from './check-again'
import { composeQuestion, readOwnerState } from './compose-question'
import { notDone } from './not-done'
import { readNow } from './read-now'
import { repeatWhileBusy } from './repeat'
import { writeBinding } from './write'

type Watch = (stage: Stage) => void

/** Changes bindings by the rules of safe binding. Never throws a failure: every end is a `Result`. */
export interface BindingEngine {
  /** Reads what is there. Writes at once when the order is free; asks when it has an owner. */
  request(wish: Wish, watch: Watch): Promise<Result>
  /** Carries out what a person confirmed; asks again when the binding is no longer what they saw. */
  confirm(question: Question, watch: Watch): Promise<Result>
  /** Restores what a change replaced; refuses when somebody has changed the binding since. */
  undo(change: Change, watch: Watch): Promise<Result>
  /** Reads once more what became of a write that could not be settled. */
  checkAgain(lost: LostWrite): Promise<Result>
}

/** Makes the engine on a portal, a memory of changes and a clock. */
export function createBindingEngine(tools: EngineTools): BindingEngine {
  const inHand = new Set<OrderId>()

  /** No two changes of one order run at a time, and a failure before the write ends as "not done". */
  async function guarded(orderId: OrderId, work: () => Promise<Result>): Promise<Result> {
    if (inHand.has(orderId)) return { kind: 'impossible', because: 'in-hand' }
    inHand.add(orderId)
    try {
      return await work()
    } catch (error) {
      return notDone(asFailure(error))
    } finally {
      inHand.delete(orderId)
    }
  }

  return {
    request: (wish, watch) => guarded(wish.orderId, () => request(tools, wish, watch)),
    confirm: (question, watch) => guarded(question.orderId, () => confirm(tools, question, watch)),
    undo: (change, watch) => guarded(change.orderId, () => undo(tools, change, watch)),
    checkAgain: (lost) => guarded(lost.change.orderId, () => checkAgain(tools, lost)),
  }
}

async function request(tools: EngineTools, wish: Wish, watch: Watch): Promise<Result> {
  watch('reading')
  const { now, wanted } = await readBoth(tools, wish)
  const step = stepFor(now, wish.to)
  if (step === 'nothing') return { kind: 'nothing', now }
  const obstacle = obstacleOf(wanted)
  if (obstacle) return obstacle
  if (step === 'bind') return writeBinding(tools, { wish, before: now, step, onStage: watch })
  const question = await composeQuestion(tools.portal, { wish, step, now, wanted, isAskedAgain: false })
  return { kind: 'asked', question }
}

async function confirm(tools: EngineTools, question: Question, watch: Watch): Promise<Result> {
  watch('reading')
  const wish = wishOf(question)
  const seen = question.before && refOf(question.before)
  const { now, wanted } = await readBoth(tools, wish)
  const step = stepFor(now, wish.to)
  if (step === 'nothing') return { kind: 'nothing', now }
  const obstacle = obstacleOf(wanted)
  if (obstacle) return obstacle
  if (isSameOwner(now, seen)) return writeBinding(tools, { wish, before: now, step, onStage: watch })
  const finding = { wish, step, now, wanted, isAskedAgain: true }
  return { kind: 'asked', question: await composeQuestion(tools.portal, finding) }
}

async function undo(tools: EngineTools, change: Change, watch: Watch): Promise<Result> {
  watch('reading')
  const wish: Wish = { orderId: change.orderId, to: change.before }
  const { now, wanted } = await readBoth(tools, wish)
  if (isSameOwner(now, change.before)) return { kind: 'nothing', now }
  if (!isSameOwner(now, change.after)) return { kind: 'impossible', because: 'changed-since', now }
  // An owner that this person does not see was there before: putting it back is no risk. One that is gone stays gone.
  const obstacle = wanted?.kind === 'hidden' ? undefined : obstacleOf(wanted)
  return obstacle ?? writeBinding(tools, { wish, before: now, step: stepFor(now, wish.to), onStage: watch })
}

/** Reads the present binding and the wanted owner in one request. */
async function readBoth(tools: EngineTools, wish: Wish): Promise<{ now: OwnerRef | null; wanted: OwnerState | null }> {
  const [now, wanted] = await Promise.all([
    repeatWhileBusy(tools.clock, () => readNow(tools.portal, wish.orderId)),
    wish.to && readOwnerState(tools.portal, wish.to),
  ])
  return { now, wanted }
}

function obstacleOf(wanted: OwnerState | null): Result | undefined {
  switch (wanted?.kind) {
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
  return { orderId: question.orderId, to: question.after && refOf(question.after) }
}
