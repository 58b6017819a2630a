import type { PortalFailure } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import type { Order, OrderStub } from '@/domain/order'
import { nextTick, shallowRef } from 'vue'
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
    isReading.value = ids.length > 0
    // In one request with what rows ask for once they are shown.
    await nextTick()
    try {
      if (ids.length > 0) keep(await portal.orders.read(ids))
      failure.value = undefined
    } catch (error) {
      failure.value = toShownFailure(error)
    } finally {
      isReading.value = false
    }
  }

  /** Keeps orders that came along with something else. */
  const keep = (read: ReadonlyMap<OrderId, Order>): void => void (known.value = new Map([...known.value, ...read]))

  const load = (ids: readonly OrderId[]): Promise<void> => read(ids.filter((id) => !known.value.has(id)))
  /** Being read: neither known nor known to be unreadable. */
  const isLoading = (id: OrderId): boolean => isReading.value && !known.value.has(id)
  const find = (id: OrderId): Order | OrderStub => known.value.get(id) ?? { id }

  return { failure, isLoading, keep, read, load, find }
}
