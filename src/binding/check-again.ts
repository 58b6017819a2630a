import type { LostWrite, Result } from './result'
import type { EngineTools } from './write'
import { rethrowUnlessFailure } from '@/domain/failure'
import { isSameOwner } from '@/domain/owner'
import { notDone } from './not-done'
import { readNow } from './read-now'

/** Reads once more what became of a write that could not be settled; by now the portal is through with it. */
export async function checkAgain({ portal, memory }: EngineTools, lost: LostWrite): Promise<Result> {
  const { change, step, failure } = lost
  try {
    const now = await readNow(portal, change.orderId)
    const isDone = isSameOwner(now, change.after)
    memory.close(change.id, isDone ? 'done' : 'not-done')
    return isDone ? { kind: 'done', change, step } : notDone(failure, now)
  } catch (error) {
    rethrowUnlessFailure(error)
    return lost
  }
}
