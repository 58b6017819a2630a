import type { Binding } from '@/domain/binding'
import type { Change } from '@/domain/change'
import type { PortalFailure } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { Cursor, Page } from '@/domain/page'
import { isSameOwner } from '@/domain/owner'

/** The list of an owner's orders as read so far. */
export type OwnerOrders =
  | { kind: 'pending' }
  | { kind: 'failed'; failure: PortalFailure }
  /** `unlisted`: how many are on pages that were not read yet; `seen`: how many changes of this page are in the list. */
  | { kind: 'ready'; ids: readonly OrderId[]; next?: Cursor; unlisted: number; seen: number }

const idsOf = ({ rows }: Page<Binding>): OrderId[] => rows.map(({ orderId }) => orderId)

/** Starts the list with its first page. */
export function fromPage(page: Page<Binding>, seen: number): OwnerOrders & { kind: 'ready' } {
  const ids = [...new Set(idsOf(page))]
  return { kind: 'ready', ids, next: page.next, unlisted: Math.max(0, (page.total ?? 0) - ids.length), seen }
}

/** Adds a page to the list; an order that a page repeats is listed once. */
export function withPage(list: OwnerOrders, page: Page<Binding>): OwnerOrders {
  if (list.kind !== 'ready') return list
  const ids = [...new Set([...list.ids, ...idsOf(page)])]
  const unlisted = page.next === undefined ? 0 : Math.max(0, list.unlisted - page.rows.length)
  return { ...list, ids, next: page.next, unlisted }
}

/** Takes in what was done since: what came here stands on top; what left is still listed, so that it can be undone. */
export function withChanges(list: OwnerOrders, changes: readonly Change[], owner: OwnerRef): OwnerOrders {
  if (list.kind !== 'ready') return list
  const arrived = changes
    .slice(list.seen)
    .filter(({ after }) => isSameOwner(after, owner))
    .map(({ orderId }) => orderId)
  const ids = [...new Set([...arrived.reverse().filter((id) => !list.ids.includes(id)), ...list.ids])]
  return { ...list, ids, seen: changes.length }
}

/** The orders that are listed so far, newest change first. */
export function listedIds(list: OwnerOrders): readonly OrderId[] {
  return list.kind === 'ready' ? list.ids : []
}

/** Counts the owner's orders: those listed that are still here, and those on pages that were not read yet. */
export function countHere(list: OwnerOrders, isHere: (id: OrderId) => boolean): number {
  return list.kind === 'ready' ? list.unlisted + list.ids.filter(isHere).length : 0
}
