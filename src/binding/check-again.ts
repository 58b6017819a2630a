import type { OwnerRef } from '@/domain/owner'
import type { LostWrite, Result } from './result'
import type { EngineTools } from './write'
import { asFailure, PortalFailure } from '@/domain/failure'
import { notDone } from './not-done'
import { readNow } from './read-now'
import { settlementBy } from './settle'

/** Reads once more what became of a write that could not be settled; by now the portal is through with it. */
export async function checkAgain({ portal, memory }: EngineTools, lost: LostWrite): Promise<Result> {
  const now = await readNow(portal, lost.change.orderId).catch(asFailure)
  return now instanceof PortalFailure ? lost : endBy(now, lost, memory)
}

function endBy(now: OwnerRef | null, { change, step, failure }: LostWrite, memory: EngineTools['memory']): Result {
  const wish = { orderId: change.orderId, after: change.after }
  const settled = settlementBy(now, { wish, before: change.before })
  switch (settled.kind) {
    case 'done':
      memory.close(change, 'done')
      return { kind: 'done', change, step, replaced: 'unread' }
    case 'overtaken':
      memory.close(change, 'unknown')
      return { ...settled, ours: 'unknown' }
    default:
      memory.close(change, 'not-done')
      return notDone(failure, now)
  }
}
