import type { WriteCost } from '@/portal/runs'
import { percentile } from './chunk-size'

/** Seconds of run time that a method of one app has in ten minutes, for all people together. @see limits.md */
const LIMIT = 480
/** What runs may take of it: a colleague's single change is never refused because of a run. */
const SHARE = 0.9
/** When what was used is granted anew, in milliseconds. */
const LIFE = 600_000
/** However low a limit looks, in seconds: something must go on. */
const LEAST_LIMIT = 10
/** How long is waited after a refusal, in milliseconds: the portal grants anew by minutes. */
const AFTER_REFUSAL = 60_000
const COSTS_KEPT = 9

/** What was used at a time, in milliseconds by the portal's clock. */
interface Use {
  at: number
  seconds: number
}

/** What is known of one method. */
interface Method {
  uses: Use[]
  /** All that was used, as the last answer told. */
  seconds: number
  /** Seconds a row, by former answers. */
  costs: number[]
}

/** What a method has used of its time, and what a row takes of it: for whoever looks ahead. */
export interface MethodUse {
  /** How long ago something was used, in milliseconds, and how many seconds; oldest first. */
  uses: readonly { ago: number; seconds: number }[]
  /** Seconds. */
  ceiling: number
  perRow: number
}

/** What an answered request came to: rows, and the seconds that their writes took. */
export interface Spent {
  rows: number
  seconds: number
}

/** Keeps a run below the portal's limit of run time, by what its answers tell of it. Moments are those of the engine's clock. */
export interface OperatingBudget {
  observe(operating: WriteCost['operating'], spent: Spent, now: number): void
  /** Is told that the portal refused a write for this limit. */
  refused(now: number): void
  /** Milliseconds until so many rows may be sent; 0 for at once. */
  waitFor(rows: number, now: number): number
  /** How many rows may be sent at once at most: fewer where others have used up what runs may take. */
  most(): number
  /** What each method has used, for whoever looks ahead. */
  look(now: number): MethodUse[]
}

const sum = (uses: readonly Use[]) => uses.reduce((seconds, use) => seconds + use.seconds, 0)

/** The portal forgot more than we thought: it counts by minutes. */
function forget(uses: readonly Use[], seconds: number): Use[] {
  let left = seconds
  return uses.flatMap((use) => {
    const taken = Math.min(left, use.seconds)
    left -= taken
    return taken < use.seconds ? [{ ...use, seconds: use.seconds - taken }] : []
  })
}

type Told = { seconds: number; resetAt: number; now: number }

/** Takes in an answer: what the request has used itself is new, all else that is not known ends when the portal grants something anew. */
function withAnswer(method: Method | undefined, told: Told, spent: Spent): Method {
  const { now, resetAt, seconds } = told
  const uses = method?.uses.filter(({ at }) => at + LIFE > now) ?? []
  const costs = method?.costs ?? []
  const more = seconds - sum(uses)
  if (more <= 0) return { uses: forget(uses, -more), seconds, costs }
  const own = Math.min(more, spent.seconds)
  const others = { at: Math.min(now, resetAt - LIFE), seconds: more - own }
  return {
    uses: [others, ...uses, { at: now, seconds: own }].toSorted((one, other) => one.at - other.at),
    seconds,
    costs: [...costs, own / spent.rows].slice(-COSTS_KEPT),
  }
}

/** Milliseconds until the uses leave room for so many seconds more. */
function waitBelow(ceiling: number, uses: readonly Use[], now: number): number {
  let used = sum(uses)
  let wait = 0
  for (const { at, seconds } of uses) {
    if (used <= ceiling) break
    used -= seconds
    wait = Math.max(wait, at + LIFE - now)
  }
  return wait
}

/** Makes the budget of a run. Until an answer tells, nothing is known, and nothing is waited for. */
export function createOperatingBudget(): OperatingBudget {
  const methods = new Map<string, Method>()
  let limit = LIMIT
  let refusedUntil = Number.NEGATIVE_INFINITY
  /** What the portal's clock was ahead of ours, in milliseconds. */
  let ahead = 0
  const perRow = ({ costs }: Method) => percentile(costs, 50)
  const ceiling = () => limit * SHARE

  return {
    observe(operating, spent, now) {
      for (const [name, told] of operating) {
        ahead = told.now - now
        methods.set(name, withAnswer(methods.get(name), told, spent))
      }
    },
    refused(now) {
      const most = Math.max(0, ...[...methods.values()].map(({ seconds }) => seconds))
      if (most > 0) limit = Math.max(LEAST_LIMIT, Math.min(limit, most))
      refusedUntil = now + AFTER_REFUSAL
    },
    waitFor(rows, now) {
      const waits = [...methods.values()].map((method) => {
        // What a single request may need is never more than half of what there is: else it would wait for ever.
        const needed = Math.min(perRow(method) * rows, ceiling() / 2)
        return waitBelow(ceiling() - needed, method.uses, now + ahead)
      })
      return Math.max(0, refusedUntil - now, ...waits)
    },
    most() {
      const rooms = [...methods.values()].map((method) => {
        const room = method.seconds < ceiling() ? ceiling() / 2 : (limit - method.seconds) / 2
        return perRow(method) > 0 ? Math.floor(room / perRow(method)) : Number.POSITIVE_INFINITY
      })
      return Math.max(1, Math.min(...rooms))
    },
    look(now) {
      return [...methods.values()].map((method) => ({
        uses: method.uses.map(({ at, seconds }) => ({ ago: now + ahead - at, seconds })),
        ceiling: ceiling(),
        perRow: perRow(method),
      }))
    },
  }
}
