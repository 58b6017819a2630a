import type { BindingEngine } from '@/binding/change-binding'
import type { OnStage, Result } from '@/binding/result'
import type { Wish } from '@/domain/change'
import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { useChangeEntries } from './useChangeEntries'
import { undoOf } from '@/domain/change'
import { hasEnded, isWorking } from './task'

interface StepTools {
  engine: BindingEngine
  entries: ReturnType<typeof useChangeEntries>
  /** The owner of an order as far as it is known. */
  ownerOf(orderId: OrderId): OwnerRef | null | undefined
  /** Takes in how a step ended. */
  commit(entryId: number, result: Result): Promise<void>
}

/** What a person does with a change, step by step. No two steps of one order run at a time. */
export function useChangeSteps({ engine, entries, ownerOf, commit }: StepTools) {
  const isBusy = (orderId: OrderId): boolean => isWorking(entries.taskOf(orderId))

  async function run(id: number, work: (onStage: OnStage) => Promise<Result>): Promise<void> {
    await commit(id, await work((stage) => entries.setState(id, stage)))
  }

  async function change(wish: Wish): Promise<void> {
    const { orderId, after } = wish
    if (isBusy(orderId)) return
    const id = entries.begin({ orderId, from: ownerOf(orderId), to: after })
    await run(id, (onStage) => engine.change(wish, onStage))
  }

  /** Carries out what was asked about this order. */
  async function confirm(orderId: OrderId): Promise<void> {
    for (const { id, state } of entries.entries.value) {
      if (state.kind === 'asked' && state.wish.orderId === orderId)
        return run(id, (onStage) => engine.confirm(state, onStage))
    }
  }

  /** Goes on with a change that has ended: takes it back, tries it again, or reads once more what became of it. */
  async function proceed(id: number): Promise<void> {
    const state = entries.find(id)?.state
    if (!state || !hasEnded(state) || isBusy(state.wish.orderId)) return
    entries.dismissQuestion(state.wish.orderId)
    if (state.kind === 'done') await run(id, (onStage) => engine.change(undoOf(state.change), onStage))
    else if (state.kind === 'not-done') await run(id, (onStage) => engine.change(state.wish, onStage))
    else if (state.kind === 'unknown') await run(id, (onStage) => engine.checkAgain(state, onStage))
  }

  return { change, confirm, proceed }
}
