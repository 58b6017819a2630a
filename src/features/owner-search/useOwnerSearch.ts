import type { OwnerTypeId } from '@/domain/id'
import type { Owner } from '@/domain/owner'
import { refDebounced } from '@vueuse/core'
import { computed, ref } from 'vue'
import { usePortal } from '@/context'
import { usePagedSearch } from './usePagedSearch'
import { useRecentOwners } from './useRecentOwners'

/** How long a person may pause while typing before the portal is asked, in milliseconds. */
export const TYPING_PAUSE = 300

/** The part of a list under one heading. */
export interface OwnerGroup {
  heading: 'recent' | 'newest' | 'found'
  owners: Owner[]
}

/** Searches owners of one type as a person types; while the box is empty, shows recent choices and the newest ones. */
export function useOwnerSearch(typeId: () => OwnerTypeId) {
  const portal = usePortal()
  const typed = ref('')
  const wanted = computed(() => typed.value.trim())
  const asked = refDebounced(wanted, TYPING_PAUSE)
  const recent = useRecentOwners(typeId)

  const search = usePagedSearch(() => {
    const query = { typeId: typeId(), text: asked.value || undefined }
    return {
      key: ['owners', query.typeId, asked.value],
      find: (cursor) => portal.owners.find({ ...query, cursor }),
      idOf: ({ ref: { id } }) => id,
      mayLinger: ({ ref: { typeId } }) => typeId === query.typeId,
    }
  })

  const groups = computed((): OwnerGroup[] => {
    if (search.state.value.kind !== 'found') return []
    const { rows } = search.state.value
    if (asked.value !== '') return toGroups([{ heading: 'found', owners: rows }])
    const known = new Set(recent.owners.value.map(({ ref: { id } }) => id))
    const newest = rows.filter(({ ref: { id } }) => !known.has(id))
    return toGroups([
      { heading: 'recent', owners: recent.owners.value },
      { heading: 'newest', owners: newest },
    ])
  })

  /** The list does not answer yet what stands in the box. */
  const isBehind = computed(() => {
    const { value } = search.state
    return wanted.value !== asked.value || value.kind === 'pending' || (value.kind === 'found' && value.isFormer)
  })

  return { ...search, typed, asked, groups, isBehind, isPending: computed(() => isPending(search.state.value, recent)) }
}

function isPending(state: { kind: string }, recent: ReturnType<typeof useRecentOwners>): boolean {
  // The list would jump under the pointer if the recent choices came after the newest owners.
  return state.kind === 'pending' || (state.kind === 'found' && recent.isComing.value)
}

function toGroups(groups: OwnerGroup[]): OwnerGroup[] {
  return groups.filter(({ owners }) => owners.length > 0)
}
