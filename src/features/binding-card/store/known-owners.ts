import type { Binding } from '@/domain/binding'
import type { PortalFailure } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import type { OwnerRef, OwnerState } from '@/domain/owner'
import type { Portal } from '@/portal/portal'
import { computed, shallowRef } from 'vue'
import { isSameOwner, ownerKey, refOf } from '@/domain/owner'
import { toShownFailure } from '@/ui/shown-failure'

/** The owners that this page has read, by their keys. */
function useOwnerCache() {
  const states = shallowRef<ReadonlyMap<string, OwnerState>>(new Map())

  function stateOf(ref: OwnerRef): OwnerState {
    return states.value.get(ownerKey(ref)) ?? { kind: 'unread', ref }
  }

  /** Keeps owners that something else has read. */
  function cacheOwners(read: readonly OwnerState[]): void {
    states.value = new Map([...states.value, ...read.map((state) => [ownerKey(refOf(state)), state] as const)])
  }

  return { stateOf, cacheOwners }
}

/** Orders of which the portal said that they do not exist any more. */
function useGoneOrders() {
  const gone = shallowRef<ReadonlySet<OrderId>>(new Set())
  const isGone = (id: OrderId): boolean => gone.value.has(id)
  const noteGone = (id: OrderId): void => void (gone.value = new Set(gone.value).add(id))
  return { isGone, noteGone }
}

/** Who owns which order, and the owners themselves, as far as this page has read them. */
export function useKnownOwners(portal: Portal) {
  const refs = shallowRef<ReadonlyMap<OrderId, OwnerRef | null>>(new Map())
  const { stateOf, cacheOwners } = useOwnerCache()
  const failure = shallowRef<PortalFailure>()
  /** Counts how often an order's owner was set, so that an older reading never overwrites a newer result. */
  const versions = new Map<OrderId, number>()

  const byOrder = computed(() => new Map([...refs.value].map(([id, ref]) => [id, ref && stateOf(ref)] as const)))

  /** Whether the order is known to belong to this owner. */
  const isOwnedBy = (id: OrderId, owner: OwnerRef): boolean => isSameOwner(refs.value.get(id) ?? null, owner)

  /** Keeps why a reading failed. */
  async function attempt(reading: () => Promise<void>): Promise<void> {
    try {
      await reading()
    } catch (error) {
      failure.value = toShownFailure(error)
    }
  }

  function setOwnerRefs(rows: Iterable<readonly [OrderId, OwnerRef | null]>): void {
    const updated = new Map(refs.value)
    for (const [id, ref] of rows) {
      updated.set(id, ref)
      versions.set(id, (versions.get(id) ?? 0) + 1)
    }
    refs.value = updated
  }

  /** Reads the owners that are not known yet; those that could not be read stay known by id. */
  async function loadOwners(wanted: readonly OwnerRef[]): Promise<void> {
    const unread = new Map(wanted.filter((ref) => stateOf(ref).kind === 'unread').map((ref) => [ownerKey(ref), ref]))
    if (unread.size === 0) return
    await attempt(async () => cacheOwners([...(await portal.owners.read([...unread.values()])).values()]))
  }

  /** Finds out whether this person may read owners at all; `failure` says why not. */
  function checkReadRight(): Promise<void> {
    return attempt(async () => {
      await portal.bindings.requireReadRight()
      failure.value = undefined
    })
  }

  /** Reads the owners of these orders anew. */
  async function refreshBindings(ids: readonly OrderId[]): Promise<void> {
    if (ids.length === 0) return
    const before = new Map(ids.map((id) => [id, versions.get(id)]))
    await attempt(async () => {
      const found = await portal.bindings.readOfOrders(ids)
      failure.value = undefined
      setOwnerRefs(ids.filter((id) => versions.get(id) === before.get(id)).map((id) => [id, found.get(id) ?? null]))
      await loadOwners([...found.values()])
    })
  }

  /** Reads the owners of those orders of which none is known yet. */
  const loadBindings = (ids: readonly OrderId[]): Promise<void> =>
    refreshBindings(ids.filter((id) => !refs.value.has(id)))

  const setBindings = (bindings: readonly Binding[]): void =>
    setOwnerRefs(bindings.map(({ orderId, owner }) => [orderId, owner]))

  const actions = { setOwnerRefs, setBindings, cacheOwners, loadOwners, checkReadRight, refreshBindings, loadBindings }
  return { byOrder, failure, stateOf, isOwnedBy, ...useGoneOrders(), ...actions }
}
