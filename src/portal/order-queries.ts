import type { OrderId } from '@/domain/id'
import type { Moment } from '@/domain/moment'
import type { Order } from '@/domain/order'
import type { OwnerState } from '@/domain/owner'
import type { Cursor } from '@/domain/page'
import type { Period } from '@/domain/period'

/** What a person may narrow a search for orders by. Everything is optional; nothing given means the newest orders. */
export interface OrderQuery {
  /** A number or a part of it, or an id. */
  text?: string
  statusCode?: string
  isPaid?: boolean
  /** When the orders were made. */
  made?: Period
  /** `next` of the page before; none for the first page. */
  cursor?: Cursor
}

/** What a search that looks at every order is for, and what else the orders are narrowed by. */
export interface ScanQuery extends Omit<OrderQuery, 'text' | 'cursor'> {
  wanted: 'without-owner' | 'owner-gone' | 'any'
}

/** What one step of that search came to. */
export interface ScanStep {
  /** The orders that it found, newest first. */
  found: Order[]
  /** Whom they belong to, where the search is for that: nobody, or somebody who is gone. Others may be among them. */
  owners: ReadonlyMap<OrderId, OwnerState | null>
  /** How many orders are left out because not even their id could be read. */
  lost: number
  /** Of how many orders it could not be told whether their owner is gone. */
  untold: number
  /** How many orders of the time asked for were looked at so far, and how many there are, whatever else they are narrowed by. */
  looked: number
  total: number
  /** When the newest order was made that was not looked at yet; absent at the end, and where it could not be read. */
  until?: Moment | undefined
  /** Nothing is left to look at; after the first step also where counting tells that there can be none. */
  isDone: boolean
}

/** What counting alone tells of orders without an owner. */
export interface UnboundTotals {
  orders: number
  /** How many orders have an owner: no order has two. */
  bindings: number
  /** How many requests the search for all of them takes, at least and at most. */
  requests: readonly [least: number, most: number]
}

/** A search that goes on only when it is told to; whoever stops just does not call it again. */
export interface OrderScan {
  /**
   * Takes the next step, one to four requests for some 2,450 ids; the first one only counts. After a failure it is taken again, after
   * the first one in any case. One at a time.
   */
  next(): Promise<ScanStep>
}
