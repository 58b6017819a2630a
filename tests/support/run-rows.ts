import type { OwnerRef } from '@/domain/owner'
import type { RowEnd, RunRow } from '@/domain/run'
import fc from 'fast-check'
import { orderId, ownerId, ownerTypeId } from '@/domain/id'
import { inRunOrder } from '@/domain/run'

const anId = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }))

/** Owners of few or of many types, or none. */
const anOwner: fc.Arbitrary<OwnerRef | null> = fc.option(
  fc.record({ typeId: fc.constantFrom(2, 31, 1038).map(ownerTypeId), id: anId.map(ownerId) }),
  { freq: 3 },
)

/** Rows of a run, as a run has them. */
export const someRows: fc.Arbitrary<RunRow[]> = fc
  .uniqueArray(fc.record({ orderId: anId.map(orderId), expected: anOwner, after: anOwner }), {
    selector: ({ orderId: id }) => id,
    minLength: 1,
    maxLength: 400,
    size: 'max',
  })
  .map(inRunOrder)

/** Every way in which a row can end. */
export const anEnd: fc.Arbitrary<RowEnd> = fc.oneof(
  fc.constantFrom<RowEnd>(
    { kind: 'done', replaced: { kind: 'as-planned' } },
    { kind: 'done', replaced: { kind: 'not-checked' } },
    { kind: 'already-so' },
    { kind: 'order-gone' },
    { kind: 'unknown' },
  ),
  anOwner.map((owner): RowEnd => ({ kind: 'done', replaced: { kind: 'newer', owner } })),
  anOwner.map((now): RowEnd => ({ kind: 'left-alone', now })),
  fc
    .tuple(anOwner, fc.constantFrom('written' as const, 'not-written' as const, 'unknown' as const))
    .map(([now, ours]): RowEnd => ({ kind: 'overtaken', now, ours })),
  fc
    .tuple(anOwner, anOwner, fc.constantFrom('written' as const, 'unknown' as const))
    .map(([now, replaced, ours]): RowEnd => ({ kind: 'overtaken', now, replaced, ours })),
  fc
    .constantFrom('ERROR_CORE', '201640400003', 'QUERY_LIMIT_EXCEEDED')
    .map((code): RowEnd => ({ kind: 'not-done', code })),
)

/** A list of many rows: orders one after another with gaps, from owner to owner. */
export function manyRows(
  count: number,
  { first = 1_200_000, gap = 7, after = (place: number): number | null => 2_000_000 + place * 13 } = {},
): RunRow[] {
  const deal = (id: number): OwnerRef => ({ typeId: ownerTypeId(2), id: ownerId(id) })
  return Array.from({ length: count }, (_, place) => {
    const target = after(place)
    return {
      orderId: orderId(first + place * gap),
      expected: deal(1_000_000 + place * 11),
      after: target === null ? null : deal(target),
    }
  })
}
