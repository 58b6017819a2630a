import type { OrderId } from '@/domain/id'
import type { Shown } from '@/domain/verdict'
import type { Ask } from './ask'
import type { Runs } from './runs'
import * as v from 'valibot'
import { asFailure } from '@/domain/failure'
import { BINDINGS, checkBindings, listBindings } from './binding-rows'
import { inPages } from './in-pages'
import { createReadOrderPage } from './newest-orders'

/** So many orders are five pages: with more of them a slow portal would take too long for a request. */
const ORDERS_AT_ONCE = 250

/**
 * Reads whom orders belong to, part by part. An order that is gone has no owner either: those without one are listed, and what a list
 * leaves out is asked for itself.
 */
export function createReadShown(ask: Ask): Runs['readShown'] {
  const readRows = createReadOrderPage(ask)

  async function readOwners(page: readonly OrderId[]): Promise<[OrderId, Shown][]> {
    const { result } = await ask(listBindings({ '@orderId': page }), BINDINGS)
    return checkBindings(result, ({ orderId }) => page.includes(orderId)).map(({ orderId, owner }) => [orderId, owner])
  }

  async function isGone(id: OrderId): Promise<boolean> {
    const asking = ask({ method: 'sale.order.get', params: { id }, isProbe: true }, v.unknown())
    const answer = await asking.catch(asFailure)
    return answer instanceof Error && answer.kind === 'order-gone'
  }

  async function readFree(page: readonly OrderId[]): Promise<[OrderId, Shown][]> {
    const listed = new Set((await readRows({ '@id': page })).rows.map(({ id }) => id))
    return Promise.all(page.map(async (id) => [id, !listed.has(id) && (await isGone(id)) ? 'order-gone' : null]))
  }

  return async (ids) => {
    const shown = new Map<OrderId, Shown>()
    for (const part of inPages(ids, ORDERS_AT_ONCE)) {
      const owned = (await Promise.all(inPages(part).map(readOwners))).flat()
      for (const [id, owner] of owned) shown.set(id, owner)
      const free = (await Promise.all(inPages(part.filter((id) => !shown.has(id))).map(readFree))).flat()
      for (const [id, owner] of free) shown.set(id, owner)
    }
    return shown
  }
}
