import type { ShallowRef } from 'vue'
import type { LiveRun, RunEvent } from '@/binding/runs/live-run'
import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { RowState, RunRow } from '@/domain/run'
import type { BulkState, RunningState } from './bulk-state'

/** Two guesses in a row that differ by less than this share are steady. */
const STEADY = 0.3

/** Are told what a run has found out, or brought about. */
export interface RunListeners {
  noteOwners: (rows: (readonly [OrderId, OwnerRef | null])[]) => void
  noteGone: (orderId: OrderId) => void
}

/** The owner that a row has for certain; nothing where its state tells none. */
function ownerBy({ after }: RunRow, state: RowState | undefined): OwnerRef | null | undefined {
  if (state?.kind === 'done' || state?.kind === 'already-so') return after
  return state?.kind === 'left-alone' || state?.kind === 'overtaken' ? state.now : undefined
}

/** Tells the page what became of these rows of a run. */
export function noteRows({ rows, states }: LiveRun, places: readonly number[], tell: RunListeners): void {
  const known = places.flatMap((place) => {
    const row = rows[place]
    const owner = row && ownerBy(row, states[place])
    if (row && states[place]?.kind === 'order-gone') tell.noteGone(row.orderId)
    return row && owner !== undefined ? [[row.orderId, owner] as const] : []
  })
  if (known.length > 0) tell.noteOwners(known)
}

/** What is shown of a run that goes on, changed by what it tells. */
export function useRunningState(state: ShallowRef<BulkState>, listeners: RunListeners) {
  /** The last guess of the time that is left, steady or not. */
  let guess: number | undefined

  const running = (): RunningState | undefined => (state.value.kind === 'running' ? state.value : undefined)

  function change(changes: Partial<RunningState>): void {
    const now = running()
    if (now) state.value = { ...now, ...changes }
  }

  function takeRows({ live, begun }: RunningState, places: readonly number[]): void {
    const known = new Set(begun)
    noteRows(live, places, listeners)
    change({ begun: [...begun, ...places.filter((place) => !known.has(place))] })
  }

  function takeTimeLeft({ timeLeft }: RunningState, ms: number): void {
    const isSteady = guess !== undefined && Math.abs(ms - guess) <= STEADY * guess
    guess = ms
    if (isSteady || timeLeft !== undefined) change({ timeLeft: ms })
  }

  function take(event: RunEvent): void {
    const now = running()
    if (!now) return
    if (event.kind === 'rows') takeRows(now, event.rows)
    else if (event.kind === 'time-left') takeTimeLeft(now, event.ms)
    // What a run does is part of it: whoever shows it looks again.
    else change({ asked: now.asked === 'pause' && event.activity.kind === 'paused' ? undefined : now.asked })
  }

  return { running, change, take, forgetGuess: () => void (guess = undefined) }
}
