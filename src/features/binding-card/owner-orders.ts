import type { Binding } from '@/domain/binding'
import type { Change } from '@/domain/change'
import type { PortalFailure } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import { isSameOwner } from '@/domain/owner'
import type { Page } from '@/domain/page'

/** The list of an owner's orders as read so far; `seen` counts the changes of this page that are in it. */
export type OwnerOrders =
  | { kind: 'pending' }
  | { kind: 'failed'; failure: PortalFailure }
  | { kind: 'ready'; ids: readonly OrderId[]; next?: number; total: number; seen: number }

/** Adds a page to the list; an order that a page repeats is listed once. */
export function withPage(list: OwnerOrders, { rows, next }: Page<Binding>): OwnerOrders {
  if (list.kind !== 'ready') return list
  const ids = [...new Set([...list.ids, ...rows.map(({ orderId }) => orderId)])]
  return { ...list, ids, next }
}

/** Takes in what was done since: what came here stands on top; what left is still listed, so that it can be undone. */
export function withChanges(list: OwnerOrders, changes: readonly Change[], owner: OwnerRef): OwnerOrders {
  if (list.kind !== 'ready') return list
  return changes.slice(list.seen).reduce((now, change) => withChange(now, change, owner), list)
}

function withChange(list: OwnerOrders & { kind: 'ready' }, change: Change, owner: OwnerRef) {
  const seen = list.seen + 1
  if (isSameOwner(change.before, owner)) return { ...list, seen, total: Math.max(0, list.total - 1) }
  if (!isSameOwner(change.after, owner)) return { ...list, seen }
  const ids = list.ids.includes(change.orderId) ? list.ids : [change.orderId, ...list.ids]
  return { ...list, ids, seen, total: list.total + 1 }
}
