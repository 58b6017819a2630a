import type { ShallowRef } from 'vue'
import type { Clock } from '@/binding/clock'
import type { LiveRun } from '@/binding/runs/live-run'
import type { RunEngine } from '@/binding/runs/run'
import type { PlanRow } from '@/domain/plan'
import type { BulkState, PlanState, RunSheet } from './bulk-state'
import type { RunListeners } from './useRunningState'
import { noteRows, useRunningState } from './useRunningState'

interface RunTools {
  state: ShallowRef<BulkState>
  engine: RunEngine
  clock: Clock
  listeners: RunListeners
}

/** Carries plans out, one run at a time, and shows how it goes on. */
export function useBulkRuns({ state, engine, clock, listeners }: RunTools) {
  const { running, change, take, forgetGuess } = useRunningState(state, listeners)

  function begin({ source }: PlanState, rows: readonly PlanRow[]): LiveRun {
    if (source.kind === 'resume' && source.run) return engine.resume(source.run, { onEvent: take })
    return engine.start(rows, { onEvent: take, ...(source.kind === 'undo' && { undoes: source.runId }) })
  }

  async function report(live: LiveRun, sheet: RunSheet): Promise<void> {
    const result = await live.ended
    noteRows(live, [...live.rows.keys()], listeners)
    if (running()?.live === live) state.value = { kind: 'report', sheet, result, took: clock.now() - sheet.startedAt }
  }

  /** Begins a run of these rows of the plan. */
  function launch(shown: PlanState, rows: readonly PlanRow[]): void {
    const startedAt = clock.now()
    forgetGuess()
    const live = begin(shown, rows)
    const { source, plan, excluded } = shown
    const about = { source, planned: plan.rows, excluded }
    const sheet = { ...about, runId: live.id, rows: live.rows, states: live.states, startedAt }
    const begun = live.states.flatMap(({ kind }, place) => (kind === 'open' ? [place] : []))
    state.value = { kind: 'running', sheet, live, begun }
    void report(live, sheet)
  }

  function pause(): void {
    running()?.live.pause()
    change({ asked: 'pause' })
  }

  function resume(): void {
    running()?.live.resume()
    change({ asked: undefined })
  }

  function stop(): void {
    running()?.live.stop()
    change({ asked: 'stop' })
  }

  return { launch, pause, resume, stop }
}
