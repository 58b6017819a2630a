import type { Clock } from '@/binding/clock'
import type { OrderId } from '@/domain/id'
import type { RowEnd, RunEnding, RunStep } from '@/domain/run'
import type { Prepared, Runs } from '@/portal/runs'

/** What this window writes down of a run, so that anybody else could go on with it. */
export interface RunSteps {
  /** Whether there is more to tell than one step can. */
  readonly hasMore: boolean
  /** When the last step that was stored was asked for, in milliseconds of the engine's clock. */
  storedAt: number
  /** Notes how rows ended; the next step says so. */
  note(ends: readonly (readonly [place: number, end: RowEnd])[]): void
  /** Stores a step that opens these rows, or none, and reads whom these orders belong to. @throws as `runs.prepare` */
  store(opens: readonly number[], orders: readonly OrderId[]): Promise<Prepared>
  /** Stores the end. @throws as `runs.addEnd` */
  storeEnd(ending: RunEnding): Promise<void>
}

/** How many ends a step tells: so its text stays below 3.5 kB. */
const MOST_ENDS = 200

/** Makes the steps of one engine. Every request gets a number of its own: what is stored twice by a lost answer says the same. */
export function createRunSteps(
  { runs, clock }: { runs: Runs; clock: Clock },
  { runId, engine }: Pick<RunStep, 'runId' | 'engine'>,
): RunSteps {
  const ends = new Map<number, RowEnd>()
  let seq = 0

  function nextStep(opens: readonly number[]): RunStep {
    return { runId, engine, seq: seq++, opens, ends: [...ends].slice(0, MOST_ENDS) }
  }

  function forget(step: RunStep): void {
    for (const [place, end] of step.ends) if (ends.get(place) === end) ends.delete(place)
  }

  const steps: RunSteps = {
    get hasMore() {
      return ends.size > MOST_ENDS
    },
    storedAt: clock.now(),
    note: (ended) => ended.forEach(([place, end]) => ends.set(place, end)),
    async store(opens, orders) {
      const askedAt = clock.now()
      const step = nextStep(opens)
      const prepared = await runs.prepare(step, orders)
      steps.storedAt = askedAt
      forget(step)
      return prepared
    },
    async storeEnd(ending) {
      const step = nextStep([])
      await runs.addEnd(step, ending)
      forget(step)
    },
  }
  return steps
}
