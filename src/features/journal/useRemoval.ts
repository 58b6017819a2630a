import type { PortalFailure } from '@/domain/failure'
import type { Moment } from '@/domain/moment'
import type { Cursor } from '@/domain/page'
import type { RemovalStep } from '@/portal/journal'
import { onScopeDispose, shallowRef } from 'vue'
import { waitByTimer } from '@/binding/clock'
import { usePortal } from '@/context'
import { toShownFailure } from '@/ui/shown-failure'

/** What was done so far; `refusal`: why the portal did not delete some. */
type Removed = Pick<RemovalStep, 'removed' | 'kept'> & { refusal?: PortalFailure | undefined }

type RemovalState =
  | { kind: 'idle' }
  | ({ kind: 'running' | 'stopped' | 'done' } & Removed)
  | ({ kind: 'failed'; failure: PortalFailure } & Removed)

/** Milliseconds between two steps: three requests each, below what the portal lets through. */
const PAUSE = 1_000

/** The removal of entries made before a moment, step by step. What was removed stays so, whenever it is stopped. */
export function useRemoval(until: () => Moment | undefined) {
  const { journal } = usePortal()
  const state = shallowRef<RemovalState>({ kind: 'idle' })
  let cursor: Cursor | undefined

  const isRunning = () => state.value.kind === 'running'

  /** Gives what was done so far; nothing once it is through. */
  async function step(before: Moment, done: Removed): Promise<Removed | undefined> {
    const { removed, kept, failure = done.refusal, next } = await journal.removeOlder(before, cursor)
    const sum = { removed: done.removed + removed, kept: done.kept + kept, refusal: failure }
    cursor = next
    const isOver = next === undefined
    state.value = { kind: isOver ? 'done' : isRunning() ? 'running' : 'stopped', ...sum }
    return isOver ? undefined : sum
  }

  /** Deletes from the beginning, or goes on where it was stopped or failed. */
  async function run(): Promise<void> {
    const before = until()
    if (!before) return
    const { removed, kept, refusal }: Removed = state.value.kind === 'idle' ? { removed: 0, kept: 0 } : state.value
    let done: Removed | undefined = { removed, kept, refusal }
    state.value = { kind: 'running', ...done }
    try {
      while (done && isRunning()) {
        const sum = await step(before, done)
        done = sum
        if (sum && isRunning()) await waitByTimer(PAUSE)
      }
    } catch (error) {
      state.value = { removed: 0, kept: 0, ...done, kind: 'failed', failure: toShownFailure(error) }
    }
  }

  function stop(): void {
    if (state.value.kind === 'running') state.value = { ...state.value, kind: 'stopped' }
  }

  function reset(): void {
    cursor = undefined
    state.value = { kind: 'idle' }
  }

  onScopeDispose(stop)
  return { state, run, stop, reset }
}
