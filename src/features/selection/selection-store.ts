import type { OrderId } from '@/domain/id'
import type { Order, OrderStub } from '@/domain/order'
import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'

/** The orders that a person has ticked on this page, with what is known of each. They stay whatever is searched for or opened. */
export const useSelectionStore = defineStore('selection', () => {
  const orders = shallowReactive(new Map<OrderId, Order | OrderStub>())
  return { orders }
})
