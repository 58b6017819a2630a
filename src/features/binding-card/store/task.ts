import type { LostWrite, Obstacle, Question, Replaced, Result, Stage } from '@/binding/result'
import type { Step } from '@/domain/binding'
import type { Change } from '@/domain/change'
import type { PortalFailure } from '@/domain/failure'
import type { OwnerRef } from '@/domain/owner'
import { refOf } from '@/domain/owner'

/** What goes on with one order on the screen. */
export type Task =
  | { kind: 'idle' }
  | { kind: 'reading' }
  | { kind: 'asking'; question: Question }
  | { kind: 'writing' }
  /** `until` is when the end is known at the latest, by the computer's date. */
  | { kind: 'checking'; until: Date }
  | { kind: 'done'; change: Change; step: Step; replaced: Replaced; isUndo: boolean }
  | { kind: 'nothing'; now: OwnerRef | null }
  | ({ kind: 'impossible' } & Obstacle)
  | (Result & { kind: 'overtaken' })
  | { kind: 'not-done'; failure: PortalFailure; after: OwnerRef | null }
  | (LostWrite & { isUndo: boolean })

export const IDLE: Task = { kind: 'idle' }

/** What was asked of the engine: the owner after the change, and whether it was to restore the one before. */
export interface ChangeRequest {
  after: OwnerRef | null
  isUndo: boolean
}

export function toTask(result: Result, { after, isUndo }: ChangeRequest): Task {
  switch (result.kind) {
    case 'asked':
      return { kind: 'asking', question: result.question }
    case 'done':
      return { ...result, isUndo }
    case 'not-done':
      return { kind: 'not-done', failure: result.failure, after }
    case 'unknown':
      return { ...result, isUndo }
    case 'nothing':
    case 'impossible':
    case 'overtaken':
      return result
    default:
      return result satisfies never
  }
}

/** `endsAt` in milliseconds since the epoch, for `checking`. */
export function toWorkingTask(stage: Stage, endsAt: number): Task {
  return stage === 'checking' ? { kind: 'checking', until: new Date(endsAt) } : { kind: stage }
}

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
    case 'impossible':
      return result.because === 'changed-since' ? result.now : undefined
    default:
      return undefined
  }
}

export function isWorking(task: Task): boolean {
  return task.kind === 'reading' || task.kind === 'writing' || task.kind === 'checking'
}
