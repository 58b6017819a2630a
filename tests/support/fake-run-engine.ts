import type { LiveRun, OnRunEvent, RunActivity, RunEvent, RunResult } from '@/binding/runs/live-run'
import type { RunEngine } from '@/binding/runs/run'
import type { PlanLine, PlanRow } from '@/domain/plan'
import type { RowState, RunRow, StoredRun } from '@/domain/run'
import { toRunRows } from '@/domain/plan'

/** A run whose course the test tells. */
interface ToldRun {
  rows: readonly RunRow[]
  undoes: string | undefined
  /** What the screens asked of it, in order. */
  asked: string[]
  /** Gives rows new states, by their places. */
  set(states: Readonly<Record<number, RowState>>): void
  does(activity: RunActivity): void
  tells(event: RunEvent): void
  ends(result: RunResult): Promise<void>
}

interface ToldEngine extends RunEngine {
  /** The plans that were asked for. */
  planned: (readonly PlanLine[])[]
  runs: ToldRun[]
}

interface Told {
  /** The rows of each plan, the last ones again and again. */
  plans: readonly (readonly PlanRow[])[]
  undone?: StoredRun
  readAt?: () => number
}

function tellRun(rows: readonly RunRow[], start: readonly RowState[], onEvent: OnRunEvent) {
  const states = [...start]
  const asked: string[] = []
  let [activity, version]: [RunActivity, number] = [{ kind: 'writing' }, 0]
  let end: (result: RunResult) => void = () => undefined
  const ended = new Promise<RunResult>((resolve) => (end = resolve))
  const live: LiveRun = {
    id: 'runrunrunrun0001',
    rows,
    states,
    get version() {
      return version
    },
    get activity() {
      return activity
    },
    pause: () => void asked.push('pause'),
    resume: () => void asked.push('resume'),
    stop: () => void asked.push('stop'),
    ended,
  }
  const told: Omit<ToldRun, 'undoes'> = {
    ...{ rows, asked, tells: onEvent },
    set(changes) {
      for (const [place, state] of Object.entries(changes)) states[Number(place)] = state
      version += 1
      onEvent({ kind: 'rows', rows: Object.keys(changes).map(Number) })
    },
    does(next) {
      activity = next
      onEvent({ kind: 'activity', activity })
    },
    async ends(result) {
      told.does({ kind: 'ended', result })
      end(result)
      await ended
    },
  }
  return { live, told }
}

/** An engine of runs that does what the test says, and nothing by itself. */
export function toldEngine({ plans, undone, readAt = () => 0 }: Told): ToldEngine {
  const left = [...plans]
  const nextPlan = () => ({ rows: (left.length > 1 ? left.shift() : left[0]) ?? [], readAt: readAt() })
  const planned: (readonly PlanLine[])[] = []
  const runs: ToldRun[] = []
  return {
    ...{ planned, runs },
    async plan(lines) {
      planned.push(lines)
      return nextPlan()
    },
    async undoPlan() {
      return undone && { run: undone, plan: nextPlan() }
    },
    start(rows, { undoes, onEvent }) {
      const written = toRunRows(rows)
      const { live, told } = tellRun(
        written,
        written.map(() => ({ kind: 'waiting' })),
        onEvent,
      )
      runs.push({ ...told, undoes })
      return live
    },
    resume({ plan, states }, { onEvent }) {
      const { live, told } = tellRun(plan, states, onEvent)
      runs.push({ ...told, undoes: undefined })
      return live
    },
  }
}
