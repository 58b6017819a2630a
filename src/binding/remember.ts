import type { Change } from '@/domain/change'

/** A change that is about to be written. */
export type IntendedChange = Omit<Change, 'id'>

export type Ending = 'done' | 'not-done' | 'unknown'

/** Where changes are remembered before they are written. */
export interface ChangeMemory {
  /** Stores the change as intended and gives it its id; the write is sent only after this resolved. */
  intend(change: IntendedChange): Promise<Change>
  /** Notes how the change ended, and what it really replaced. The screen does not wait for it, and it never throws. */
  close(change: Change, ending: Ending): void
}

/** Remembers changes for as long as the page lives. */
export function createPageMemory(): ChangeMemory & { entries(): readonly (Change & { ending?: Ending })[] } {
  const kept = new Map<string, Change & { ending?: Ending }>()
  return {
    async intend(change) {
      const entry = { ...change, id: String(kept.size + 1) }
      kept.set(entry.id, entry)
      return entry
    },
    close(change, ending) {
      kept.set(change.id, { ...change, ending })
    },
    entries: () => [...kept.values()],
  }
}
