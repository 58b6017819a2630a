import type { PlacementOffer } from '@/domain/placement-offer'
import type { PlacementState } from './registration'
import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { readObjectCode } from '@/domain/placement'

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
export function usePlacementResults(offer: () => PlacementOffer | undefined) {
  const { t } = useI18n()
  const states = shallowRef<ReadonlyMap<string, PlacementState>>(new Map())

  function nameOf(code: string): string {
    const spot = readObjectCode(code)?.spot
    const group = offer()?.groups.find(({ places }) => places.some((place) => place.code === code))
    if (!spot || !group) return code
    const subject = group.type ? (group.type.name ?? group.subject) : t('setup.places.order')
    return `${subject}: ${t(`setup.places.spots.${spot}`)}`
  }

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
