import type { OwnerTypeId } from '@/domain/id'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { usePortal } from '@/context'
import { throwMistakes } from '@/features/search/throw-mistakes'
import { useOwnerTypesStore } from './owner-types-store'

/** The portal's own word for a type; nothing until it is known, and where the portal has no word for it. */
export function useOwnerTypeName(typeId: () => OwnerTypeId | undefined) {
  const portal = usePortal()
  const store = useOwnerTypesStore()
  const listed = computed(() => {
    const id = typeId()
    return id === undefined ? undefined : store.find(id)?.name
  })

  // Only a type that the portal does not list has to be asked for.
  const query = useQuery(() => {
    const id = typeId()
    return {
      key: ['owner type name', id ?? 0],
      query: async () => (id === undefined ? '' : ((await portal.owners.readTypeName(id)) ?? '')),
      enabled: id !== undefined && store.state.kind !== 'pending' && listed.value === undefined,
      staleTime: Infinity,
      refetchOnWindowFocus: false as const,
    }
  })

  throwMistakes(query.error)
  void store.load()
  return computed(() => listed.value ?? (query.data.value || undefined))
}
