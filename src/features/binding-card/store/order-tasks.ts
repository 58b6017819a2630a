import type { OrderId } from '@/domain/id'
import type { Task } from './task'
import { computed, shallowRef } from 'vue'
import { hasEnded, IDLE, isUnsettled } from './task'
import { useTaskPanels } from './task-panels'

/** A change that has not ended, or of whose end no panel on the screen has told. */
export interface OpenChange {
  orderId: OrderId
  task: Task
  /** A panel shows it. */
  isShown: boolean
}

/** What goes on with each order; an order that is not listed is idle. */
export function useOrderTasks() {
  const tasks = shallowRef<ReadonlyMap<OrderId, Task>>(new Map())
  /** Orders whose change ended when no panel was there to tell it. */
  const untold = shallowRef<ReadonlySet<OrderId>>(new Set())
  const { usePanel, isShown } = useTaskPanels((orderId) => setUntold(orderId, false))

  const taskOf = (orderId: OrderId): Task => tasks.value.get(orderId) ?? IDLE

  function setUntold(orderId: OrderId, isUntold: boolean): void {
    if (untold.value.has(orderId) === isUntold) return
    const others = [...untold.value].filter((id) => id !== orderId)
    untold.value = new Set(isUntold ? [...others, orderId] : others)
  }

  function setTask(orderId: OrderId, task: Task): void {
    tasks.value = new Map(tasks.value).set(orderId, task)
    if (hasEnded(task) && !isShown(orderId)) setUntold(orderId, true)
  }

  function dismiss(orderId: OrderId): void {
    setUntold(orderId, false)
    setTask(orderId, IDLE)
  }

  /** Gives the task of an order to a panel that shows it; idle where another panel does. */
  function usePanelTask(orderId: () => OrderId) {
    const isFirst = usePanel(orderId)
    return computed(() => (isFirst() ? taskOf(orderId()) : IDLE))
  }

  /** In the order in which the changes began. */
  const openChanges = computed((): OpenChange[] =>
    [...tasks.value]
      .filter(([orderId, task]) => isUnsettled(task) || untold.value.has(orderId))
      .map(([orderId, task]) => ({ orderId, task, isShown: isShown(orderId) })),
  )

  return { taskOf, setTask, dismiss, usePanelTask, openChanges }
}
