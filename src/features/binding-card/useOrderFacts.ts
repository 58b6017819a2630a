import type { PortalFailure } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import type { Order, OrderStub } from '@/domain/order'
import { shallowRef, watch } from 'vue'
import { usePortal } from '@/context'
import { toShownFailure } from '@/ui/shown-failure'

/** What is known of one order. */
export type OrderFacts =
  | { kind: 'pending' }
  | { kind: 'ready'; order: Order }
  /** The portal answered, and has no such order for this person. */
  | { kind: 'absent' }
  | { kind: 'failed'; failure: PortalFailure }

/** Reads the facts of an order whenever another one is asked for, unless the caller has them. */
export function useOrderFacts(orderId: () => OrderId, known: () => Order | OrderStub | undefined) {
  const portal = usePortal()
  const facts = shallowRef<OrderFacts>({ kind: 'pending' })

  async function load(): Promise<void> {
    const id = orderId()
    if (known()) return
    facts.value = { kind: 'pending' }
    const answer = await read(id)
    // The person has chosen another order meanwhile.
    if (id === orderId()) facts.value = answer
  }

  async function read(id: OrderId): Promise<OrderFacts> {
    try {
      const order = (await portal.orders.read([id])).get(id)
      return order ? { kind: 'ready', order } : { kind: 'absent' }
    } catch (error) {
      return { kind: 'failed', failure: toShownFailure(error) }
    }
  }

  watch(orderId, load, { immediate: true })
  return { facts, load }
}
