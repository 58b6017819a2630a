import type { Caller } from '@emulator/calls/call'
import type { LocalPortal, MinuteUsage } from '@emulator/portal/state'
import { systemError } from '@emulator/calls/errors'

/** Requests that a bucket holds, and how many leave it each second. @see limits.md */
const BUCKETS = {
  enterprise: { capacity: 250, drain: 5 },
  standard: { capacity: 50, drain: 2 },
} as const

/** Seconds of run time in ten minutes. @see limits.md, whose example says 480; a portal may be set otherwise. */
const OPERATING_LIMIT_S = 480
const USAGE_LIFE_MS = 600_000
const MINUTE_MS = 60_000
/** unconfirmed: shorter calls are not counted. */
const COUNTED_FROM_S = 0.1

/**
 * Adds one request to the bucket of its source address. A batch is one request. Throws `QUERY_LIMIT_EXCEEDED` once the
 * bucket holds more than it should; such a request is not added (unconfirmed). @see limits.md
 */
export function countRequest(portal: LocalPortal, source: string | undefined): void {
  // A call without an address comes from the same process: no network, no limit.
  if (source === undefined || !portal.settings.rateLimit) return
  const { capacity, drain } = portal.settings.plan === 'enterprise' ? BUCKETS.enterprise : BUCKETS.standard
  const now = portal.now()
  const { buckets } = portal.limits
  const known = buckets.get(source) ?? { level: 0, at: now }
  // A clock that was set back lets nothing leave.
  const seconds = Math.floor(Math.max(0, now - known.at) / 1000)
  const level = Math.max(0, known.level - seconds * drain)
  const at = level === 0 || now < known.at ? now : known.at + seconds * 1000
  if (level > capacity) {
    buckets.set(source, { level, at })
    throw systemError('QUERY_LIMIT_EXCEEDED')
  }
  buckets.set(source, { level: level + 1, at })
}

/** What `time` has of the operating limit. */
export interface OperatingUsage {
  /** Seconds in the last ten minutes. */
  seconds: number
  /** Seconds since the epoch: when the oldest minute expires. */
  resetAt: number
}

function toKey(caller: Caller, method: string): string {
  return `${caller.via === 'app' ? 'app' : `webhook ${caller.user.id}`} ${method.toLowerCase()}`
}

function readUsage(portal: LocalPortal, key: string): MinuteUsage[] {
  const now = portal.now()
  const kept = (portal.limits.usage.get(key) ?? []).filter(({ firstAt }) => firstAt + USAGE_LIFE_MS > now)
  portal.limits.usage.set(key, kept)
  return kept
}

function sum(usage: readonly MinuteUsage[]): number {
  return usage.reduce((seconds, minute) => seconds + minute.seconds, 0)
}

/** Refuses a method that this app or webhook has used too long. Throws `OPERATION_TIME_LIMIT`. @see limits.md */
export function requireOperatingTime(portal: LocalPortal, caller: Caller, method: string): void {
  if (!portal.settings.operatingLimit) return
  if (sum(readUsage(portal, toKey(caller, method))) > OPERATING_LIMIT_S) throw systemError('OPERATION_TIME_LIMIT')
}

/** Adds a run to the usage of its minute and gives the sum; nothing when the limit is off. */
export function addOperatingTime(
  portal: LocalPortal,
  run: { caller: Caller; method: string; seconds: number },
): OperatingUsage | undefined {
  if (!portal.settings.operatingLimit) return undefined
  const now = portal.now()
  const usage = readUsage(portal, toKey(run.caller, run.method))
  if (run.seconds > COUNTED_FROM_S) {
    const last = usage.at(-1)
    const isInLastMinute = last && Math.floor(last.firstAt / MINUTE_MS) === Math.floor(now / MINUTE_MS)
    if (isInLastMinute) last.seconds += run.seconds
    else usage.push({ firstAt: now, seconds: run.seconds })
  }
  return { seconds: sum(usage), resetAt: Math.floor(((usage[0]?.firstAt ?? now) + USAGE_LIFE_MS) / 1000) }
}
