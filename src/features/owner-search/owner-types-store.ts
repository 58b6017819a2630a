import type { PortalFailure } from '@/domain/failure'
import type { OwnerTypeId } from '@/domain/id'
import type { OwnerType } from '@/domain/owner-type'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { usePortal } from '@/context'
import { rethrowUnlessFailure } from '@/domain/failure'
import { toShownFailure } from '@/ui/shown-failure'

/** What is known of the types that may own an order. */
type OwnerTypesState =
  { kind: 'pending' } | { kind: 'failed'; failure: PortalFailure } | { kind: 'ready'; types: OwnerType[] }

/** Names of types that the portal does not list as owners: each is asked for once, and again where no answer came. */
function useUnlistedNames() {
  const portal = usePortal()
  const unlisted = shallowRef<ReadonlyMap<OwnerTypeId, string | undefined>>(new Map())
  const asked = new Set<OwnerTypeId>()

  async function askName(typeId: OwnerTypeId): Promise<void> {
    if (asked.has(typeId)) return
    asked.add(typeId)
    try {
      unlisted.value = new Map(unlisted.value).set(typeId, await portal.owners.readTypeName(typeId))
    } catch (error) {
      asked.delete(typeId)
      rethrowUnlessFailure(error)
    }
  }

  return { unlisted, askName }
}

/** The owner types as the portal lists them, read once and shared by every control. */
export const useOwnerTypesStore = defineStore('owner-types', () => {
  const portal = usePortal()
  const state = shallowRef<OwnerTypesState>({ kind: 'pending' })
  let reading: Promise<void> | undefined

  async function read(): Promise<void> {
    try {
      state.value = { kind: 'ready', types: await portal.ownerTypes.read() }
    } catch (error) {
      state.value = { kind: 'failed', failure: toShownFailure(error) }
    }
  }

  /** Reads the types unless they were asked for before; everyone who calls waits for the same answer. */
  function load(): Promise<void> {
    reading ??= read()
    return reading
  }

  /** Reads again after a failure. */
  function retry(): Promise<void> {
    if (state.value.kind !== 'failed') return load()
    state.value = { kind: 'pending' }
    reading = read()
    return reading
  }

  /** Reads again what may be another list now; the present one stays until the answer comes. */
  function refresh(): Promise<void> {
    reading = read()
    return reading
  }

  /** Gives the listed type with this id, if the list is there and names it. */
  function find(typeId: OwnerTypeId): OwnerType | undefined {
    return state.value.kind === 'ready' ? state.value.types.find(({ id }) => id === typeId) : undefined
  }

  return { state, load, retry, refresh, find, ...useUnlistedNames() }
})
