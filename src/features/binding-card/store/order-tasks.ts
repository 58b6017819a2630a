import type { OrderId } from '@/domain/id'
import type { Task } from './task'
import { shallowRef } from 'vue'
import { IDLE } from './task'

/** What goes on with each order; an order that is not listed is idle. */
export function useOrderTasks() {
  const tasks = shallowRef<ReadonlyMap<OrderId, Task>>(new Map())
  const taskOf = (orderId: OrderId): Task => tasks.value.get(orderId) ?? IDLE

  function setTask(orderId: OrderId, task: Task): void {
    tasks.value = new Map(tasks.value).set(orderId, task)
  }

  /** Panels that could show an order's task, the oldest first. */
  const panels = shallowRef<ReadonlyMap<OrderId, readonly symbol[]>>(new Map())

  function registerPanel(orderId: OrderId, panel: symbol): void {
    panels.value = new Map(panels.value).set(orderId, [...(panels.value.get(orderId) ?? []), panel])
  }

  function unregisterPanel(orderId: OrderId, panel: symbol): void {
    const others = (panels.value.get(orderId) ?? []).filter((other) => other !== panel)
    panels.value = new Map(panels.value).set(orderId, others)
  }

  /** An order may stand on the screen twice, in a search and in a list: its task is shown once. */
  const isShownBy = (orderId: OrderId, panel: symbol): boolean => panels.value.get(orderId)?.[0] === panel
  const dismiss = (orderId: OrderId): void => setTask(orderId, IDLE)

  return { tasks, taskOf, setTask, dismiss, registerPanel, unregisterPanel, isShownBy }
}
