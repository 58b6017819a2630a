import type { ImportType } from '@/domain/import-types'
import { computed } from 'vue'
import { usePortal } from '@/context'
import { useOwnerTypesStore } from '@/features/owner-search/owner-types-store'

/** The owner types that a list may name; none until they are read. */
export function useImportTypes() {
  const { ownerTypes } = usePortal()
  const store = useOwnerTypesStore()
  void store.load()
  return computed((): ImportType[] => {
    const types = store.state.kind === 'ready' ? store.state.types : []
    return types.map(({ id, name, code }) => ({ id, name, code, cardFolder: ownerTypes.cardFolderOf(id) }))
  })
}
