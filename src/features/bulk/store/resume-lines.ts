import type { PlanLine } from '@/domain/plan'
import type { StoredRun } from '@/domain/run'
import { isEnded } from '@/domain/run'

/** Gives what is left of a run as wishes: each order has to be where the run expects it. */
export function resumeLines({ plan, states }: StoredRun): PlanLine[] {
  return plan.flatMap(({ orderId, expected, after }, place): PlanLine[] => {
    const state = states[place]
    return state && isEnded(state) ? [] : [{ kind: 'wish', orderId, after, from: expected }]
  })
}
