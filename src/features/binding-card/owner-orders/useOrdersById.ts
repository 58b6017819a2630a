import type { PortalFailure } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import type { Order, OrderStub } from '@/domain/order'
import { shallowRef } from 'vue'
import { usePortal } from '@/context'
import { toShownFailure } from '@/ui/shown-failure'

/** Keeps the facts of orders that are listed by id; an order that could not be read stays a stub. */
export function useOrdersById() {
  const portal = usePortal()
  const known = shallowRef<ReadonlyMap<OrderId, Order>>(new Map())
  const isReading = shallowRef(false)
  /** Why orders are shown by id only. */
  const failure = shallowRef<PortalFailure>()

  async function read(ids: readonly OrderId[]): Promise<void> {
    if (ids.length === 0) return
    isReading.value = true
    try {
      known.value = new Map([...known.value, ...(await portal.orders.read(ids))])
      failure.value = undefined
    } catch (error) {
      failure.value = toShownFailure(error)
    } finally {
      isReading.value = false
    }
  }

  const load = (ids: readonly OrderId[]): Promise<void> => read(ids.filter((id) => !known.value.has(id)))
  /** Being read: neither known nor known to be unreadable. */
  const isLoading = (id: OrderId): boolean => isReading.value && !known.value.has(id)
  const find = (id: OrderId): Order | OrderStub => known.value.get(id) ?? { id }

  return { failure, isLoading, load, find }
}
