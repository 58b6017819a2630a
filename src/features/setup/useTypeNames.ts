import type { OwnerTypeId } from '@/domain/id'
import { shallowRef } from 'vue'
import { usePortal } from '@/context'
import { rethrowUnlessFailure } from '@/domain/failure'

/** The portal's names of types that it does not list as owner types; those that it does not tell are absent. */
export function useTypeNames() {
  const { owners } = usePortal()
  const names = shallowRef<ReadonlyMap<OwnerTypeId, string>>(new Map())

  async function readName(id: OwnerTypeId): Promise<[OwnerTypeId, string][]> {
    try {
      const name = await owners.readTypeName(id)
      return name === undefined ? [] : [[id, name]]
    } catch (error) {
      rethrowUnlessFailure(error)
      return []
    }
  }

  async function load(ids: readonly OwnerTypeId[]): Promise<void> {
    const found = await Promise.all(ids.map(readName))
    names.value = new Map(found.flat())
  }

  return { names, load }
}
