import type { OwnerTypeId } from './id'
import type { OwnerType } from './owner-type'
import type { AvailablePlacement, Spot } from './placement'
import type { OrdersMode } from './settings'
import { readObjectCode, SPOTS } from './placement'

/** Why a kind of object is not among those whose places are on from the start. */
type OffBecause = 'not-listed' | 'no-order-cards'

/** The places that one kind of object offers, in the order of `SPOTS`. */
export interface OfferGroup {
  /** `ORDER`, or what the codes call the type: `DEAL`, `DYNAMIC_1038`. */
  subject: string
  /** Absent for orders. */
  type?: { id: OwnerTypeId; name?: string }
  places: { code: string; spot: Spot }[]
  off?: OffBecause
}

export interface PlacementOffer {
  groups: OfferGroup[]
  /** Codes that the app has no page for. */
  unknown: string[]
}

const ON_FROM_THE_START: readonly Spot[] = ['DETAIL_TAB', 'LIST_MENU', 'LIST_TOOLBAR']

function offOf(type: OfferGroup['type'], types: readonly OwnerType[], mode: OrdersMode): OffBecause | undefined {
  if (!type) return mode === 'with-orders' ? undefined : 'no-order-cards'
  return types.some(({ id }) => id === type.id) ? undefined : 'not-listed'
}

/** Sorts what the portal offers: by the kind of object, listed owner types first, then orders, then types that are not listed. */
export function sortOffer(
  available: readonly AvailablePlacement[],
  types: readonly OwnerType[],
  mode: OrdersMode,
): PlacementOffer {
  const groups = new Map<string, OfferGroup>()
  const unknown: string[] = []
  for (const { code, ownerTypeId } of available) {
    const read = readObjectCode(code)
    if (!read || (read.subject !== 'ORDER' && ownerTypeId === undefined)) {
      unknown.push(code)
      continue
    }
    const name = types.find(({ id }) => id === ownerTypeId)?.name
    const type = ownerTypeId && { id: ownerTypeId, ...(name !== undefined && { name }) }
    const off = offOf(type, types, mode)
    const group = groups.get(read.subject) ?? {
      subject: read.subject,
      places: [],
      ...(type && { type }),
      ...(off && { off }),
    }
    group.places.push({ code, spot: read.spot })
    groups.set(read.subject, group)
  }
  const rank = ({ type, off }: OfferGroup) => (off === 'not-listed' ? 2 : type ? 0 : 1)
  const sorted = [...groups.values()].toSorted((one, other) => rank(one) - rank(other))
  for (const { places } of sorted) places.sort((one, other) => SPOTS.indexOf(one.spot) - SPOTS.indexOf(other.spot))
  return { groups: sorted, unknown }
}

/** The codes that are sensible to begin with. */
export function sensibleCodes({ groups }: PlacementOffer): string[] {
  return groups
    .filter(({ off }) => off === undefined)
    .flatMap(({ places }) => places.filter(({ spot }) => ON_FROM_THE_START.includes(spot)))
    .map(({ code }) => code)
}
