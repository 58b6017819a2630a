import type { Plan, PlanLine } from '@/domain/plan'
import type { BulkState, PlanSource, ReportState } from './bulk-state'
import { defineStore } from 'pinia'
import { inject, shallowRef, watch } from 'vue'
import { pageClock } from '@/binding/page-clock'
import { usePortal } from '@/context'
import { CLOCK, useBindingStore } from '@/features/binding-card/store/binding-store'
import { useUnloadGuard } from '@/features/binding-card/useUnloadGuard'
import { useBulkDoorStore } from './bulk-door-store'
import { createPlanReader } from './read-plan'
import { useRunEngine } from './run-engine'
import { useBulkPlans } from './useBulkPlans'
import { useBulkRuns } from './useBulkRuns'
import { usePlanSteps } from './usePlanSteps'

/** What stands in the place of the page's list: a plan, a run that goes on even while nobody looks, a report. One at a time. */
export const useBulkStore = defineStore('bulk', () => {
  const portal = usePortal()
  const clock = inject(CLOCK, pageClock)
  const bindings = useBindingStore()
  const door = useBulkDoorStore()
  const engine = useRunEngine(portal, clock)
  const state = shallowRef<BulkState>({ kind: 'none' })
  /** What a plan came from: giving it up leads back there. */
  let back: ReportState | undefined

  const listeners = { noteOwners: bindings.setOwnerRefs, noteGone: bindings.noteGone }
  const { make, reread, abort } = useBulkPlans({ state, read: createPlanReader(engine, portal), onMade: cacheOwners })
  const { launch, pause, resume, stop } = useBulkRuns({ state, engine, clock, listeners })
  const steps = usePlanSteps({ state, clock, reread, launch })

  function cacheOwners({ rows }: Plan): void {
    const named = rows.flatMap(({ before, after }) => [before, after])
    bindings.cacheOwners(named.flatMap((owner) => (owner && owner.kind !== 'unread' ? [owner] : [])))
  }

  /** Shows a plan, unless a run goes on. */
  function open(source: PlanSource): void {
    if (state.value.kind === 'running') return
    if (state.value.kind === 'report') back = state.value
    else if (state.value.kind === 'none') back = undefined
    door.openings += 1
    void make(source)
  }

  /** Closes what is shown. A run stays: it has to be stopped. */
  function close(): void {
    if (state.value.kind === 'running') return
    abort()
    const isReport = state.value.kind === 'report'
    state.value = (!isReport && back) || { kind: 'none' }
    back = undefined
  }

  watch(state, ({ kind }) => (door.isOpen = kind !== 'none'), { flush: 'sync' })
  useUnloadGuard(() => state.value.kind === 'running')

  return {
    ...{ state, close, pause, resume, stop, ...steps },
    openPlan: (lines: readonly PlanLine[], title?: string) => open({ kind: 'wishes', lines, ...(title && { title }) }),
    repeat: (lines: readonly PlanLine[]) => open({ kind: 'repeat', lines }),
    undo: (runId: string) => open({ kind: 'undo', runId }),
    takeOver: (runId: string) => open({ kind: 'resume', runId }),
    /** Reads the plan again, or what could not be read. */
    again: () => void ('source' in state.value && make(state.value.source)),
  }
})
