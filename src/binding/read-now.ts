import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { Portal } from '@/portal/portal'

/** Reads the owner that the portal names now; `null` when the order has none. @throws any kind of reading */
export async function readNow(portal: Pick<Portal, 'bindings'>, orderId: OrderId): Promise<OwnerRef | null> {
  const bindings = await portal.bindings.readOfOrders([orderId])
  return bindings.get(orderId) ?? null
}
