import type { InjectionKey } from 'vue'
import type { Clock } from '@/binding/clock'
import type { Question, Result } from '@/binding/result'
import type { Change } from '@/domain/change'
import type { OrderId } from '@/domain/id'
import type { OwnerRef, OwnerState } from '@/domain/owner'
import { defineStore } from 'pinia'
import { inject, shallowRef } from 'vue'
import { createJournalMemory } from '@/binding/journal-memory'
import { createLazyEngine } from '@/binding/lazy-engine'
import { pageClock } from '@/binding/page-clock'
import { usePortal } from '@/context'
import { refOf } from '@/domain/owner'
import { reportMistakeBehind } from '@/ui/shown-failure'
import { useInProgressStore } from './in-progress-store'
import { useJournalStateStore } from './journal-state-store'
import { useKnownOwners } from './known-owners'
import { ownerShownBy } from './task'
import { useChangeEntries } from './useChangeEntries'
import { useChangeSteps } from './useChangeSteps'

/** Tests put a clock of their own here. */
export const CLOCK: InjectionKey<Clock> = Symbol('clock')

/** Who owns which order, and what goes on with each. States come from the engine's results, never from hope. */
export const useBindingStore = defineStore('binding', () => {
  const portal = usePortal()
  const memory = createJournalMemory(portal.journal, useJournalStateStore().load)
  const engine = createLazyEngine({
    portal,
    memory,
    clock: inject(CLOCK, pageClock),
    inProgress: useInProgressStore().orders,
  })
  const known = useKnownOwners(portal)
  const list = useChangeEntries()
  /** What was done on this page, oldest first. */
  const changes = shallowRef<readonly Change[]>([])

  async function commit(id: number, result: Result): Promise<void> {
    if ('failure' in result) reportMistakeBehind(result.failure)
    const owner = ownerShownBy(result)
    try {
      note(result, owner)
    } finally {
      // Whatever goes wrong with the notes: nobody is left waiting for an end that is known.
      list.setState(id, result)
    }
    await known.loadOwners(ownersToName(result, owner))
  }

  function note(result: Result, owner: OwnerRef | null | undefined): void {
    const { orderId } = result.wish
    if (owner !== undefined) known.setOwnerRefs([[orderId, owner]])
    if (result.kind === 'order-gone') known.noteGone(orderId)
    if (result.kind === 'asked') known.cacheOwners(ownersOf(result.question))
    if (result.kind !== 'done') return
    changes.value = [...changes.value, result.change]
    if (result.change.after && !result.wish.undoes) portal.options.rememberOwner(result.change.after)
  }

  function ownerOf(orderId: OrderId): OwnerRef | null | undefined {
    const owner = known.byOrder.value.get(orderId)
    return owner && refOf(owner)
  }

  const { byOrder, failure, stateOf, isOwnedBy, isGone } = known
  const { entries, taskOf, usePanelTask, hasPanel, mayUndo, dismissEntry } = list
  const { cacheOwners, loadOwners, checkReadRight, refreshBindings, loadBindings } = known
  const { readOfOwner, findWithOwners, suggestFor, scan, readWithOwner } = known
  return {
    ...{ byOrder, failure, stateOf, isOwnedBy, isGone },
    ...{ cacheOwners, loadOwners, checkReadRight, refreshBindings, loadBindings },
    ...{ readOfOwner, findWithOwners, suggestFor, scan, readWithOwner },
    /** What a run of many changes has found out. */
    ...{ setOwnerRefs: known.setOwnerRefs, noteGone: known.noteGone },
    ...{ changes, entries, taskOf, usePanelTask, hasPanel, mayUndo },
    ...{ dismiss: list.dismissQuestion, dismissEntry },
    ...useChangeSteps({ engine, entries: list, ownerOf, commit }),
  }
})

/** The owners that the end of a change names: the one that the order has now, and the one that nobody had seen. */
function ownersToName(result: Result, now: OwnerRef | null | undefined): OwnerRef[] {
  const before = result.kind === 'done' ? result.change.before : null
  return [now, before].filter((ref) => ref !== null && ref !== undefined)
}

function ownersOf({ before, after }: Question): OwnerState[] {
  return [before, after].filter((state) => state !== null && state.kind !== 'unread')
}
