import type { PortalFailure } from '@/domain/failure'
import type { OrderId, OwnerTypeId } from '@/domain/id'
import type { SuggestedOwner } from '@/domain/suggested-owners'
import { computed, onScopeDispose, shallowReactive, shallowRef, watch } from 'vue'
import { usePortal } from '@/context'
import { toShownFailure } from '@/ui/shown-failure'

/** So many are asked for in the same moment: their questions travel together, and the answers come while others wait. */
const AT_A_TIME = 4

/** The best owner for an order; nothing where none is like it. */
type BestOwner = SuggestedOwner | undefined | PortalFailure

/** Asks for the best owner of each order, few at a time; another type begins anew. */
export function useSuggestedOwners(ids: readonly OrderId[], typeId: () => OwnerTypeId | undefined) {
  const portal = usePortal()
  const best = shallowReactive(new Map<OrderId, BestOwner>())
  const state = shallowRef<'running' | 'stopped' | 'done'>('running')
  let run = 0

  async function readBest(id: OrderId, type: OwnerTypeId): Promise<BestOwner> {
    try {
      const groups = await portal.owners.suggestFor(id, type)
      return groups.find(({ kind }) => kind === 'suggested')?.rows[0]
    } catch (error) {
      return toShownFailure(error)
    }
  }

  /** Goes on with those that are not known yet, and with those that could not be read. */
  async function goOn(): Promise<void> {
    const type = typeId()
    run += 1
    const mine = run
    if (type === undefined) return
    state.value = 'running'
    const open = ids.filter((id) => !best.has(id))
    for (let from = 0; from < open.length; from += AT_A_TIME) {
      const some = open.slice(from, from + AT_A_TIME)
      const read = await Promise.all(some.map(async (id) => [id, await readBest(id, type)] as const))
      if (mine !== run) return
      for (const [id, owner] of read) best.set(id, owner)
    }
    state.value = 'done'
  }

  function stop(): void {
    run += 1
    state.value = 'stopped'
  }

  watch(
    typeId,
    () => {
      best.clear()
      void goOn()
    },
    { immediate: true },
  )
  onScopeDispose(stop)

  return { best, state, done: computed(() => best.size), stop, goOn }
}
