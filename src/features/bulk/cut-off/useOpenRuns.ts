import type { OpenRun } from './open-runs'
import { computed, onScopeDispose, shallowRef } from 'vue'
import { usePortal } from '@/context'
import { rethrowUnlessFailure } from '@/domain/failure'
import { useJournalStateStore } from '@/features/binding-card/store/journal-state-store'
import { useBulkStore } from '@/features/bulk/store/bulk-store'
import { readOpenRuns } from './open-runs'

/** Whoever sees that a run is going on wants to know when it is not any more: milliseconds. */
const AGAIN = 70_000

/** The runs of this portal that have not come to an end, as of the opening of the page; those that are going on are looked at again. */
export function useOpenRuns() {
  const portal = usePortal()
  const journal = useJournalStateStore()
  const store = useBulkStore()
  const found = shallowRef<readonly OpenRun[]>([])
  const left = shallowRef<ReadonlySet<string>>(new Set())
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load(): Promise<void> {
    clearTimeout(timer)
    try {
      const { kind } = await journal.load()
      if (kind === 'ready') found.value = await readOpenRuns(portal)
    } catch (error) {
      // It is an offer: the journal shows these runs as well.
      rethrowUnlessFailure(error)
    }
    if (found.value.some(({ isGoing }) => isGoing)) timer = setTimeout(() => void load(), AGAIN)
  }

  /** Does not offer a run any more, until the page is opened anew. */
  function leave(id: string): void {
    left.value = new Set(left.value).add(id)
  }

  void load()
  onScopeDispose(() => clearTimeout(timer))

  const ownId = computed(() => (store.state.kind === 'running' ? store.state.sheet.runId : undefined))
  const offered = computed(() => found.value.filter(({ head: { id } }) => !left.value.has(id) && id !== ownId.value))
  return { offered, leave }
}
