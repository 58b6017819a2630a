import type { PortalFailure } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import type { OwnerRef, OwnerState } from '@/domain/owner'
import type { Portal } from '@/portal/portal'
import type { KeepOwners, OwnerRow } from './reads-with-owners'
import { computed, nextTick, shallowRef } from 'vue'
import { isSameOwner, ownerKey, refOf } from '@/domain/owner'
import { toShownFailure } from '@/ui/shown-failure'
import { useReadsWithOwners } from './reads-with-owners'

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

/** Which owner each order has, or that it has none, as this page knows it. */
function useOwnerRefs() {
  const refs = shallowRef<ReadonlyMap<OrderId, OwnerRef | null>>(new Map())
  /** Counts how often an order's owner was set. */
  const versions = new Map<OrderId, number>()

  /**
   * Gives a function that keeps owners that are read from now on, except of orders whose owner was set meanwhile: an older reading
   * never overwrites a newer result.
   */
  function beginReading(): KeepOwners {
    const before = new Map(versions)
    return (rows) => setOwnerRefs(rows.filter(([id]) => versions.get(id) === before.get(id)))
  }

  function setOwnerRefs(rows: readonly OwnerRow[]): void {
    const updated = new Map(refs.value)
    for (const [id, ref] of rows) {
      updated.set(id, ref)
      versions.set(id, (versions.get(id) ?? 0) + 1)
    }
    refs.value = updated
  }

  return { refs, beginReading, setOwnerRefs }
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
  const { refs, beginReading, setOwnerRefs } = useOwnerRefs()
  const { stateOf, cacheOwners } = useOwnerCache()
  const failure = shallowRef<PortalFailure>()

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
    const keep = beginReading()
    await attempt(async () => {
      const found = await portal.bindings.readOfOrders(ids)
      failure.value = undefined
      keep(ids.map((id) => [id, found.get(id) ?? null]))
      await loadOwners([...found.values()])
    })
  }

  /** Reads the owners of these orders as far as they are not known, in one request with what else rows ask for once they are shown. */
  async function loadBindings(ids: readonly OrderId[]): Promise<void> {
    await nextTick()
    const known = ids.flatMap((id) => refs.value.get(id) ?? [])
    await Promise.all([loadOwners(known), refreshBindings(ids.filter((id) => !refs.value.has(id)))])
  }

  const actions = { setOwnerRefs, cacheOwners, loadOwners, checkReadRight, refreshBindings, loadBindings }
  const reads = useReadsWithOwners(portal, { failure, beginReading, cacheOwners, loadOwners })
  return { byOrder, failure, stateOf, isOwnedBy, ...useGoneOrders(), ...actions, ...reads }
}
