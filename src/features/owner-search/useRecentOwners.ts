import type { OwnerTypeId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { Portal } from '@/portal/portal'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { usePortal } from '@/context'
import { ownerKey } from '@/domain/owner'
import { throwMistakes } from '@/features/search/throw-mistakes'

/** The owners of one type that this person chose lately and still sees, newest choice first; none while nobody wants them. */
export function useRecentOwners(typeId: () => OwnerTypeId, isWanted: () => boolean) {
  const portal = usePortal()
  const refs = computed(() =>
    isWanted() ? portal.options.readRecentOwners().filter((ref) => ref.typeId === typeId()) : [],
  )

  // A failure here only costs the shortcut: the search below it tells what is wrong with the portal.
  const query = useQuery(() => recentOwnersQuery(portal, refs.value))

  throwMistakes(query.error)

  const owners = computed(() =>
    refs.value.flatMap((ref) => {
      const state = query.data.value?.get(ownerKey(ref))
      return state?.kind === 'present' ? [state.owner] : []
    }),
  )
  return { owners, isLoading: computed(() => refs.value.length > 0 && query.status.value === 'pending') }
}

/** Made outside of the composable: the cache keeps a query for minutes, and with it all that its functions could reach. */
function recentOwnersQuery(portal: Portal, wanted: readonly OwnerRef[]) {
  return {
    key: ['recent owners', ...wanted.map(ownerKey)],
    query: () => portal.owners.read(wanted),
    enabled: wanted.length > 0,
    refetchOnWindowFocus: false as const,
    refetchOnReconnect: false as const,
  }
}
