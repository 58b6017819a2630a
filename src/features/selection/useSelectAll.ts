import type { Order } from '@/domain/order'
import type { Cursor } from '@/domain/page'
import type { OrderQuery } from '@/portal/order-queries'
import type { Portal } from '@/portal/portal'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { usePortal } from '@/context'
import { toShownFailure } from '@/ui/shown-failure'
import { useSelectionStore } from './selection-store'

/** What of a list could be ticked beyond what is on the screen: orders that are known already, or all that the portal finds. */
export type WholeList =
  | { kind: 'known'; orders: readonly Order[] }
  /** `total`: absent while it is not known, or where the portal does not count. */
  | { kind: 'query'; query: Omit<OrderQuery, 'cursor'>; total?: number | undefined }

/** More are not ticked at once. */
export const MOST_SELECTED = 20_000

interface Part {
  orders: readonly Order[]
  /** How many were looked at, and of how many; absent where the portal does not count. */
  looked?: number
  total?: number
}

/** Reads all that a search finds, part by part: by looking at every order, or page by page where a text was typed. */
async function* readAll(portal: Portal, query: OrderQuery): AsyncGenerator<Part> {
  if (query.text === undefined) {
    const scan = portal.orders.scan({ wanted: 'any', ...query })
    for (let isDone = false; !isDone;) {
      const { found, looked, total, ...step } = await scan.next()
      yield { orders: found, looked, total }
      isDone = step.isDone
    }
    return
  }
  let cursor: Cursor | undefined
  do {
    const page = await portal.orders.find({ ...query, ...(cursor !== undefined && { cursor }) })
    yield { orders: page.rows }
    cursor = page.next
  } while (cursor !== undefined)
}

/** Tells lists apart that are read; the number of all may come later. */
const keyOf = (list: WholeList | undefined) => (list?.kind === 'query' ? JSON.stringify(list.query) : list?.kind)

/** Ticks all that a list could show, with progress, until it is stopped. */
export function useSelectAll(wanted: () => WholeList | undefined) {
  const portal = usePortal()
  const { orders } = useSelectionStore()
  const state = shallowRef<'idle' | 'reading' | 'done' | ReturnType<typeof toShownFailure>>('idle')
  const part = shallowRef<Part>()
  let run = 0

  function keep(some: readonly Order[]): void {
    for (const order of some) if (orders.size < MOST_SELECTED) orders.set(order.id, order)
  }

  async function selectAll(): Promise<void> {
    const list = wanted()
    if (!list || state.value === 'reading') return
    if (list.kind === 'known') return keep(list.orders)
    run += 1
    const mine = run
    state.value = 'reading'
    try {
      for await (const next of readAll(portal, list.query)) {
        if (mine !== run) return
        keep(next.orders)
        part.value = next
        if (orders.size >= MOST_SELECTED) break
      }
      state.value = 'done'
    } catch (error) {
      if (mine === run) state.value = toShownFailure(error)
    }
  }

  function stop(): void {
    run += 1
    state.value = 'idle'
    part.value = undefined
  }

  watch(() => keyOf(wanted()), stop)
  onScopeDispose(stop)

  return { state, part, selectAll, stop }
}
