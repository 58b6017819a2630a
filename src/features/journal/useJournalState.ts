import type { PortalFailure } from '@/domain/failure'
import type { JournalState } from '@/portal/journal'
import { shallowRef } from 'vue'
import { usePortal } from '@/context'
import { useJournalStateStore } from '@/features/binding-card/store/journal-state-store'
import { useWriteRightStore } from '@/features/binding-card/store/write-right-store'
import { toShownFailure } from '@/ui/shown-failure'

type ShownState = { kind: 'pending' } | { kind: 'failed'; failure: PortalFailure } | JournalState

/** Whether there is a journal to read. Who may change bindings makes it where nobody has; who only reads does not. */
export function useJournalState() {
  const { journal } = usePortal()
  const store = useJournalStateStore()
  const right = useWriteRightStore()
  const state = shallowRef<ShownState>({ kind: 'pending' })

  async function load(): Promise<void> {
    state.value = { kind: 'pending' }
    try {
      await right.ask()
      state.value = await (right.mayTry ? store.load() : journal.readState())
    } catch (error) {
      state.value = { kind: 'failed', failure: toShownFailure(error) }
    }
  }

  void load()
  return { state, load }
}
