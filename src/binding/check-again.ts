import type { Result, ResultOf } from './result'
import type { EngineTools } from './write'
import { asFailure, PortalFailure } from '@/domain/failure'
import { toSight, verdictOn } from '@/domain/verdict'
import { toEnding, toResult } from './end'
import { readNow } from './read-now'

/** Reads once more what became of a write that could not be settled; by now the portal is through with it. */
export async function checkAgain({ portal, memory }: EngineTools, lost: ResultOf<'unknown'>): Promise<Result> {
  const shown = await readNow(portal, lost.wish.orderId).catch(asFailure)
  if (shown instanceof PortalFailure) return lost
  const verdict = verdictOn('lost-for-good', toSight(shown, lost.change))
  memory.close(lost.change, toEnding(verdict))
  return toResult(verdict, { ...lost, shown })
}
