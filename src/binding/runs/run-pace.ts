import type { RunContext } from './run-context'
import { timeLeft } from './time-left'

/** How many chunks are looked back at. */
const KEPT = 10
/** From which chunk on it is told how long the run takes yet. */
const FIRST_TOLD = 3

/** Looks at how fast a run goes. */
export interface RunPace {
  /** Is told what a chunk took, from its preparation to its end, in milliseconds, and how many rows it had. */
  chunkEnded(took: number, rows: number): void
}

/** Makes the pace of a run, which tells how long it takes yet. */
export function createRunPace({ board, queue, sizer, budget, clock }: RunContext): RunPace {
  let chunks: { took: number; rows: number }[] = []
  let count = 0
  return {
    chunkEnded(took, rows) {
      count += 1
      chunks = [...chunks, { took, rows }].slice(-KEPT)
      if (count < FIRST_TOLD) return
      const next = Math.max(1, Math.min(sizer.size(), budget.most(), Math.max(...chunks.map((chunk) => chunk.rows))))
      const writes = sizer.meanWrite()
      // What a chunk takes beside its writes does not depend on how many they are.
      const rests = chunks.map((chunk) => Math.max(0, chunk.took - chunk.rows * writes))
      const rest = rests.reduce((sum, one) => sum + one, 0) / rests.length
      const chunk = { rows: next, ms: rest + next * writes }
      board.tell({ kind: 'time-left', ms: timeLeft({ rows: queue.size, chunk, methods: budget.look(clock.now()) }) })
    },
  }
}
