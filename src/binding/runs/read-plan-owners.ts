import type { OwnerRef, OwnerState } from '@/domain/owner'
import type { ReadTools } from './read-plan-orders'
import { PortalFailure } from '@/domain/failure'
import { ownerKey } from '@/domain/owner'
import { inParts, PAGE_SIZE, PAGES_AT_ONCE, readPart } from './read-plan-orders'

/** How many owners that lists leave out are looked up one by one, in one plan. */
export const MOST_LOOKUPS = 100
/** Of how many owners it is read at most whether they have orders: one request. */
const MOST_COUNTED = 50

/** What is known of owners, by `ownerKey`. */
export type PlanOwners = Map<string, OwnerState | PortalFailure>

/** Gives each owner once. */
export function uniqueOwners(refs: Iterable<OwnerRef>): OwnerRef[] {
  return [...new Map(Array.from(refs, (ref) => [ownerKey(ref), ref] as const)).values()]
}

/** Reads owners in lists, each page once; those that a list left out are not in what it gives. Tells how many were read. */
export async function readListedOwners(
  { portal, clock }: ReadTools,
  refs: readonly OwnerRef[],
  { owners, onRead }: { owners: PlanOwners; onRead: (count: number) => boolean },
): Promise<OwnerRef[] | undefined> {
  const types = [...new Set(refs.map(({ typeId }) => typeId))]
  const pages = types.flatMap((type) =>
    inParts(
      refs.filter(({ typeId }) => typeId === type),
      PAGE_SIZE,
    ),
  )
  const leftOut: OwnerRef[] = []
  for (const block of inParts(pages, PAGES_AT_ONCE)) {
    const reading = block.map(async (page) => {
      const listed = await readPart(clock, () => portal.owners.readListed(page))
      for (const ref of page) {
        const owner = listed instanceof PortalFailure ? undefined : listed.get(ownerKey(ref))
        if (listed instanceof PortalFailure) owners.set(ownerKey(ref), listed)
        else if (owner) owners.set(ownerKey(ref), { kind: 'present', owner })
        else leftOut.push(ref)
      }
    })
    await Promise.all(reading)
    if (!onRead(block.flat().length)) return undefined
  }
  return leftOut
}

/** Looks up owners that lists left out: they may be gone, or hidden from this person. What is too many counts as hidden. */
export async function lookUpOwners(
  { portal, clock }: ReadTools,
  leftOut: readonly OwnerRef[],
  owners: PlanOwners,
): Promise<void> {
  const looked = leftOut.slice(0, MOST_LOOKUPS)
  for (const part of inParts(looked, PAGE_SIZE / 2)) {
    const states = await readPart(clock, () => portal.owners.read(part))
    for (const ref of part) {
      const state = states instanceof PortalFailure ? states : states.get(ownerKey(ref))
      owners.set(ownerKey(ref), state ?? { kind: 'unread', ref })
    }
  }
  for (const ref of leftOut.slice(MOST_LOOKUPS)) owners.set(ownerKey(ref), { kind: 'hidden', ref })
}

/** Reads which owners have orders already, where there are few of them. It is worth knowing, and nothing depends on it. */
export async function readOwning(
  { portal, clock }: ReadTools,
  refs: readonly OwnerRef[],
): Promise<ReadonlySet<string>> {
  if (refs.length > MOST_COUNTED) return new Set()
  const pages = refs.map(async (ref) => {
    const page = await readPart(clock, () => portal.bindings.readOfOwner(ref))
    return page instanceof PortalFailure || page.rows.length === 0 ? [] : [ownerKey(ref)]
  })
  return new Set((await Promise.all(pages)).flat())
}
