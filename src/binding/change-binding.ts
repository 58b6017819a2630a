import type { Step } from '@/domain/binding'
import type { Wish } from '@/domain/change'
import type { OwnerRef, OwnerState } from '@/domain/owner'
import type { OnStage, Result, ResultOf } from './result'
import type { EngineTools } from './write'
import { toAnyFailure } from '@/domain/app-error'
import { stepFor } from '@/domain/binding'
import { isSameOwner, refOf } from '@/domain/owner'
import { checkAgain } from './check-again'
import { composeQuestion } from './compose-question'
import { notDone } from './end'
import { readNow } from './read-now'
import { repeatWhileBusy } from './repeat'
import { writeBinding } from './write'

/** Changes bindings by the rules of safe binding. Never throws: every end is a `Result`, that by a mistake of ours too. */
export interface BindingEngine {
  /**
   * Reads what is there. Writes at once when the order is free, or to take a change back; asks when it has an owner. Stops where
   * the order is not any more what the page or the change says of it.
   */
  change(wish: Wish, onStage: OnStage): Promise<Result>
  /** Carries out what a person confirmed; asks again when the binding is no longer what they saw. */
  confirm(asked: ResultOf<'asked'>, onStage: OnStage): Promise<Result>
  /** Reads once more what became of a write that could not be settled. */
  checkAgain(lost: ResultOf<'unknown'>, onStage?: OnStage): Promise<Result>
}

/** Makes the engine on a portal, a memory of changes and a clock. */
export function createBindingEngine(tools: EngineTools): BindingEngine {
  const { inProgress = new Set<Wish['orderId']>() } = tools

  /**
   * No two changes of one order run at a time, those of runs included. What is thrown comes from before the write: nothing was done then. A check leaves
   * its write as unknown as it was.
   */
  async function guarded(wish: Wish, work: () => Promise<Result>, lost?: ResultOf<'unknown'>): Promise<Result> {
    const { orderId } = wish
    if (inProgress.has(orderId)) return { kind: 'impossible', wish, because: 'in-progress' }
    inProgress.add(orderId)
    try {
      return await work()
    } catch (error) {
      return lost ? { ...lost, failure: toAnyFailure(error, 'unknown') } : notDone(wish, toAnyFailure(error))
    } finally {
      inProgress.delete(orderId)
    }
  }

  return {
    change: (wish, onStage) => guarded(wish, () => pursue(tools, { wish, onStage })),
    confirm({ wish, question: { before } }, onStage) {
      return guarded(wish, () => pursue(tools, { wish, onStage, confirmed: before && refOf(before) }))
    },
    checkAgain: (lost, onStage) => guarded(lost.wish, () => checkAgain(tools, lost, onStage), lost),
  }
}

interface Pursuit {
  wish: Wish
  onStage: OnStage
  /** The owner that the person saw when they confirmed; absent before they were asked. */
  confirmed?: OwnerRef | null
}

async function pursue(tools: EngineTools, { wish, onStage, confirmed }: Pursuit): Promise<Result> {
  onStage({ kind: 'reading' })
  const { now, presence } = await readBoth(tools, wish)
  if (now === 'order-gone') return { kind: 'order-gone', wish }
  const step = stepFor(now, wish.after)
  if (step === 'nothing') return { kind: 'nothing', wish, now }
  if (!isWhereSaid(wish, now)) return { kind: 'overtaken', wish, now, ours: 'not-written' }
  const obstacle = obstacleBy(presence, wish)
  if (obstacle) return obstacle
  if (isAgreed({ wish, confirmed, step }, now)) return writeBinding(tools, { wish, before: now, onStage })
  const finding = { wish, step, now, isAskedAgain: confirmed !== undefined }
  return { kind: 'asked', wish, question: await composeQuestion(tools.portal, finding) }
}

/** The page, or the change that is taken back, said where the order is: elsewhere it is somebody else's work. */
function isWhereSaid({ onPageOf, undoes }: Wish, now: OwnerRef | null): boolean {
  if (undoes) return isSameOwner(now, undoes.after)
  return onPageOf === undefined || isSameOwner(now, onPageOf)
}

function isAgreed({ wish, confirmed, step }: Omit<Pursuit, 'onStage'> & { step: Step }, now: OwnerRef | null): boolean {
  if (confirmed !== undefined) return isSameOwner(now, confirmed)
  return step === 'bind' || wish.undoes !== undefined
}

interface Reading {
  now: OwnerRef | null | 'order-gone'
  /** Whether the owner after the change exists; `null` for an unbind. */
  presence: OwnerState['kind'] | null
}

/**
 * Reads whether the owner after the change exists, then the order and its present binding, in one request: nothing is asked
 * between this answer and the write. All is read again where the portal was too busy.
 */
function readBoth({ portal, clock }: EngineTools, { orderId, after }: Wish): Promise<Reading> {
  return repeatWhileBusy(clock, async () => {
    const [presence, now] = await Promise.all([after && portal.owners.readPresence(after), readNow(portal, orderId)])
    return { now, presence }
  })
}

function obstacleBy(presence: Reading['presence'], wish: Wish): Result | undefined {
  switch (presence) {
    case 'gone':
      return { kind: 'impossible', wish, because: 'owner-gone' }
    case 'hidden':
      // An owner that this person does not see was there before: putting it back is no risk. One that is gone stays gone.
      return wish.undoes ? undefined : { kind: 'impossible', wish, because: 'owner-hidden' }
    case 'unread':
      return { kind: 'impossible', wish, because: 'owner-unread' }
    default:
      return undefined
  }
}
