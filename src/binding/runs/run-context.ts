import type { RowState, RunRow } from '@/domain/run'
import type { ChunkSizer } from './chunk-size'
import type { OnRunEvent, RunResult, RunTools } from './live-run'
import type { OperatingBudget } from './operating-budget'
import type { RunBoard } from './run-board'
import type { RunControls } from './run-controls'
import type { RunQueue } from './run-queue'
import type { RunSteps } from './run-steps'
import { newId } from '@/binding/new-id'
import { createChunkSizer } from './chunk-size'
import { createOperatingBudget } from './operating-budget'
import { createRunBoard, placesLeft } from './run-board'
import { createRunControls } from './run-controls'
import { createRunQueue } from './run-queue'
import { createRunSteps } from './run-steps'

/** One run in this window, with all that belongs to it. */
export interface RunContext extends RunTools {
  id: string
  /** Which window this is: whoever goes on with a run is another one. */
  engine: string
  board: RunBoard
  controls: RunControls
  queue: RunQueue
  steps: RunSteps
  sizer: ChunkSizer
  budget: OperatingBudget
  /** How many requests in a row failed. */
  failures: number
}

/** Ends a run in this window from wherever it is. */
export class RunEnd extends Error {
  override readonly name = 'RunEnd'
  constructor(readonly result: RunResult) {
    super(result.kind)
  }
}

interface RunBasis {
  id: string
  rows: readonly RunRow[]
  states: RowState[]
  onEvent: OnRunEvent
}

/** Puts a run of this window together. */
export function createRunContext(tools: RunTools, { id, rows, states, onEvent }: RunBasis): RunContext {
  const engine = newId()
  return {
    ...tools,
    id,
    engine,
    board: createRunBoard({ rows, states }, onEvent),
    controls: createRunControls(tools.clock),
    queue: createRunQueue(placesLeft(states)),
    steps: createRunSteps(tools, { runId: id, engine }),
    sizer: createChunkSizer(),
    budget: createOperatingBudget(),
    failures: 0,
  }
}
