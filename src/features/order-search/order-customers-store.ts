import type { Customer } from '@/domain/customer'
import type { OrderId } from '@/domain/id'
import { defineStore } from 'pinia'
import { usePortal } from '@/context'
import { isUnread } from '@/domain/customer'
import { useLazyValues } from '@/features/search/useLazyValues'

/** The customers of the orders on the screen. */
export const useOrderCustomersStore = defineStore('order-customers', () => {
  const portal = usePortal()
  return useLazyValues<OrderId, OrderId, Customer>({
    keyOf: (id) => id,
    read: (ids) => portal.orders.readCustomers(ids),
    isUnread,
    unread: { kind: 'unread' },
  })
})
