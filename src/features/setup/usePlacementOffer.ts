import type { ComputedRef, ShallowRef } from 'vue'
import type { PortalFailure } from '@/domain/failure'
import type { OwnerTypeId } from '@/domain/id'
import type { OwnerType } from '@/domain/owner-type'
import type { AvailablePlacement, RegisteredPlacement } from '@/domain/placement'
import type { PlacementOffer } from '@/domain/placement-offer'
import type { OrdersMode } from '@/domain/settings'
import type { Portal } from '@/portal/portal'
import { computed, shallowRef } from 'vue'
import { usePortal } from '@/context'
import { toAnyFailure } from '@/domain/app-error'
import { sortOffer } from '@/domain/placement-offer'
import { reportMistakeBehind } from '@/ui/shown-failure'
import { useTypeNames } from './useTypeNames'

interface OfferFacts {
  available: AvailablePlacement[]
  types: OwnerType[]
  registered: RegisteredPlacement[]
}

type OfferState =
  { kind: 'pending' } | { kind: 'failed'; failure: PortalFailure } | { kind: 'ready'; facts: OfferFacts }

export interface OfferedPlaces {
  state: Readonly<ShallowRef<OfferState>>
  offer: ComputedRef<PlacementOffer | undefined>
  /** Those that open the app at this address. */
  registered: ComputedRef<RegisteredPlacement[]>
  typeNames: Readonly<ShallowRef<ReadonlyMap<OwnerTypeId, string>>>
  /** What is there stays, until it is replaced. */
  load(): Promise<void>
}

async function readFacts({ placements, ownerTypes }: Portal): Promise<OfferFacts> {
  const [available, types, registered] = await Promise.all([
    placements.readAvailable(),
    ownerTypes.read(),
    placements.readRegistered(),
  ])
  return { available, types, registered }
}

/** What the portal offers to the app, and which of it is registered already. Read when it is told to. */
export function usePlacementOffer(mode: () => OrdersMode): OfferedPlaces {
  const portal = usePortal()
  const state = shallowRef<OfferState>({ kind: 'pending' })
  const { names: typeNames, load: loadNames } = useTypeNames()

  const facts = computed(() => (state.value.kind === 'ready' ? state.value.facts : undefined))
  const offer = computed(() => facts.value && sortOffer(facts.value.available, facts.value.types, mode()))
  const registered = computed(() => (facts.value?.registered ?? []).filter(({ isHere }) => isHere))

  async function load(): Promise<void> {
    try {
      state.value = { kind: 'ready', facts: await readFacts(portal) }
      await loadNames((offer.value?.groups ?? []).flatMap(({ type }) => (type && !type.name ? [type.id] : [])))
    } catch (error) {
      // A missing permission is told in its place; on a page it would be the whole page.
      const failure = toAnyFailure(error)
      reportMistakeBehind(failure)
      state.value = { kind: 'failed', failure }
    }
  }

  return { state, offer, registered, typeNames, load }
}
