import type { OrdersMode } from '@/domain/settings'
import { computed, ref } from 'vue'
import { usePortal } from '@/context'
import { placementTitles } from './placement-titles'
import { addPlacement, removePlacement } from './registration'
import { usePlacementOffer } from './usePlacementOffer'
import { usePlacementResults } from './usePlacementResults'

/** Turns placements on and off at any time. What is ticked is what the portal has, until it is changed. */
export function usePlacementSettings(mode: () => OrdersMode) {
  const { placements } = usePortal()
  const places = usePlacementOffer(mode)
  const { results, tell, begin } = usePlacementResults(places)
  const chosen = ref<readonly string[]>([])
  const isWorking = ref(false)

  const codesThere = computed(() => places.registered.value.map(({ code }) => code))
  const added = computed(() => chosen.value.filter((code) => !codesThere.value.includes(code)))
  const removed = computed(() => places.registered.value.filter(({ code }) => !chosen.value.includes(code)))
  const isChanged = computed(() => added.value.length + removed.value.length > 0)

  async function load(): Promise<void> {
    await places.load()
    chosen.value = codesThere.value
  }

  async function apply(): Promise<void> {
    const [codes, rows] = [added.value, removed.value]
    isWorking.value = true
    begin([...codes, ...rows.map(({ code }) => code)])
    for (const code of codes) tell(code, await addPlacement(placements, code, placementTitles))
    for (const row of rows) tell(row.code, await removePlacement(placements, row))
    await load()
    isWorking.value = false
  }

  return { places, chosen, results, isChanged, isWorking, load, apply }
}
