import type { Clock } from '@/binding/clock'
import type { PortalFailure } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import type { Order } from '@/domain/order'
import type { OwnerRef } from '@/domain/owner'
import type { Portal } from '@/portal/portal'
import { repeatWhileBusy } from '@/binding/repeat'
import { asFailure, isAppWide } from '@/domain/failure'

/** What one list of the portal can answer. */
export const PAGE_SIZE = 50
/** How many pages are asked for by one request: with more of them a slow portal would take too long for it. */
export const PAGES_AT_ONCE = 5

export type ReadPortal = Pick<Portal, 'orders' | 'bindings' | 'owners' | 'ownerTypes'>

export interface ReadTools {
  portal: ReadPortal
  clock: Clock
}

/** Cuts a list into parts of at most `size`. */
export function inParts<Value>(values: readonly Value[], size: number): Value[][] {
  const count = Math.ceil(values.length / size)
  return Array.from({ length: count }, (_, part) => values.slice(part * size, (part + 1) * size))
}

/**
 * Reads a part of a plan, again while the portal is too busy. A failure is given back and concerns this part alone.
 * @throws what concerns the whole app, or the right to read: nothing else would be read either
 */
export async function readPart<Value>(clock: Clock, read: () => Promise<Value>): Promise<Value | PortalFailure> {
  try {
    return await repeatWhileBusy(clock, read)
  } catch (error) {
    const failure = asFailure(error)
    if (isAppWide(failure.kind) || failure.kind === 'no-read-right') throw failure
    return failure
  }
}

/** Orders and their owners, or why they could not be read. */
export interface PlanOrders {
  orders: Map<OrderId, Order | PortalFailure>
  bindings: Map<OrderId, OwnerRef | PortalFailure>
}

function note<Value>(
  into: Map<OrderId, Value | PortalFailure>,
  ids: readonly OrderId[],
  read: ReadonlyMap<OrderId, Value> | PortalFailure,
): void {
  if (read instanceof Error) for (const id of ids) into.set(id, read)
  else for (const [id, value] of read) into.set(id, value)
}

/** Reads some pages of orders and of whom they belong to, in one request, into what is known already. */
export async function readPlanOrders(
  { portal, clock }: ReadTools,
  ids: readonly OrderId[],
  { orders, bindings }: PlanOrders,
): Promise<void> {
  const reading = inParts(ids, PAGE_SIZE).map(async (page) => {
    const [found, owners] = await Promise.all([
      readPart(clock, () => portal.orders.read(page)),
      readPart(clock, () => portal.bindings.readOfOrders(page)),
    ])
    note(orders, page, found)
    note(bindings, page, owners)
  })
  await Promise.all(reading)
}
