import type { OwnerTypeId } from '@/domain/id'
import { computed, watch } from 'vue'
import { useOwnerTypesStore } from './owner-types-store'

/**
 * The portal's own word for a type; nothing until it is known, and where the portal has no word for it. Every row of a list asks: what is
 * read stands in the store.
 */
export function useOwnerTypeName(typeId: () => OwnerTypeId | undefined) {
  const store = useOwnerTypesStore()
  /** Only a type that the portal does not list has to be asked for. */
  const unlisted = computed(() => {
    const id = typeId()
    return id === undefined || store.state.kind === 'pending' || store.find(id) ? undefined : id
  })

  watch(unlisted, (id) => id !== undefined && void store.askName(id), { immediate: true })
  void store.load()
  return computed(() => {
    const id = typeId()
    return id === undefined ? undefined : (store.find(id)?.name ?? (store.unlisted.get(id) || undefined))
  })
}
