import type { PlacementState } from './registration'
import type { OfferedPlaces } from './usePlacementOffer'
import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { usePlaceNames } from './usePlaceNames'

/** One line of results. */
export interface PlacementResult {
  code: string
  /** What the place is called: "Deal: Tab in the card". */
  name: string
  state: PlacementState
  /** Why something was not done, for the end of a sentence. */
  why: string
}

/** What became of each placement so far, in the order in which they were told first. */
export function usePlacementResults(places: OfferedPlaces) {
  const { t } = useI18n()
  const { nameOf } = usePlaceNames(places)
  const states = shallowRef<ReadonlyMap<string, PlacementState>>(new Map())

  function whyOf(state: PlacementState): string {
    return 'failure' in state ? t(`failure.kinds.${state.failure.kind}.why`) : ''
  }

  const results = computed(() =>
    [...states.value].map(([code, state]): PlacementResult => ({ code, name: nameOf(code), state, why: whyOf(state) })),
  )

  function tell(code: string, state: PlacementState): void {
    states.value = new Map([...states.value, [code, state]])
  }

  function begin(codes: readonly string[]): void {
    states.value = new Map(codes.map((code) => [code, { kind: 'waiting' } as const]))
  }

  return { results, tell, begin }
}
