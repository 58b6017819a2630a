import type { OrderId } from '@/domain/id'
import type { Order, OrderStub } from '@/domain/order'
import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import { numberOf } from '@/domain/order'

/** The numbers of the orders that this page has shown: several orders may have the same. */
export const useOrderNamesStore = defineStore('order-names', () => {
  const numbers = shallowReactive(new Map<OrderId, string>())
  const firstIds = new Map<string, OrderId>()
  const repeated = shallowReactive(new Set<string>())

  /** Notes an order that comes on the screen. It stays noted, so that none is called by another name when a row goes. */
  function note(order: Order | OrderStub): void {
    const number = numberOf(order)
    const first = firstIds.get(number)
    if ('number' in order) numbers.set(order.id, number)
    if (first === undefined) firstIds.set(number, order.id)
    else if (first !== order.id) repeated.add(number)
  }

  /** The number of an order, as far as it is known. */
  const findNumber = (order: Order | OrderStub): string | undefined =>
    'number' in order ? order.number : numbers.get(order.id)
  const isRepeated = (number: string): boolean => repeated.has(number)

  return { note, findNumber, isRepeated }
})
