import type { Change, Ending } from '@/domain/change'
import type { ChangeNote } from '@/domain/journal'
import type { OwnerRef } from '@/domain/owner'

/** A change that is about to be written. */
export type IntendedChange = Omit<Change, 'id'>

/** A change that may be sent. */
export interface Remembered {
  change: Change
  /** What the request of the write is to write down in the portal; absent where the portal keeps nothing for this app. */
  note?: ChangeNote
}

/** Where changes are remembered before they are written. */
export interface ChangeMemory {
  /** Gives the change its id and what is to be noted of it; the write is sent only after this resolved. @throws PortalFailure */
  intend(change: IntendedChange, undoes?: Change): Promise<Remembered>
  /**
   * Notes how the change ended, and what it really replaced, where it is known. Resolves to whether that is kept; it never throws. The
   * screen waits only where the note alone does not tell.
   */
  close(change: Change, ending: Ending, isReplacedKnown: boolean): Promise<boolean>
  /**
   * Gives the owner that the note of a change says the write found, where the answer that tells it was lost. Nothing where there is no
   * note, or none that tells. Never throws.
   */
  recall(change: Change): Promise<OwnerRef | null | undefined>
}

/** Remembers changes for as long as the page lives. */
export function createPageMemory(): ChangeMemory & { entries(): readonly (Change & { ending?: Ending })[] } {
  const kept = new Map<string, Change & { ending?: Ending }>()
  return {
    async intend(change) {
      const entry = { ...change, id: String(kept.size + 1) }
      kept.set(entry.id, entry)
      return { change: entry }
    },
    async close(change, ending) {
      kept.set(change.id, { ...change, ending })
      return true
    },
    recall: async () => undefined,
    entries: () => [...kept.values()],
  }
}
