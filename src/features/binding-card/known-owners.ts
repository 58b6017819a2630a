import type { Binding } from '@/domain/binding'
import type { PortalFailure } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import type { OwnerRef, OwnerState } from '@/domain/owner'
import type { Portal } from '@/portal/portal'
import { computed, shallowRef } from 'vue'
import { asFailure } from '@/domain/failure'
import { ownerKey, refOf } from '@/domain/owner'

/** What this page knows of who owns which order, and of the owners themselves. */
export function useKnownOwners(portal: Portal) {
  const refs = shallowRef<ReadonlyMap<OrderId, OwnerRef | null>>(new Map())
  const states = shallowRef<ReadonlyMap<string, OwnerState>>(new Map())
  const failure = shallowRef<PortalFailure>()
  /** Counts what was learned of an order, so that an older reading never overwrites a newer result. */
  const lessons = new Map<OrderId, number>()

  const byOrder = computed(() => new Map([...refs.value].map(([id, ref]) => [id, ref && stateOf(ref)] as const)))

  function stateOf(ref: OwnerRef): OwnerState {
    return states.value.get(ownerKey(ref)) ?? { kind: 'unread', ref }
  }

  function learn(rows: Iterable<readonly [OrderId, OwnerRef | null]>): void {
    const known = new Map(refs.value)
    for (const [id, ref] of rows) {
      known.set(id, ref)
      lessons.set(id, (lessons.get(id) ?? 0) + 1)
    }
    refs.value = known
  }

  /** Takes in owners that something else has read. */
  function meet(met: readonly OwnerState[]): void {
    states.value = new Map([...states.value, ...met.map((state) => [ownerKey(refOf(state)), state] as const)])
  }

  /** Reads the names of owners that are not known yet; those that could not be read stay known by id. */
  async function introduce(wanted: readonly OwnerRef[]): Promise<void> {
    const strangers = new Map(wanted.filter((ref) => stateOf(ref).kind === 'unread').map((ref) => [ownerKey(ref), ref]))
    if (strangers.size === 0) return
    try {
      meet([...(await portal.owners.read([...strangers.values()])).values()])
    } catch (error) {
      failure.value = asFailure(error)
    }
  }

  /** Reads the owners of these orders anew. */
  async function refresh(ids: readonly OrderId[]): Promise<void> {
    if (ids.length === 0) return
    const before = new Map(ids.map((id) => [id, lessons.get(id)]))
    try {
      const found = await portal.bindings.readOfOrders(ids)
      failure.value = undefined
      learn(ids.filter((id) => lessons.get(id) === before.get(id)).map((id) => [id, found.get(id) ?? null]))
      await introduce([...found.values()])
    } catch (error) {
      failure.value = asFailure(error)
    }
  }

  /** Reads the owners of those orders of which none is known yet. */
  function load(ids: readonly OrderId[]): Promise<void> {
    return refresh(ids.filter((id) => !refs.value.has(id)))
  }

  function learnBindings(bindings: readonly Binding[]): void {
    learn(bindings.map(({ orderId, owner }) => [orderId, owner]))
  }

  return { refs, byOrder, failure, stateOf, learn, learnBindings, meet, introduce, refresh, load }
}
