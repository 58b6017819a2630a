import type { Portal } from '@/portal/portal'
import type { LocalPortal } from '@emulator/portal/state'
import { describe, expect, it } from 'vitest'
import { orderId, ownerTypeId } from '@/domain/id'
import { placeLabelledOrders } from '@tests/fixtures/place-labelled-orders'
import { openPortal } from '@tests/support/open-portal'

/** What a person reads first. */
const FIRST = 3
/** A figure that may only grow: raise it when suggestions become better. */
const WANTED = 0.8

async function firstDeals(portal: Portal, order: number): Promise<number[]> {
  const groups = await portal.owners.suggestFor(orderId(order), ownerTypeId(2))
  return groups
    .flatMap(({ rows }) => rows)
    .slice(0, FIRST)
    .map(({ owner }) => Number(owner.ref.id))
}

/** Orders of the sample that its seed has put by hand, as far as their deals are seen; every fourth of them. */
function handmadeBindings({ data }: LocalPortal): [order: number, deal: number][] {
  const bound = [...data.bindings].flatMap(([order, { ownerId, ownerTypeId: typeId }]): [number, number][] => {
    const deal = typeId === 2 ? data.items.get(2)?.get(ownerId) : undefined
    return deal && deal.isManualOpportunity === 'Y' && !String(deal.title).startsWith('Order No.')
      ? [[order, deal.id]]
      : []
  })
  return bound.filter((_, index) => index % 4 === 0)
}

describe('suggested deals', () => {
  it('have the right one among the first three, for eight of ten orders that people have judged', async () => {
    const { portal, local } = openPortal()
    const placed = placeLabelledOrders(local)
    const wrong: string[] = []
    for (const { orderId: order, rightDealId, because } of placed) {
      if (!(await firstDeals(portal, order)).includes(rightDealId)) wrong.push(because)
    }
    expect(placed.length).toBeGreaterThanOrEqual(30)
    expect(1 - wrong.length / placed.length, wrong.join('; ')).toBeGreaterThanOrEqual(WANTED)
  })

  it("have the right one among the first three, for eight of ten orders of the sample's own deals", async () => {
    const { portal, local } = openPortal()
    const bound = handmadeBindings(local)
    let right = 0
    for (const [order, deal] of bound) right += Number((await firstDeals(portal, order)).includes(deal))
    expect(bound.length).toBeGreaterThan(25)
    expect(right / bound.length).toBeGreaterThanOrEqual(WANTED)
  })
})
