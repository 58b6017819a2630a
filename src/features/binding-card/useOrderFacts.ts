import type { OrderId } from '@/domain/id'
import type { Order } from '@/domain/order'
import { shallowRef, watch } from 'vue'
import { PortalFailure } from '@/domain/failure'
import { useBindingStore } from '@/features/binding-card/store/binding-store'

/** What is known of one order. */
export type OrderFacts =
  | { kind: 'pending' }
  | { kind: 'ready'; order: Order }
  /** The portal answered, and has no such order for this person. */
  | { kind: 'absent' }
  | { kind: 'failed'; failure: PortalFailure }

/** Reads the facts of an order, with its owner, whenever another one is asked for. */
export function useOrderFacts(orderId: () => OrderId) {
  const store = useBindingStore()
  const facts = shallowRef<OrderFacts>({ kind: 'pending' })

  async function load(): Promise<void> {
    const id = orderId()
    facts.value = { kind: 'pending' }
    const answer = await read(id)
    // The person has chosen another order meanwhile.
    if (id === orderId()) facts.value = answer
  }

  async function read(id: OrderId): Promise<OrderFacts> {
    const order = await store.readWithOwner(id)
    if (order instanceof PortalFailure) return { kind: 'failed', failure: order }
    return order ? { kind: 'ready', order } : { kind: 'absent' }
  }

  watch(orderId, load, { immediate: true })
  return { facts, load }
}
