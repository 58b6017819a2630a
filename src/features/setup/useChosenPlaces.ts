import type { OfferedPlaces } from './usePlacementOffer'
import { computed, ref, watch } from 'vue'
import { sensibleCodes } from '@/domain/placement-offer'

/** The codes that are ticked for an installation: what is sensible, and what is there already. */
export function useChosenPlaces({ offer, registered }: OfferedPlaces) {
  const chosen = ref<readonly string[]>([])
  const codesThere = computed(() => registered.value.map(({ code }) => code))
  const sensible = computed(() => (offer.value ? sensibleCodes(offer.value) : []))

  function reset(): void {
    chosen.value = [...new Set([...sensible.value, ...codesThere.value])]
  }

  // What the other way of working makes sensible is on with it, and off without, unless it is there already.
  watch(sensible, (now, before) => {
    const dropped = before.filter((code) => !now.includes(code) && !codesThere.value.includes(code))
    const kept = chosen.value.filter((code) => !dropped.includes(code))
    chosen.value = [...new Set([...kept, ...now.filter((code) => !before.includes(code))])]
  })

  return { chosen, reset }
}
