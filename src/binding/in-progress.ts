import type { OrderId } from '@/domain/id'

/** Orders that something is being written to in this window, by a run or by a single change: no two changes of one order run at a time. */
export type OrdersInProgress = Set<OrderId>
