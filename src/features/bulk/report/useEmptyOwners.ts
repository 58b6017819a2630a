import type { PortalFailure } from '@/domain/failure'
import type { OwnerRef } from '@/domain/owner'
import type { RunSheet } from '@/features/bulk/store/bulk-state'
import { onScopeDispose, shallowRef } from 'vue'
import { usePortal } from '@/context'
import { asFailure, PortalFailure as Failure } from '@/domain/failure'
import { ownerKey } from '@/domain/owner'

/** Owners that are looked at in one request. */
const AT_A_TIME = 25

type Look =
  | { kind: 'not-asked' }
  | { kind: 'looking'; read: number; total: number }
  | { kind: 'done'; empty: readonly OwnerRef[]; unread: number }

/** Gives the owners that a run has taken orders from, each once. */
export function formerOwners({ rows, states }: Pick<RunSheet, 'rows' | 'states'>): OwnerRef[] {
  const former = rows.flatMap(({ expected, after }, place): OwnerRef[] => {
    const state = states[place]
    if (state?.kind !== 'done') return []
    const before = state.replaced.kind === 'newer' ? state.replaced.owner : expected
    return before && (!after || ownerKey(before) !== ownerKey(after)) ? [before] : []
  })
  return [...new Map(former.map((owner) => [ownerKey(owner), owner])).values()]
}

/** Finds out which owners have no orders left, by the portal's word at this moment. */
export function useEmptyOwners() {
  const { bindings } = usePortal()
  const state = shallowRef<Look>({ kind: 'not-asked' })
  let isWanted = true
  onScopeDispose(() => (isWanted = false))

  /** How many orders an owner has. */
  async function count(owner: OwnerRef): Promise<number | PortalFailure> {
    const page = await bindings.readOfOwner(owner).catch(asFailure)
    return page instanceof Failure ? page : (page.total ?? page.rows.length)
  }

  async function look(owners: readonly OwnerRef[]): Promise<void> {
    const counts: (number | PortalFailure)[] = []
    while (counts.length < owners.length && isWanted) {
      state.value = { kind: 'looking', read: counts.length, total: owners.length }
      counts.push(...(await Promise.all(owners.slice(counts.length, counts.length + AT_A_TIME).map(count))))
    }
    const empty = owners.filter((_, place) => counts[place] === 0)
    state.value = { kind: 'done', empty, unread: counts.filter((one) => one instanceof Failure).length }
  }

  return { state, look }
}
