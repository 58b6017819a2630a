import type { ShallowRef } from 'vue'
import type { Clock } from '@/binding/clock'
import type { PlanRow } from '@/domain/plan'
import type { BulkState, PlanState } from './bulk-state'
import { isPlanned } from '@/domain/plan'

interface StepTools {
  state: ShallowRef<BulkState>
  clock: Clock
  reread: (shown: PlanState) => Promise<PlanState | undefined>
  launch: (shown: PlanState, rows: readonly PlanRow[]) => void
}

/** The number of changes above which it has to be confirmed. */
const MANY = 500
/** A plan of so many rows is read again before its start, once it is older than this many milliseconds. */
const FEW = 200
const OLD = 60_000

/** The rows that are written: planned ones, unless their ticks were taken off. */
function tickedRows({ plan, excluded }: PlanState): PlanRow[] {
  return plan.rows.filter(({ kind }, place) => isPlanned(kind) && !excluded.has(place))
}

/** What a person does with a plan, from taking ticks off to its start. */
export function usePlanSteps({ state, clock, reread, launch }: StepTools) {
  function change(changes: Partial<PlanState>): void {
    if (state.value.kind === 'plan') state.value = { ...state.value, ...changes }
  }

  /** Takes the ticks of these rows on or off. */
  function tick(places: readonly number[], isOn: boolean): void {
    if (state.value.kind !== 'plan') return
    const excluded = new Set(state.value.excluded)
    for (const place of places) {
      if (isOn) excluded.delete(place)
      else excluded.add(place)
    }
    change({ excluded, step: 'looking' })
  }

  /** Begins the run: all rows that are ticked, or the first ones. Many have to be confirmed: the second call does. */
  async function start(first = Number.POSITIVE_INFINITY): Promise<void> {
    const shown = state.value
    if (shown.kind !== 'plan' || shown.step === 'rereading') return
    const count = Math.min(first, tickedRows(shown).length)
    if (count > MANY && shown.step !== 'confirming') return change({ step: 'confirming' })
    const isOld = shown.plan.rows.length <= FEW && clock.now() - shown.plan.readAt > OLD
    const ready = isOld ? await reread(shown) : shown
    if (ready && count > 0) launch(ready, tickedRows(ready).slice(0, first))
  }

  return { tick, start, lookAgain: () => change({ step: 'looking' }) }
}
