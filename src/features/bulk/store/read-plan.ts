import type { PlanOptions } from '@/binding/runs/make-plan'
import type { RunEngine } from '@/binding/runs/run'
import type { Plan } from '@/domain/plan'
import type { Portal } from '@/portal/portal'
import type { PlanSource } from './bulk-state'
import { PortalFailure } from '@/domain/failure'
import { ownerKey, refOf } from '@/domain/owner'
import { resumeLines } from './resume-lines'

/** A plan, and what it was made of as far as that is known by then. */
export interface MadePlan {
  source: PlanSource
  plan: Plan
}

/** A run of another version, or one that is not there any more. */
const unreadableRun = (): PortalFailure => new PortalFailure({ kind: 'unreadable', changed: 'no', code: 'run' })

/** Makes a function that reads plans; it gives nothing where it was aborted. */
export function createPlanReader(engine: RunEngine, portal: Portal) {
  async function readUndo(runId: string, options: PlanOptions): Promise<MadePlan | undefined> {
    const undo = await engine.undoPlan(runId, options)
    if (!undo && !options.signal?.aborted) throw unreadableRun()
    return undo && { source: { kind: 'undo', runId, run: undo.run }, plan: undo.plan }
  }

  async function readResume(runId: string, options: PlanOptions): Promise<MadePlan | undefined> {
    const run = await portal.runs.read(runId)
    if (!run) throw unreadableRun()
    const plan = await engine.plan(resumeLines(run), { ...options, isUndo: run.undoes !== undefined })
    return plan && { source: { kind: 'resume', runId, run }, plan }
  }

  return async (source: PlanSource, options: PlanOptions): Promise<MadePlan | undefined> => {
    if (source.kind === 'undo') return readUndo(source.runId, options)
    if (source.kind === 'resume') return readResume(source.runId, options)
    const plan = await engine.plan(source.lines, options)
    return plan && { source, plan }
  }
}

function ownerWord(state: Plan['rows'][number]['before']): string {
  return state ? ownerKey(refOf(state)) : String(state)
}

const wordsOf = ({ rows }: Plan): string =>
  JSON.stringify(rows.map(({ kind, orderId, before, after }) => [kind, orderId, ownerWord(before), ownerWord(after)]))

/** Tells whether the same happens to the same orders, from the same owners. */
export const isSamePlan = (one: Plan, other: Plan): boolean => wordsOf(one) === wordsOf(other)
