import type { Result, ResultOf, Stage } from '@/binding/result'
import type { OwnerRef } from '@/domain/owner'
import { refOf } from '@/domain/owner'

/** What goes on with one order on the screen: what the engine is doing for it, or how that ended. */
export type Task = { kind: 'idle' } | Stage | Result
/** A task that is over: no question. */
export type Ended = Exclude<Result, ResultOf<'asked'>>

export const IDLE: Task = { kind: 'idle' }

/** The owner that a result shows for certain; nothing where it tells none. */
export function ownerShownBy(result: Result): OwnerRef | null | undefined {
  switch (result.kind) {
    case 'done':
      return result.change.after
    case 'asked':
      return result.question.before && refOf(result.question.before)
    case 'nothing':
    case 'overtaken':
    case 'not-done':
      return result.now
    case 'order-gone':
      return null
    default:
      return undefined
  }
}

export function isWorking(task: Task): task is Stage {
  return task.kind === 'reading' || task.kind === 'writing' || task.kind === 'checking'
}

/** A write is on its way, or what became of it is not known. */
export function isUnsettled(task: Task): boolean {
  return task.kind === 'writing' || task.kind === 'checking' || task.kind === 'unknown'
}

/** What was asked for has come to an end that a person has to be told; a question is none. */
export function hasEnded(task: Task): task is Ended {
  return task.kind !== 'idle' && task.kind !== 'asked' && !isWorking(task)
}

/** It stands under the order's row: a question, or work that is under way. Ends are told in the tray. */
export function isInRow(task: Task): boolean {
  return task.kind === 'asked' || isWorking(task)
}
