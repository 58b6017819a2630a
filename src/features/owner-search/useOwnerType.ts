import type { OwnerTypeId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import { computed, ref } from 'vue'
import { usePortal } from '@/context'
import { useOwnerTypesStore } from './owner-types-store'

/**
 * The type whose owners a person chooses from, until they say so that of their last choice, else that of the present owner, else the
 * first one that can be searched; nothing where there is none.
 */
export function useOwnerType(current: () => OwnerRef | null) {
  const { ownerTypes, options } = usePortal()
  const store = useOwnerTypesStore()
  const picked = ref<OwnerTypeId>()

  const searchable = computed(() => {
    const types = store.state.kind === 'ready' ? store.state.types : []
    return types.filter(({ id }) => ownerTypes.isSearchable(id)).map(({ id }) => id)
  })
  const preselected = computed(() => {
    const [lastChoice] = options.readRecentOwners()
    return [lastChoice?.typeId, current()?.typeId].find((id) => id !== undefined && searchable.value.includes(id))
  })

  void store.load()
  return computed({
    get: () => picked.value ?? preselected.value ?? searchable.value[0],
    set: (id) => (picked.value = id),
  })
}
