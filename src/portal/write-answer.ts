import type { PortalFailure } from '@/domain/failure'
import type { ChangeNote } from '@/domain/journal'
import type { OwnerRef } from '@/domain/owner'

/** What the portal answered to a write. Owners are absent where their row of the answer was lost or cannot be read. */
export interface WriteAnswer {
  /** The owner that the portal showed right before the write, in the same request: what the write replaced. */
  before?: OwnerRef | null
  /**
   * `mismatch`: the portal changed nothing, as the binding was not the one to be changed: it is as asked already, or somebody
   * else changed it. A failure says whether the write may have run.
   */
  outcome: 'written' | 'mismatch' | PortalFailure
  /** The owner right after the write. */
  now?: OwnerRef | null
  /** The note of the write is kept in the portal, with the owner that the reading before it showed; absent where none was to be. */
  isNoted?: boolean
}

export interface WriteOptions {
  /**
   * Asked each time the request is about to be put on the wire, a repeat after the renewal of a token included, and may keep it from
   * leaving.
   */
  mayLeave?: (() => boolean) | undefined
  /** Written down in the journal by the same request, before the write: a refused note stops it. */
  note?: ChangeNote | undefined
}
