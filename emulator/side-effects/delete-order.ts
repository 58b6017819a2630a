import type { Caller } from '@emulator/calls/call'
import type { LocalPortal, StoredOrder } from '@emulator/portal/state'
import { RestError } from '@emulator/calls/errors'
import { setBinding } from '@emulator/rows/bindings'

/** Refuses to delete an order with a payment that was made. @see api-reference/sale/order/sale-order-delete.md */
export function requireDeletable(order: StoredOrder): void {
  if (!order.payments.some(({ paid }) => paid === 'Y')) return
  throw new RestError('SALE_ORDER_CANCEL_PAYMENT_EXIST_ACTIVE', 'The order has active payments')
}

/** Deletes an order, and with it what belongs to it: its payments, shipments and basket, and its binding. The owner stays. */
export function deleteOrder(portal: LocalPortal, caller: Caller, order: StoredOrder): void {
  requireDeletable(order)
  portal.data.orders.delete(order.id)
  setBinding(portal, { orderId: order.id, owner: null, user: caller.user.id })
}
