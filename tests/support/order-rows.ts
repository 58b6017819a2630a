import type { Order, OrderStub } from '@/domain/order'
import { h } from 'vue'
import OrderRow from '@/features/order-search/OrderRow.vue'

/** Every column that a list of orders can have. */
export const COLUMNS = { owner: true, actions: true }

/** The rows of a list, as a page puts them there, each with an action that names it. */
export const orderRows = {
  default: ({ order }: { order: Order | OrderStub }) =>
    h(OrderRow, { order, columns: COLUMNS, owner: null }, { action: () => `act on ${order.id}` }),
}
