import type { Journal, JournalState } from '@/portal/journal'
import type { ChangeMemory } from './remember'
import { rethrowUnlessFailure } from '@/domain/failure'
import { newId } from './new-id'

/**
 * Remembers changes in the portal's journal. `readState` tells whether there is one: where there is not, the person was told that
 * changes are remembered in this window only, and they go without a note.
 */
export function createJournalMemory(journal: Journal, readState: () => Promise<JournalState>): ChangeMemory {
  /** Changes whose note travels with their write. */
  const noted = new Set<string>()
  return {
    async intend(intended, undoes) {
      const change = { ...intended, id: newId() }
      const { kind } = await readState()
      if (kind !== 'ready') return { change }
      noted.add(change.id)
      const { id, orderId, before, after } = change
      return { change, note: { id, orderId, expected: before, after, ...(undoes && { undoes: undoes.id }) } }
    },
    async close({ id, orderId, before, after }, ending, isReplacedKnown) {
      if (!noted.has(id)) return true
      try {
        await journal.addOutcome({ id, orderId, ending, after, ...(isReplacedKnown && { before }) })
        return true
      } catch (error) {
        rethrowUnlessFailure(error)
        return false
      }
    },
    async recall({ id }) {
      if (!noted.has(id)) return undefined
      try {
        return await journal.readReplaced(id)
      } catch (error) {
        rethrowUnlessFailure(error)
        return undefined
      }
    },
  }
}
