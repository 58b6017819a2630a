import type { Binding } from '@/domain/binding'
import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { Cursor, Page } from '@/domain/page'
import type { WriteRight } from '@/domain/session'
import type { Ask } from './ask'
import type { OnDemand } from './on-demand'
import type { Portal } from './portal'
import * as v from 'valibot'
import { asFailure } from '@/domain/failure'
import { orderId } from '@/domain/id'
import { BINDINGS, checkBindings, listBindings, listOfOwner, toPageOfOwner } from './binding-rows'
import { inPages } from './in-pages'

/** Any id will do: the portal refuses to name owners whether or not there is such an order. */
const ANY_ORDER = [orderId(1)]

/** Bindings of orders to their owners. @see api-reference/crm/universal/order-entity/index.md */
export function createBindings(ask: Ask): Omit<Portal['bindings'], keyof OnDemand['bindings']> {
  /** At most one binding an order, so 50 orders fit one page and nothing need be counted. */
  async function readPage(ids: OrderId[]): Promise<Binding[]> {
    const { result } = await ask(listBindings({ '@orderId': ids }), BINDINGS)
    return checkBindings(result, (binding) => ids.includes(binding.orderId))
  }

  async function readOfOrders(ids: readonly OrderId[]): Promise<ReadonlyMap<OrderId, OwnerRef>> {
    const pages = await Promise.all(inPages(ids).map(readPage))
    return new Map(pages.flat().map((binding) => [binding.orderId, binding.owner]))
  }

  async function readOfOwner(owner: OwnerRef, cursor?: Cursor): Promise<Page<Binding>> {
    return toPageOfOwner(await ask(listOfOwner(owner, cursor), BINDINGS), owner)
  }

  async function requireReadRight(): Promise<void> {
    await readPage(ANY_ORDER)
  }

  /**
   * Asks to bind no order: rights are checked before fields, so the refusal tells, and nothing can be written.
   * Unconfirmed: the order of the checks.
   */
  async function readWriteRight(): Promise<WriteRight> {
    try {
      await ask({ method: 'crm.orderentity.add', params: { fields: { ownerId: 0 } }, isProbe: true }, v.unknown())
      return 'unknown'
    } catch (error) {
      const { kind } = asFailure(error)
      if (kind === 'no-write-right') return 'no'
      return kind === 'refused' || kind === 'order-gone' ? 'yes' : 'unknown'
    }
  }

  return { readOfOrders, requireReadRight, readOfOwner, readWriteRight }
}
