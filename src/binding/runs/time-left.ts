import type { MethodUse } from './operating-budget'

/** When what was used is granted anew, in milliseconds. */
const LIFE = 600_000

/** What is ahead of a run. */
interface Ahead {
  /** Rows without an end. */
  rows: number
  /** Rows of the next chunk, and how long it takes from its preparation to its answer, in milliseconds. */
  chunk: { rows: number; ms: number }
  /** What the portal's methods have used of their time. */
  methods: readonly MethodUse[]
}

/** The uses of one method, by when they are granted anew; all moments are milliseconds from now. */
interface Plan {
  expiries: { at: number; seconds: number }[]
  used: number
  next: number
  ceiling: number
  needed: number
}

function toPlan({ uses, ceiling, perRow }: MethodUse, rows: number): Plan {
  return {
    expiries: uses.map(({ ago, seconds }) => ({ at: LIFE - ago, seconds })),
    used: uses.reduce((sum, { seconds }) => sum + seconds, 0),
    next: 0,
    ceiling,
    needed: perRow * rows,
  }
}

/** Goes on to the moment at which there is room for a chunk, and takes the room. */
function takeRoom(plan: Plan, at: number): number {
  let moment = at
  for (;;) {
    const expiry = plan.expiries[plan.next]
    if (!expiry || (expiry.at > moment && plan.used + plan.needed <= plan.ceiling)) break
    moment = Math.max(moment, expiry.at)
    plan.used -= expiry.seconds
    plan.next += 1
  }
  plan.used += plan.needed
  plan.expiries.push({ at: moment + LIFE, seconds: plan.needed })
  return moment
}

/**
 * Tells how long a run takes yet, in milliseconds: chunk after chunk as long as the last ones took, and no sooner than the portal grants
 * the run time that they need.
 */
export function timeLeft({ rows, chunk, methods }: Ahead): number {
  const plans = methods.map((method) => toPlan(method, chunk.rows))
  let moment = 0
  for (let left = rows; left > 0; left -= chunk.rows) {
    for (const plan of plans) moment = takeRoom(plan, moment)
    moment += left >= chunk.rows ? chunk.ms : (chunk.ms * left) / chunk.rows
  }
  return moment
}
