import type { OrderId } from '@/domain/id'
import { onScopeDispose, shallowRef, watch } from 'vue'

/** The panels on the screen that could show what goes on with an order. */
export function useTaskPanels() {
  /** The oldest first. */
  const panels = shallowRef<ReadonlyMap<OrderId, readonly symbol[]>>(new Map())

  function setPanels(orderId: OrderId, change: (present: readonly symbol[]) => readonly symbol[]): void {
    panels.value = new Map(panels.value).set(orderId, change(panels.value.get(orderId) ?? []))
  }

  /**
   * Adds a panel for as long as its component lives. An order may stand on the screen twice, in a search and in a list: only the
   * first panel is the one to show it, and the next when that one goes.
   */
  function usePanel(orderId: () => OrderId): () => boolean {
    const self = Symbol('panel')
    const leave = (id: OrderId): void => setPanels(id, (present) => present.filter((panel) => panel !== self))
    watch(
      orderId,
      (id, former) => {
        if (former !== undefined) leave(former)
        setPanels(id, (present) => [...present, self])
      },
      { immediate: true },
    )
    onScopeDispose(() => leave(orderId()))
    return () => panels.value.get(orderId())?.[0] === self
  }

  return {
    usePanel,
    isShown: (orderId: OrderId): boolean => (panels.value.get(orderId)?.length ?? 0) > 0,
  }
}
