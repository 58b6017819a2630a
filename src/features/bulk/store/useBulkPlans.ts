import type { ShallowRef } from 'vue'
import type { PlanOptions } from '@/binding/runs/make-plan'
import type { Plan } from '@/domain/plan'
import type { BulkState, PlanSource, PlanState } from './bulk-state'
import type { createPlanReader, MadePlan } from './read-plan'
import { toShownFailure } from '@/ui/shown-failure'
import { isSamePlan } from './read-plan'

interface PlanTools {
  state: ShallowRef<BulkState>
  read: ReturnType<typeof createPlanReader>
  /** Is told of each plan that was made. */
  onMade: (plan: Plan) => void
}

const toState = (made: MadePlan, isRenewed: boolean): PlanState => ({
  kind: 'plan',
  ...made,
  isRenewed,
  excluded: new Set(),
  step: 'looking',
})

/** Makes plans, one at a time; whoever asks for another one, or gives up, aborts it. */
export function useBulkPlans({ state, read, onMade }: PlanTools) {
  let aborting = new AbortController()

  function abort(): AbortSignal {
    aborting.abort()
    aborting = new AbortController()
    return aborting.signal
  }

  /** Gives the plan unless it was aborted, or failed, which is shown. */
  async function attempt(source: PlanSource, onProgress?: PlanOptions['onProgress']): Promise<MadePlan | undefined> {
    const signal = abort()
    try {
      const made = await read(source, { signal, ...(onProgress && { onProgress }) })
      if (signal.aborted || !made) return undefined
      onMade(made.plan)
      return made
    } catch (error) {
      if (!signal.aborted) state.value = { kind: 'not-made', source, failure: toShownFailure(error) }
      return undefined
    }
  }

  /** Shows a new plan. */
  async function make(source: PlanSource): Promise<void> {
    state.value = { kind: 'making', source, read: 0, total: 0 }
    const made = await attempt(source, (progress) => {
      if (state.value.kind === 'making') state.value = { kind: 'making', source, ...progress }
    })
    if (made) state.value = toState(made, false)
  }

  /** Reads a plan again that is to be started: gives it where it is the same still, else shows what it is now. */
  async function reread(shown: PlanState): Promise<PlanState | undefined> {
    state.value = { ...shown, step: 'rereading' }
    const made = await attempt(shown.source)
    if (!made) return undefined
    if (isSamePlan(shown.plan, made.plan)) return { ...shown, ...made }
    state.value = toState(made, true)
    return undefined
  }

  return { make, reread, abort }
}
