import type { RunStep } from '@/domain/run'
import type { JournalItem } from './journal-items'
import { PortalFailure } from '@/domain/failure'
import { UNKNOWN_ENGINE } from './run-items'
import { stepsAmong } from './run-reads'
import { readStep, toStepBody } from './run-text'

/** What one engine of this window knows of a run's steps. */
interface KnownSteps {
  /** The newest item that a reading has shown: what is above is news. */
  seen: number
  /** Engines that had stored steps before this one came. */
  engines: ReadonlySet<string>
  /** Its last step that the portal has confirmed, to be found by the next reading. */
  own?: { itemId: number; body: string } | undefined
  /** An engine that has come since. */
  other?: string | undefined
}

type EngineStep = Pick<RunStep, 'runId' | 'engine'>

/** Keeps what this window has seen of the steps of runs. */
export interface StepWatch {
  /** Gives the item above which an engine has seen nothing yet. */
  seenBy(step: EngineStep): number
  /**
   * Takes in the steps from there on, and gives an engine that has come since.
   * @throws not-noted where the last confirmed step of this engine is not among them, just as it was written
   */
  learn(step: EngineStep, items: readonly JournalItem[]): string | undefined
  /** Expects a step to be kept as this item. */
  expect(step: RunStep, itemId: number): void
  /** Remembers whose steps stood under a run when it was read. */
  noteReading(runId: string, items: readonly JournalItem[]): void
}

const engineOf = ({ PROPERTY_VALUES }: JournalItem) => readStep(PROPERTY_VALUES.BODY ?? '')?.engine ?? UNKNOWN_ENGINE
const newestIn = (steps: readonly JournalItem[]) => Math.max(0, ...steps.map(({ ID }) => ID))

/** Makes a watch that has seen nothing. */
export function createStepWatch(): StepWatch {
  /** By run, as it was read last. */
  const readings = new Map<string, KnownSteps>()
  /** By run and engine, from its first step on: what is read later for other ends does not count. */
  const known = new Map<string, KnownSteps>()

  function knownTo({ runId, engine }: EngineStep): KnownSteps {
    const key = `${runId} ${engine}`
    const knowledge = known.get(key) ?? { seen: 0, engines: new Set(), ...readings.get(runId) }
    known.set(key, knowledge)
    return knowledge
  }

  return {
    seenBy: (step) => knownTo(step).seen,
    learn(step, items) {
      const knowledge = knownTo(step)
      const steps = stepsAmong(items, step.runId).toSorted((one, other) => other.ID - one.ID)
      const { own } = knowledge
      knowledge.seen = Math.max(knowledge.seen, newestIn(steps))
      knowledge.own = undefined
      // Kept, as whoever asks may not hear of it: the rest of the answer may be lost.
      knowledge.other ??= steps.map(engineOf).find((one) => one !== step.engine && !knowledge.engines.has(one))
      const isKept = steps.some(({ ID, PROPERTY_VALUES }) => ID === own?.itemId && PROPERTY_VALUES.BODY === own.body)
      if (own && !isKept) throw new PortalFailure({ kind: 'not-noted', changed: 'no', code: 'run.step' })
      return knowledge.other
    },
    expect(step, itemId) {
      knownTo(step).own = { itemId, body: toStepBody(step) }
    },
    noteReading(runId, items) {
      const steps = stepsAmong(items, runId)
      readings.set(runId, { seen: newestIn(steps), engines: new Set(steps.map(engineOf)) })
    },
  }
}
