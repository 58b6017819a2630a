import type { Found } from '@/domain/found'
import type { OwnerTypeId } from '@/domain/id'
import type { Owner } from '@/domain/owner'
import { computed } from 'vue'
import { usePortal } from '@/context'
import { readTypedWords } from '@/domain/typed-words'
import { provideSearchedTexts } from '@/features/search/searched-texts'
import { useOfCustomers } from '@/features/search/useOfCustomers'
import { usePagedSearch } from '@/features/search/usePagedSearch'
import { useSearchText } from '@/features/search/useSearchText'
import { useRecentOwners } from './useRecentOwners'

/** The part of a list under one heading. */
export interface OwnerGroup {
  heading: 'recent' | 'newest' | 'found' | 'ofCustomers'
  owners: Found<Owner>[]
}

/** Searches owners of one type as a person types; while the box is empty, shows recent choices and the newest ones. */
export function useOwnerSearch(typeId: () => OwnerTypeId) {
  const portal = usePortal()
  const { typed, text, isTyping } = useSearchText()
  const recent = useRecentOwners(typeId)

  const search = usePagedSearch(() => {
    const query = { typeId: typeId(), text: text.value || undefined }
    return {
      key: ['owners', query.typeId, text.value],
      find: (cursor) => portal.owners.find({ ...query, cursor }),
      idOf: ({ ref: { id } }) => id,
      keepPrevious: ({ ref: { typeId } }) => typeId === query.typeId,
    }
  })

  const ofCustomers = useOfCustomers(() => {
    const query = { typeId: typeId(), text: text.value }
    return {
      key: ['owners', 'of customers', query.typeId, text.value],
      find: () => portal.owners.findOfCustomers(query),
      isDisabled: text.value === '',
    }
  })
  provideSearchedTexts(() => readTypedWords(text.value)?.words ?? [])

  const groups = computed((): OwnerGroup[] => {
    if (search.state.value.kind !== 'found') return []
    const { rows } = search.state.value
    if (text.value !== '') return foundGroups(rows, ofCustomers.found.value.rows)
    const known = new Set(recent.owners.value.map(({ ref: { id } }) => id))
    const newest = rows.filter(({ ref: { id } }) => !known.has(id))
    return toGroups([
      { heading: 'recent', owners: recent.owners.value },
      { heading: 'newest', owners: newest },
    ])
  })

  /** The list does not show yet what was searched for. */
  const isStale = computed(() => {
    const { value } = search.state
    return isTyping.value || value.kind === 'pending' || (value.kind === 'found' && value.isPrevious)
  })

  const lost = computed(() => (search.state.value.kind === 'found' ? search.state.value.lost : 0))

  return {
    ...search,
    typed,
    text,
    groups,
    lost,
    ofCustomers,
    isStale,
    isPending: computed(() => isPending(search.state.value, recent)),
  }
}

function isPending(state: { kind: string }, recent: ReturnType<typeof useRecentOwners>): boolean {
  // The list would jump under the pointer if the recent choices came after the newest owners.
  return state.kind === 'pending' || (state.kind === 'found' && recent.isLoading.value)
}

/** An owner that was found by itself is not shown again under its customer. */
function foundGroups(found: Found<Owner>[], ofCustomers: readonly Owner[]): OwnerGroup[] {
  const known = new Set(found.map(({ ref: { id } }) => id))
  return toGroups([
    { heading: 'found', owners: found },
    { heading: 'ofCustomers', owners: ofCustomers.filter(({ ref: { id } }) => !known.has(id)) },
  ])
}

function toGroups(groups: OwnerGroup[]): OwnerGroup[] {
  return groups.filter(({ owners }) => owners.length > 0)
}
