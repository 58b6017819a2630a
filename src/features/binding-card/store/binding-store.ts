import type { InjectionKey } from 'vue'
import type { Clock } from '@/binding/clock'
import type { OnStage, Question, Result } from '@/binding/result'
import type { Change } from '@/domain/change'
import type { OrderId } from '@/domain/id'
import type { OwnerRef, OwnerState } from '@/domain/owner'
import type { ChangeRequest } from './task'
import { defineStore } from 'pinia'
import { inject, shallowRef } from 'vue'
import { createBindingEngine } from '@/binding/change-binding'
import { systemClock } from '@/binding/clock'
import { createPageMemory } from '@/binding/remember'
import { usePortal } from '@/context'
import { refOf } from '@/domain/owner'
import { useKnownOwners } from './known-owners'
import { useOrderTasks } from './order-tasks'
import { ownerShownBy, toTask, toWorkingTask } from './task'

/** Tests put a clock of their own here. */
export const CLOCK: InjectionKey<Clock> = Symbol('clock')

/** Who owns which order, and what goes on with each. States come from the engine's results, never from hope. */
export const useBindingStore = defineStore('binding', () => {
  const portal = usePortal()
  const clock = inject(CLOCK, systemClock)
  const engine = createBindingEngine({ portal, memory: createPageMemory(), clock })
  const known = useKnownOwners(portal)
  const orderTasks = useOrderTasks()
  const { taskOf, setTask } = orderTasks
  /** What was done on this page, oldest first. */
  const changes = shallowRef<readonly Change[]>([])

  async function run(
    orderId: OrderId,
    request: ChangeRequest,
    work: (onStage: OnStage) => Promise<Result>,
  ): Promise<void> {
    const result = await work((stage, endsIn = 0) => setTask(orderId, toWorkingTask(stage, clock.date() + endsIn)))
    // Another change of this order is running and keeps its place on the screen.
    if (result.kind === 'impossible' && result.because === 'in-progress') return
    await commit(orderId, result, request)
  }

  async function commit(orderId: OrderId, result: Result, request: ChangeRequest): Promise<void> {
    const owner = ownerShownBy(result)
    if (owner !== undefined) known.setOwnerRefs([[orderId, owner]])
    if (result.kind === 'asked') known.cacheOwners(ownersOf(result.question))
    if (result.kind === 'done') noteChange(result.change, request)
    setTask(orderId, toTask(result, request))
    await known.loadOwners(ownersToName(result, owner))
  }

  function noteChange(change: Change, { isUndo }: ChangeRequest): void {
    changes.value = [...changes.value, change]
    if (change.after && !isUndo) portal.options.rememberOwner(change.after)
  }

  function bind(orderId: OrderId, after: OwnerRef | null): Promise<void> {
    return run(orderId, { after, isUndo: false }, (onStage) => engine.request({ orderId, after }, onStage))
  }

  async function confirm(orderId: OrderId): Promise<void> {
    const task = taskOf(orderId)
    if (task.kind !== 'asking') return
    const { question } = task
    const after = question.after && refOf(question.after)
    await run(orderId, { after, isUndo: false }, (onStage) => engine.confirm(question, onStage))
  }

  function undo(change: Change): Promise<void> {
    return run(change.orderId, { after: change.before, isUndo: true }, (onStage) => engine.undo(change, onStage))
  }

  /** Reads once more what became of a write that was not settled. */
  async function checkAgain(orderId: OrderId): Promise<void> {
    const task = taskOf(orderId)
    if (task.kind !== 'unknown') return
    setTask(orderId, { kind: 'reading' })
    await commit(orderId, await engine.checkAgain(task), { after: task.change.after, isUndo: task.isUndo })
  }

  return { ...known, ...orderTasks, changes, bind, confirm, undo, checkAgain }
})

/** The owners that the end of a change names: the one that the order has now, and the one that nobody had seen. */
function ownersToName(result: Result, now: OwnerRef | null | undefined): OwnerRef[] {
  const before = result.kind === 'done' ? result.change.before : null
  return [now, before].filter((ref) => ref !== null && ref !== undefined)
}

function ownersOf({ before, after }: Question): OwnerState[] {
  return [before, after].filter((state) => state !== null && state.kind !== 'unread')
}
