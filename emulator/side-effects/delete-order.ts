import type { LocalPortal, StoredOrder } from '@emulator/portal/state'
import { RestError } from '@emulator/calls/errors'

/** Refuses to delete an order with a payment that was made. @see api-reference/sale/order/sale-order-delete.md */
export function requireDeletable(order: StoredOrder): void {
  if (!order.payments.some(({ paid }) => paid === 'Y')) return
  throw new RestError('SALE_ORDER_CANCEL_PAYMENT_EXIST_ACTIVE', 'The order has active payments')
}

/** Deletes an order, and with it what belongs to it: its payments, shipments and basket, and its binding. The owner stays. */
export function deleteOrder({ data }: LocalPortal, order: StoredOrder): void {
  requireDeletable(order)
  data.orders.delete(order.id)
  data.bindings.delete(order.id)
}
