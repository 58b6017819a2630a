import type { OrderId } from '@/domain/id'
import type { Task } from './task'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { IDLE } from './task'

/** What goes on with each order; an order that is not listed is idle. */
export function useOrderTasks() {
  const tasks = shallowRef<ReadonlyMap<OrderId, Task>>(new Map())
  /** Panels that could show an order's task, the oldest first. */
  const panels = shallowRef<ReadonlyMap<OrderId, readonly symbol[]>>(new Map())

  const taskOf = (orderId: OrderId): Task => tasks.value.get(orderId) ?? IDLE

  function setTask(orderId: OrderId, task: Task): void {
    tasks.value = new Map(tasks.value).set(orderId, task)
  }

  const dismiss = (orderId: OrderId): void => setTask(orderId, IDLE)

  function setPanels(orderId: OrderId, change: (present: readonly symbol[]) => readonly symbol[]): void {
    panels.value = new Map(panels.value).set(orderId, change(panels.value.get(orderId) ?? []))
  }

  /**
   * Gives the task of an order to a panel that shows it. An order may stand on the screen twice, in a search and in a list: its
   * task is shown once, and in the next panel when that one goes.
   */
  function usePanelTask(orderId: () => OrderId) {
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
    return computed(() => (panels.value.get(orderId())?.[0] === self ? taskOf(orderId()) : IDLE))
  }

  return { taskOf, setTask, dismiss, usePanelTask }
}
