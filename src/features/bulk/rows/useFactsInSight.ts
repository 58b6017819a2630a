import type { OwnerRef } from '@/domain/owner'
import type { ShownOrder } from './shown-order'
import { ownerKey } from '@/domain/owner'
import { useBindingStore } from '@/features/binding-card/store/binding-store'
import { useOrderCustomersStore } from '@/features/order-search/order-customers-store'
import { useRowOrdersStore } from './row-orders-store'

/** A row with the owners that it names. */
interface RowInSight {
  order: ShownOrder
  owners: readonly (OwnerRef | null | undefined)[]
}

/** Reads what rows show once they are in sight: customers, titles, and orders that are known by id only. Each is asked for once. */
export function useFactsInSight() {
  const bindings = useBindingStore()
  const customers = useOrderCustomersStore()
  const orders = useRowOrdersStore()
  const asked = new Set<string>()

  function show({ orderId, order }: ShownOrder): void {
    if (orderId === undefined) return
    customers.show(orderId)
    if (!order) orders.show(orderId)
  }

  return (rows: readonly RowInSight[]): void => {
    for (const { order } of rows) show(order)
    const named = rows.flatMap(({ owners }) => owners.filter((owner) => owner !== null && owner !== undefined))
    const fresh = named.filter((owner) => !asked.has(ownerKey(owner)) && bindings.stateOf(owner).kind === 'unread')
    for (const owner of fresh) asked.add(ownerKey(owner))
    if (fresh.length > 0) void bindings.loadOwners(fresh)
  }
}
