import type { PortalFailure } from '@/domain/failure'
import { shallowRef } from 'vue'
import { usePortal } from '@/context'
import { toShownFailure } from '@/ui/shown-failure'

/** What is being done with the facts; `kept` where the portal keeps them from now on. */
type FactsState =
  | { kind: 'idle' }
  | { kind: 'collecting' }
  | { kind: 'kept' }
  | { kind: 'not-collected'; failure: PortalFailure }
  | { kind: 'not-kept'; failure: PortalFailure }

/** The facts of this portal, and the finding out of them by hand. */
export function usePortalFacts() {
  const portal = usePortal()
  const facts = shallowRef(portal.facts.read())
  const state = shallowRef<FactsState>({ kind: 'idle' })

  async function collect(): Promise<void> {
    if (state.value.kind === 'collecting') return
    state.value = { kind: 'collecting' }
    try {
      facts.value = await portal.facts.collect()
      state.value = await keep()
    } catch (error) {
      state.value = { kind: 'not-collected', failure: toShownFailure(error) }
    }
  }

  /** What was found out is shown, whether or not the portal keeps it. */
  async function keep(): Promise<FactsState> {
    try {
      await portal.facts.keep()
      return { kind: 'kept' }
    } catch (error) {
      return { kind: 'not-kept', failure: toShownFailure(error) }
    }
  }

  return { facts, state, collect }
}
