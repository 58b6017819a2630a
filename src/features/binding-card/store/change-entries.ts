import type { Step } from '@/domain/binding'
import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { Ended, Task } from './task'
import { stepFor } from '@/domain/binding'
import { hasEnded, isUnsettled, isWorking } from './task'

/** It is not known yet how the change ends. */
export function isPending(state: EntryState): boolean {
  return isWorking(state) || isUnsettled(state)
}

/** One change that this page was asked for, from the asking to its end, its undoing included. */
export interface ChangeEntry {
  /** Later entries have greater ones. */
  id: number
  orderId: OrderId
  /** The owner before the change; nothing where it is not known yet. */
  from: OwnerRef | null | undefined
  to: OwnerRef | null
  state: EntryState
  /** The end that was told last, while the change is tried again, taken back or checked. */
  told?: Ended
}

export type EntryState = Exclude<Task, { kind: 'idle' }>

/** What the change does or did. */
export function kindOf({ from, to }: Pick<ChangeEntry, 'from' | 'to'>): Exclude<Step, 'nothing'> {
  const step = stepFor(from ?? null, to)
  return step === 'nothing' ? 'bind' : step
}

/** Gives the entry in a new state, with the owner that the change really replaced. */
function inState(entry: ChangeEntry, state: EntryState): ChangeEntry {
  if (!hasEnded(state)) return { ...entry, state }
  const from = state.kind === 'done' && !state.wish.undoes ? state.change.before : entry.from
  return { ...entry, from, state, told: state }
}

/** Gives the entries with one of them in a new state. */
export function withState(entries: readonly ChangeEntry[], id: number, state: EntryState): readonly ChangeEntry[] {
  const changed = entries.map((entry) => (entry.id === id ? inState(entry, state) : entry))
  const now = changed.find((entry) => entry.id === id)
  return now && hasEnded(now.state) ? changed.filter((entry) => !isOvertaken(entry, now)) : changed
}

/** An end that changed nothing is no news any more once a later change of the same order has ended. */
function isOvertaken({ id, orderId, state }: ChangeEntry, later: ChangeEntry): boolean {
  if (orderId !== later.orderId || id >= later.id || !hasEnded(state) || state.kind === 'done') return false
  return state.kind !== 'unknown' || later.state.kind === 'done'
}

/** Takes a question back; a change that had ended before it was tried again is as it was then. */
export function withoutQuestion(entries: readonly ChangeEntry[], orderId: OrderId): readonly ChangeEntry[] {
  return entries.flatMap((entry) => {
    if (entry.orderId !== orderId || entry.state.kind !== 'asked') return [entry]
    return entry.told ? [{ ...entry, state: entry.told }] : []
  })
}

/** What goes on with each order: what is under way or asked comes before the end of its newest change. */
export function tasksOf(entries: readonly ChangeEntry[]): ReadonlyMap<OrderId, Task> {
  const isOpen = ({ state }: ChangeEntry) => isWorking(state) || state.kind === 'asked'
  const byUrgency = [...entries.filter((entry) => !isOpen(entry)), ...entries.filter(isOpen)]
  return new Map(byUrgency.map(({ orderId, state }) => [orderId, state]))
}

/** Whether taking this change back can do what a person expects: no later change of the order stands. */
export function canUndo(entries: readonly ChangeEntry[], { id, orderId, state }: ChangeEntry): boolean {
  if (state.kind !== 'done' || (state.wish.undoes && state.replaced !== 'unseen')) return false
  const later = entries.filter((entry) => entry.orderId === orderId && entry.id > id)
  return later.every(({ state: end }) => !isPending(end) && (end.kind !== 'done' || end.wish.undoes !== undefined))
}
