import type { OnStage, Result, ResultOf } from './result'
import type { EngineTools } from './write'
import { asFailure, PortalFailure } from '@/domain/failure'
import { toSight, verdictOn } from '@/domain/verdict'
import { toEnding, toResult } from './end'
import { readNow } from './read-now'
import { LAST_READING, READING_LIMIT } from './settle'

/** Reads once more what became of a write that could not be settled. */
export async function checkAgain(
  { portal, memory, clock }: EngineTools,
  lost: ResultOf<'unknown'>,
  onStage?: OnStage,
): Promise<Result> {
  onStage?.({ kind: 'checking', since: clock.now() })
  const shown = await clock.within(READING_LIMIT, readNow(portal, lost.wish.orderId).catch(asFailure))
  if (shown === undefined || shown instanceof PortalFailure) return lost
  // A mistake of ours may have ended the change while the portal was still at work.
  const isThrough = clock.now() - lost.sentAt >= LAST_READING
  const verdict = verdictOn(isThrough ? 'lost-for-good' : 'lost', toSight(shown, lost.change))
  void memory.close(lost.change, toEnding(verdict), lost.replaced !== 'unread')
  return toResult(verdict, { ...lost, shown })
}
