import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { ChangeEntry, EntryState } from './change-entries'
import type { Task } from './task'
import { computed, shallowRef } from 'vue'
import { canUndo, isPending, tasksOf, withoutQuestion, withState } from './change-entries'
import { IDLE } from './task'
import { useTaskPanels } from './task-panels'

/** The changes of this page, oldest first, and what they mean for each order. */
export function useChangeEntries() {
  const entries = shallowRef<readonly ChangeEntry[]>([])
  const { usePanel, isShown } = useTaskPanels()
  const tasks = computed(() => tasksOf(entries.value))
  let count = 0

  /** What goes on with an order, or how its newest change ended; idle once that was dismissed. */
  const taskOf = (orderId: OrderId): Task => tasks.value.get(orderId) ?? IDLE
  const find = (id: number): ChangeEntry | undefined => entries.value.find((entry) => entry.id === id)

  /** Begins a change and gives its id; a question about the same order is taken back. */
  function begin(change: { orderId: OrderId; from: OwnerRef | null | undefined; to: OwnerRef | null }): number {
    dismissQuestion(change.orderId)
    count += 1
    entries.value = [...entries.value, { ...change, id: count, state: { kind: 'reading' } }]
    return count
  }

  function setState(id: number, state: EntryState): void {
    entries.value = withState(entries.value, id, state)
  }

  function dismissQuestion(orderId: OrderId): void {
    entries.value = withoutQuestion(entries.value, orderId)
  }

  /** Takes an entry out of sight, unless it is not known yet how it ends. */
  function dismissEntry(id: number): void {
    entries.value = entries.value.filter(({ id: other, state }) => other !== id || isPending(state))
  }

  /** Gives the task of an order to a panel that shows it; idle where another panel does. */
  function usePanelTask(orderId: () => OrderId) {
    const isFirst = usePanel(orderId)
    return computed(() => (isFirst() ? taskOf(orderId()) : IDLE))
  }

  const mayUndo = (entry: ChangeEntry): boolean => canUndo(entries.value, entry)

  return {
    ...{ entries, find, begin, setState, dismissQuestion, dismissEntry, mayUndo },
    ...{ taskOf, usePanelTask, hasPanel: isShown },
  }
}
