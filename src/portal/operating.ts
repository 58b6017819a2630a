import type { WriteCost } from './runs'
import type { CommandAnswer, RestCommand } from './transport'
import * as v from 'valibot'

/** What the portal tells of a command's time. @see api-reference/data-types.md */
const TIME = v.object({
  /** Seconds. */
  duration: v.number(),
  /** Seconds since the epoch, by the portal's clock. */
  finish: v.number(),
  /** Seconds of the last ten minutes, colleagues' included, and when the oldest of them expire. Only where there is a limit. */
  operating: v.optional(v.number()),
  operating_reset_at: v.optional(v.number()),
})

const MILLISECONDS = 1_000

/** A command with its answer; nothing where its row was lost. */
type Answered = readonly [command: RestCommand, answer: CommandAnswer | undefined]

function timeOf([, answer]: Answered): v.InferOutput<typeof TIME> | undefined {
  const time = answer?.ok ? v.safeParse(TIME, answer.answer.time) : undefined
  return time?.success ? time.output : undefined
}

/** Reads what commands cost: `writes` are measured, of all of them the newest word on the portal's own count. */
export function toCost(all: readonly Answered[], writes: readonly Answered[]): WriteCost {
  const operating = new Map<string, { seconds: number; resetAt: number; now: number }>()
  for (const answered of all) {
    const [{ method }] = answered
    const { operating: seconds, operating_reset_at: resetAt, finish = 0 } = timeOf(answered) ?? {}
    if (seconds === undefined || resetAt === undefined) continue
    operating.set(method, { seconds, resetAt: resetAt * MILLISECONDS, now: finish * MILLISECONDS })
  }
  return { seconds: writes.flatMap((answered) => timeOf(answered)?.duration ?? []), operating }
}
