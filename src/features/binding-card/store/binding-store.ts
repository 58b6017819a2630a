import type { InjectionKey } from 'vue'
import type { Clock } from '@/binding/clock'
import type { Question, Result, Stage } from '@/binding/result'
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

type Watch = (stage: Stage) => void

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

  async function run(orderId: OrderId, request: ChangeRequest, work: (watch: Watch) => Promise<Result>): Promise<void> {
    const result = await work((stage) => setTask(orderId, toWorkingTask(stage, clock.now())))
    // Another change of this order is running and keeps its place on the screen.
    if (result.kind === 'impossible' && result.because === 'in-hand') return
    await commit(orderId, result, request)
  }

  async function commit(orderId: OrderId, result: Result, request: ChangeRequest): Promise<void> {
    const owner = ownerShownBy(result)
    if (owner !== undefined) known.setOwnerRefs([[orderId, owner]])
    if (result.kind === 'asked') known.cacheOwners(ownersOf(result.question))
    if (result.kind === 'done') noteChange(result.change, request)
    setTask(orderId, toTask(result, request))
    if (owner) await known.loadOwners([owner])
  }

  function noteChange(change: Change, { isUndo }: ChangeRequest): void {
    changes.value = [...changes.value, change]
    if (change.after && !isUndo) portal.options.rememberOwner(change.after)
  }

  function bind(orderId: OrderId, wanted: OwnerRef | null): Promise<void> {
    return run(orderId, { wanted, isUndo: false }, (watch) => engine.request({ orderId, to: wanted }, watch))
  }

  async function confirm(orderId: OrderId): Promise<void> {
    const task = taskOf(orderId)
    if (task.kind !== 'asking') return
    const { question } = task
    const wanted = question.after && refOf(question.after)
    await run(orderId, { wanted, isUndo: false }, (watch) => engine.confirm(question, watch))
  }

  function undo(change: Change): Promise<void> {
    return run(change.orderId, { wanted: change.before, isUndo: true }, (watch) => engine.undo(change, watch))
  }

  /** Reads once more what became of a write that was not settled. */
  async function checkAgain(orderId: OrderId): Promise<void> {
    const task = taskOf(orderId)
    if (task.kind !== 'unknown') return
    setTask(orderId, { kind: 'reading' })
    await commit(orderId, await engine.checkAgain(task), { wanted: task.change.after, isUndo: task.isUndo })
  }

  return { ...known, ...orderTasks, changes, bind, confirm, undo, checkAgain }
})

function ownersOf({ before, after }: Question): OwnerState[] {
  return [before, after].filter((state) => state !== null && state.kind !== 'unread')
}
