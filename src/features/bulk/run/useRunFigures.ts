import type { RunningState } from '@/features/bulk/store/bulk-state'
import { computed } from 'vue'
import { countRun } from '@/domain/run'

/** How far a run has come: figures that add up to its rows. */
export function useRunFigures(shown: () => RunningState) {
  return computed(() => {
    const { states } = shown().sheet
    const { left, failed } = countRun(states)
    const total = states.length
    const done = total - left - failed
    return { done, left, notDone: failed, ended: total - left, total }
  })
}
