import type { Params } from '@emulator/calls/call'
import { RestError } from '@emulator/calls/errors'
import { isMap } from '@emulator/calls/params'
import { isInPieces } from './text-test'

/** unconfirmed: a portal stops somewhere here too. With as many, a list of 20,000 rows takes about half a second. */
const MAX_WEIGHT = 250
const WEIGHT_OF_PATTERN = 10
const PATTERN_KEY = /^!?(?:=%|%=)/

function weighPatterns(value: unknown): number {
  const values = isMap(value) ? Object.values(value) : [value]
  return values.filter((written) => typeof written === 'string' && isInPieces(written)).length * WEIGHT_OF_PATTERN
}

function weigh(filter: Params): number {
  const weights = Object.entries(filter).map(([key, value]) => {
    if (/^\d+$/.test(key) && isMap(value)) return weigh(value)
    return 1 + (PATTERN_KEY.test(key) ? weighPatterns(value) : 0)
  })
  return weights.reduce((sum, weight) => sum + weight, 0)
}

/** Refuses a filter that would keep the portal busy: each row is compared with each of its conditions, in all its groups. */
export function requireLightFilter(filter: Params): void {
  if (weigh(filter) > MAX_WEIGHT) throw new RestError('INVALID_REQUEST', 'The filter has too many conditions')
}
