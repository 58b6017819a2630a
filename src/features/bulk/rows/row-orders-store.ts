import type { OrderId } from '@/domain/id'
import type { Order } from '@/domain/order'
import { defineStore } from 'pinia'
import { usePortal } from '@/context'
import { rethrowUnlessFailure } from '@/domain/failure'
import { useLazyValues } from '@/features/search/useLazyValues'

type Facts = { kind: 'known'; order: Order } | { kind: 'unknown' }

/** The orders of rows that name them by id only, as in a run that is read from the journal. Who may not read orders sees their ids. */
export const useRowOrdersStore = defineStore('row-orders', () => {
  const { orders } = usePortal()

  async function read(ids: readonly OrderId[]): Promise<ReadonlyMap<OrderId, Facts>> {
    const found = await orders.read(ids).catch((error: unknown) => {
      rethrowUnlessFailure(error)
      return new Map<OrderId, Order>()
    })
    return new Map(
      ids.map((id): [OrderId, Facts] => {
        const order = found.get(id)
        return [id, order ? { kind: 'known', order } : { kind: 'unknown' }]
      }),
    )
  }

  return useLazyValues<OrderId, OrderId, Facts>({
    keyOf: (id) => id,
    read,
    isUnread: ({ kind }) => kind === 'unknown',
    unread: { kind: 'unknown' },
  })
})
