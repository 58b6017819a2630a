import type { Ref } from 'vue'
import type { OwnerTypeId } from '@/domain/id'
import type { OfferGroup, PlacementOffer } from '@/domain/placement-offer'
import { useI18n } from 'vue-i18n'
import { readObjectCode } from '@/domain/placement'

interface NamedPlaces {
  offer: Readonly<Ref<PlacementOffer | undefined>>
  /** Names of types that are not listed. */
  typeNames: Readonly<Ref<ReadonlyMap<OwnerTypeId, string>>>
}

/** What places are called: "Deal: Tab in the card". What the portal does not offer is called by its code. */
export function usePlaceNames({ offer, typeNames }: NamedPlaces) {
  const { t } = useI18n()

  function subjectOf({ subject, type }: OfferGroup): string {
    return type ? (type.name ?? typeNames.value.get(type.id) ?? subject) : t('setup.places.order')
  }

  function nameOf(code: string): string {
    const spot = readObjectCode(code)?.spot
    const group = offer.value?.groups.find(({ places }) => places.some((place) => place.code === code))
    return spot && group ? `${subjectOf(group)}: ${t(`setup.places.spots.${spot}`)}` : code
  }

  return { subjectOf, nameOf }
}
