import type { Ask } from './ask'
import type { GuardedMoves } from './guarded-moves'
import type { PaceClock } from './paced-transport'
import type { Runs } from './runs'
import type { Transport } from './transport'
import { createAsk } from './ask'
import { batchReads } from './batch-reads'
import { createPacedTransport } from './paced-transport'
import { findOpenRuns } from './run-heads'
import { readItems, readNewest, toWholeRun } from './run-reads'
import { createRunSteps } from './run-steps'
import { storeRun } from './run-store'
import { commitWrites, mostWrites } from './run-writes'
import { createReadShown } from './shown-orders'
import { createStepWatch } from './step-watch'

/** What runs are made of. */
export interface RunParts {
  transport: Pick<Transport, 'call' | 'batch'>
  clock?: PaceClock | undefined
  guardedMoves: GuardedMoves
  /** For what screens show: it travels with what else they ask for, and keeps no pace. */
  ask: Ask
}

/** Makes runs in the journal's storage. Whatever belongs to a run keeps its pace. @see api-reference/entity/index.md */
export function createRuns({ transport, clock, guardedMoves, ask }: RunParts): Runs {
  const paced = createPacedTransport(transport, clock)
  const askPaced = createAsk(batchReads(paced))
  const askUnbatched = createAsk((command) => paced.call(command))
  const watch = createStepWatch()
  /** Runs of which a part may be stored already. */
  const tried = new Set<string>()
  return {
    ...createRunSteps({ transport: paced, askUnbatched, guardedMoves, watch }),
    store(run) {
      const isAgain = tried.has(run.id)
      tried.add(run.id)
      return storeRun(paced, askPaced, { ...run, isAgain })
    },
    mostWrites: async (groupSize) => mostWrites(groupSize, guardedMoves.isWanted()),
    commit: (writes, options) => commitWrites(paced, writes, { ...options, isGuarded: guardedMoves.isProven() }),
    readShown: createReadShown(askPaced),
    findOpen: () => findOpenRuns(ask),
    async read(id) {
      const items = await readItems(askPaced, id)
      watch.noteReading(id, items)
      return toWholeRun(id, items)
    },
    readNewest: (id, except) => readNewest(askPaced, id, except),
  }
}
