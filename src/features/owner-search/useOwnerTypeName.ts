import type { OwnerTypeId } from '@/domain/id'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useQuery } from '@pinia/colada'
import { usePortal } from '@/context'
import { useOwnerTypesStore } from './owner-types-store'

/** The portal's own word for a type; its number where the portal has no word for it. */
export function useOwnerTypeName(typeId: () => OwnerTypeId) {
  const { t } = useI18n()
  const portal = usePortal()
  const store = useOwnerTypesStore()
  const listed = computed(() => store.find(typeId())?.name)

  // Only a type that the portal does not list has to be asked for. Without an answer its number stands in.
  const query = useQuery(() => {
    const id = typeId()
    return {
      key: ['owner type name', id],
      query: async () => (await portal.owners.readTypeName(id)) ?? '',
      enabled: store.state.kind !== 'pending' && listed.value === undefined,
      staleTime: Infinity,
      refetchOnWindowFocus: false as const,
    }
  })

  void store.load()
  return computed(() => listed.value ?? (query.data.value || t('owner.unknownType', { id: typeId() })))
}
