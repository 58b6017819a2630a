import type { Owner, OwnerDetails } from '@/domain/owner'
import { computed, watch } from 'vue'
import { useOwnerDetailsStore } from './owner-details-store'

/** The stage of an owner by its name, asked for once the owner is shown; nothing while it is being read. */
export function useOwnerStage(owner: () => Owner | undefined) {
  const details = useOwnerDetailsStore()
  watch(owner, (now) => now && details.show(now), { immediate: true })
  return computed((): OwnerDetails['stage'] | undefined => {
    const shown = owner()
    return shown && details.find(shown)?.stage
  })
}
