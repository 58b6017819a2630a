import type { RunParts } from './create-runs'
import type { GuardedMoves } from './guarded-moves'
import type { Runs } from './runs'
import { latePart } from '@/domain/late-code'

interface LateRunParts extends Omit<RunParts, 'guardedMoves'> {
  loadGuardedMoves(): Promise<GuardedMoves>
}

/** Makes runs whose code comes when the first of it is needed: most people never start one. */
export function createLateRuns({ loadGuardedMoves, ...parts }: LateRunParts): Runs {
  const load = latePart(async () => {
    const [{ createRuns }, guardedMoves] = await Promise.all([import('./create-runs'), loadGuardedMoves()])
    return createRuns({ ...parts, guardedMoves })
  })
  return {
    store: async (run) => (await load()).store(run),
    prepare: async (step, orders) => (await load()).prepare(step, orders),
    mostWrites: async (groupSize) => (await load()).mostWrites(groupSize),
    commit: async (writes, options) => (await load()).commit(writes, options),
    addEnd: async (step, ending) => (await load()).addEnd(step, ending),
    readShown: async (ids) => (await load()).readShown(ids),
    findOpen: async () => (await load()).findOpen(),
    read: async (id) => (await load()).read(id),
    readNewest: async (id, except) => (await load()).readNewest(id, except),
  }
}
