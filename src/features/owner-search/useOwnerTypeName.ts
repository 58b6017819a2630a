import type { OwnerTypeId } from '@/domain/id'
import type { Portal } from '@/portal/portal'
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
    const isNeeded = id !== undefined && store.state.kind !== 'pending' && listed.value === undefined
    return { ...typeNameQuery(portal, id), enabled: isNeeded }
  })

  throwMistakes(query.error)
  void store.load()
  return computed(() => listed.value ?? (query.data.value || undefined))
}

/** Made outside of the composable: the cache keeps a query for minutes, and with it all that its functions could reach. */
function typeNameQuery(portal: Portal, id: OwnerTypeId | undefined) {
  return {
    key: ['owner type name', id ?? 0],
    query: async () => (id === undefined ? '' : ((await portal.owners.readTypeName(id)) ?? '')),
    staleTime: Infinity,
    refetchOnWindowFocus: false as const,
  }
}
