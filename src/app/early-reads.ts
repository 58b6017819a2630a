import type { Portal } from '@/portal/portal'
import { choosePage } from '@/pages/registry'

/**
 * Asks at once, and gives the function that gives this answer to its first call, if that asks for the same. Whatever is asked then
 * and later is asked for anew: what a page does not want first is not kept for it.
 */
function early<Args extends readonly unknown[], Answer>(
  read: (...args: Args) => Promise<Answer>,
  ...args: Args
): (...args: Args) => Promise<Answer> {
  let started: Promise<Answer> | undefined = read(...args)
  // Whoever takes it over is told; until then nobody waits for it.
  started.catch(() => undefined)
  return (...asked) => {
    const taken = isSame(args, asked) ? started : undefined
    started = undefined
    return taken ?? read(...asked)
  }
}

/** Compares what is asked for by its text: what is undefined is as good as left out. */
function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  const longer = one.length > other.length ? one : other
  return longer.every((_, place) => JSON.stringify(one[place]) === JSON.stringify(other[place]))
}

/** What the page reads first, in the order in which it is needed. */
function startOrders({ orders, session }: Portal): Partial<Portal['orders']> | undefined {
  const page = choosePage(session.placement)
  switch (page.kind) {
    case 'owner':
      return { readOfOwner: early(orders.readOfOwner, page.owner) }
    case 'order':
      return { readWithOwner: early(orders.readWithOwner, page.orderId) }
    case 'app':
      return { findWithOwners: early(orders.findWithOwners, {}) }
    case 'unknown':
      return undefined
    default:
      return page satisfies never
  }
}

/**
 * Starts what the page of this place needs before it can be used, while its code and the texts are still on their way, and gives a
 * portal that answers the page's first reads with that: two requests, side by side.
 */
export function withEarlyReads(portal: Portal): Portal {
  const orders = startOrders(portal)
  if (!orders) return portal
  const { bindings, ownerTypes } = portal
  return {
    ...portal,
    orders: { ...portal.orders, ...orders },
    bindings: { ...bindings, readWriteRight: early(bindings.readWriteRight) },
    // The app page shows orders before anybody chooses an owner.
    ...('findWithOwners' in orders ? {} : { ownerTypes: { ...ownerTypes, read: early(ownerTypes.read) } }),
  }
}
