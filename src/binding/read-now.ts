import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { Portal } from '@/portal/portal'

/**
 * Reads the owner that the portal names now; `null` when the order has none. An order that is gone has none either, so the
 * order itself is asked for in the same request, the binding last.
 * @throws any kind of reading
 */
export async function readNow(
  { orders, bindings }: Pick<Portal, 'orders' | 'bindings'>,
  orderId: OrderId,
): Promise<OwnerRef | null | 'order-gone'> {
  const [presence, owners] = await Promise.all([orders.readPresence(orderId), bindings.readOfOrders([orderId])])
  return owners.get(orderId) ?? (presence === 'gone' ? 'order-gone' : null)
}
