import type { PortalFailure } from '@/domain/failure'
import type { OwnerRef } from '@/domain/owner'
import type { Result } from './result'
import { withChanged } from '@/domain/failure'

/**
 * Ends a change that is known not to have been made. The failure may come from a reading, or from a write that was
 * settled since: what it said about the portal's records does not hold any more.
 */
export function notDone(failure: PortalFailure, now?: OwnerRef | null): Result & { kind: 'not-done' } {
  return { kind: 'not-done', failure: withChanged(failure, 'no'), ...(now !== undefined && { now }) }
}
