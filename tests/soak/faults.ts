import type { FaultEffect } from '@emulator/portal/fault'
import type { Random } from '@emulator/portal/random'

const CODES = [
  'QUERY_LIMIT_EXCEEDED',
  'OPERATION_TIME_LIMIT',
  'OVERLOAD_LIMIT',
  'INTERNAL_SERVER_ERROR',
  'ERROR_CORE',
  '0',
  '201640400005',
  'expired_token',
  '200040300020',
  'constructor',
]
const SHAPES: unknown[] = [
  [],
  {},
  null,
  { orderEntity: [{ orderId: 1 }] },
  { dealOrder: { orderId: 1, ownerId: 1, ownerTypeId: 2 } },
]

/** Some way in which a portal does it wrong. */
export function effectOf(random: Random): FaultEffect {
  const kinds: (() => FaultEffect)[] = [
    () => ({ kind: 'error', code: random.pick(CODES), status: random.pick([200, 400, 401, 408, 500, 503]) }),
    // A portal works on a request for 60 s at most: limits.md.
    () => ({ kind: 'delay', ms: random.nextInt(100, 60_000) }),
    () => ({ kind: 'cut-before' }),
    () => ({ kind: 'cut-after' }),
    () => ({ kind: 'late-work', ms: random.nextInt(100, 60_000) }),
    () => ({ kind: 'late-work', ms: random.nextInt(20_000, 60_000) }),
    () => ({ kind: 'empty-body' }),
    () => ({ kind: 'html-page', status: random.pick([200, 502, 504]) }),
    () => ({ kind: 'broken-json' }),
    () => ({ kind: 'truncated' }),
    () => ({ kind: 'wrong-type' }),
    () => ({ kind: 'wrong-shape', result: random.pick(SHAPES) }),
    () => ({ kind: 'missing-row' }),
    () => ({ kind: 'missing-row' }),
    () => ({ kind: 'missing-row' }),
    () => ({ kind: 'silence' }),
    () => ({ kind: 'silence' }),
  ]
  return random.pick(kinds)()
}
