import type { RowEnd, RowState, RunRow, StoredRun } from './run'
import type { Shown } from './verdict'
import { isEnded } from './run'
import { toSight } from './verdict'

/**
 * Compares how somebody says that a row ended with what the portal shows, and gives how it ended as far as that can be known: everybody
 * may say so. Where the two differ nothing is written again, as the order may have been changed since.
 */
export function checkTold(told: RowEnd, { expected, after }: RunRow, shown: Shown): RowEnd {
  if (shown === 'order-gone') return { kind: 'order-gone' }
  switch (toSight(shown, { before: expected, after })) {
    case 'after':
      return told.kind === 'done' ? told : { kind: 'unknown' }
    case 'before':
      return told.kind === 'not-done' ? told : { kind: 'unknown' }
    case 'other':
      return { kind: 'overtaken', now: shown ?? null, ours: 'unknown' }
    case 'gone':
    case 'unread':
      return { kind: 'unknown' }
  }
}

/** Takes apart what is known of the rows of a run and what others than its author tell of them, by place: until it is checked they are open. */
export function withoutTold({ states, toldBy }: Pick<StoredRun, 'states' | 'toldBy'>): {
  states: RowState[]
  told: ReadonlyMap<number, RowEnd>
} {
  const told = new Map<number, RowEnd>()
  states.forEach((state, place) => toldBy?.has(place) && isEnded(state) && told.set(place, state))
  return { told, states: states.map((state, place) => (told.has(place) ? { kind: 'open' } : state)) }
}
