import type { RowEnd, RowState, RunRow } from '@/domain/run'
import type { OnRunEvent, RunActivity, RunEvent } from './live-run'
import { isEnded, nextRowState } from '@/domain/run'

/** What is known of a run in this window, and who is told of it. */
export interface RunBoard {
  readonly rows: readonly RunRow[]
  readonly states: RowState[]
  version: number
  activity: RunActivity
  /** Takes over what the portal keeps: it knows more than what was shown before. */
  load(states: readonly RowState[]): void
  open(places: readonly number[]): void
  end(ends: readonly (readonly [place: number, end: RowEnd])[]): void
  show(activity: RunActivity): void
  tell(event: RunEvent): void
}

/** Makes the board of a run. Its arrays are changed in place: copying 10,000 rows for each of them would take minutes. */
export function createRunBoard(
  { rows, states }: { rows: readonly RunRow[]; states: RowState[] },
  onEvent: OnRunEvent,
): RunBoard {
  /** A mistake of whoever listens must not end a run in the middle of its writes: it is reported like any other. */
  function tell(event: RunEvent): void {
    try {
      onEvent(event)
    } catch (mistake) {
      queueMicrotask(() => {
        throw mistake
      })
    }
  }

  function change(changed: readonly number[]): void {
    if (changed.length === 0) return
    board.version += 1
    tell({ kind: 'rows', rows: changed })
  }

  function follow(place: number, next: RowEnd | { kind: 'open' }): void {
    states[place] = nextRowState(states[place] ?? { kind: 'waiting' }, next)
  }

  const board: RunBoard = {
    rows,
    states,
    version: 0,
    activity: { kind: 'storing' },
    load(known) {
      known.forEach((state, place) => (states[place] = state))
      change([...known.keys()])
    },
    open(places) {
      for (const place of places) follow(place, { kind: 'open' })
      change(places)
    },
    end(ends) {
      for (const [place, end] of ends) follow(place, end)
      change(ends.map(([place]) => place))
    },
    show(activity) {
      board.activity = activity
      tell({ kind: 'activity', activity })
    },
    tell,
  }
  return board
}

/** Gives the places of the rows that have no end. */
export function placesLeft(states: readonly RowState[]): number[] {
  return states.flatMap((state, place) => (isEnded(state) ? [] : [place]))
}
