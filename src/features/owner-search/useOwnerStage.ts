import type { Owner } from '@/domain/owner'
import { computed, watch } from 'vue'
import { useOwnerDetailsStore } from './owner-details-store'

/** The stage of an owner by its name, asked for once the owner is shown; nothing while it is not known or where there is none. */
export function useOwnerStage(owner: () => Owner | undefined) {
  const details = useOwnerDetailsStore()
  watch(owner, (now) => now && details.show(now), { immediate: true })
  return computed(() => {
    const shown = owner()
    const stage = shown && details.find(shown)?.stage
    return typeof stage === 'object' ? stage : undefined
  })
}
