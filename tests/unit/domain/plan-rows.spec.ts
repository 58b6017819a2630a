import type { Order } from '@/domain/order'
import type { OwnerRef, OwnerState } from '@/domain/owner'
import type { PlanKind, PlanLine } from '@/domain/plan'
import type { PlanParts } from '@/domain/plan-rows'
import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import { ownerKey } from '@/domain/owner'
import { toPlanRows } from '@/domain/plan-rows'
import { aFailure, anOrder, anOwner, anOwnerRef } from '@tests/support/builders'

const HERE = anOwnerRef(1)
const THERE = anOwnerRef(2)
const ID = orderId(42)
const FAILURE = aFailure()

const present = (ref: OwnerRef): OwnerState => ({ kind: 'present', owner: anOwner({ ref }) })
const byKey = (...states: [OwnerRef, PlanParts['owners'] extends ReadonlyMap<string, infer State> ? State : never][]) =>
  new Map(states.map(([ref, state]) => [ownerKey(ref), state] as const))

function parts(changes: Partial<PlanParts> = {}): PlanParts {
  return {
    orders: new Map([[ID, anOrder({ id: ID, sum: undefined })]]),
    bindings: new Map([[ID, HERE]]),
    owners: byKey([HERE, present(HERE)], [THERE, present(THERE)]),
    offered: new Set([HERE.typeId]),
    mayWrite: true,
    owning: new Set(),
    ...changes,
  }
}

const wish = (after: OwnerRef | null, changes: Partial<PlanLine & { kind: 'wish' }> = {}): PlanLine => ({
  kind: 'wish',
  orderId: ID,
  after,
  ...changes,
})

describe('what becomes of a wish', () => {
  it.each<[what: string, read: { line: PlanLine; changes: Partial<PlanParts> }, PlanKind]>([
    ['an order without owner is bound', { line: wish(THERE), changes: { bindings: new Map() } }, 'bind'],
    ['an order of somebody else is moved', { line: wish(THERE), changes: {} }, 'move'],
    ['an order is detached', { line: wish(null), changes: {} }, 'detach'],
    ['it is there already', { line: wish(HERE), changes: {} }, 'already-there'],
    ['it has no owner already', { line: wish(null), changes: { bindings: new Map() } }, 'already-there'],
    [
      'it is there already, even where it was to come from elsewhere',
      { line: wish(HERE, { from: THERE }), changes: {} },
      'already-there',
    ],
    ['it is where it was to be', { line: wish(THERE, { from: HERE }), changes: {} }, 'move'],
    ['it is elsewhere by now', { line: wish(null, { from: THERE }), changes: {} }, 'changed-since'],
    ['it was to have no owner, and has one', { line: wish(THERE, { from: null }), changes: {} }, 'changed-since'],
    [
      'it was to have an owner, and has none',
      { line: wish(THERE, { from: HERE }), changes: { bindings: new Map() } },
      'changed-since',
    ],
    ['no such order', { line: wish(THERE), changes: { orders: new Map() } }, 'order-missing'],
    ['the order could not be read', { line: wish(THERE), changes: { orders: new Map([[ID, FAILURE]]) } }, 'not-read'],
    ['its owner could not be read', { line: wish(null), changes: { bindings: new Map([[ID, FAILURE]]) } }, 'not-read'],
    [
      'no such owner',
      { line: wish(THERE), changes: { owners: byKey([THERE, { kind: 'gone', ref: THERE }]) } },
      'owner-missing',
    ],
    [
      'a hidden owner',
      { line: wish(THERE), changes: { owners: byKey([THERE, { kind: 'hidden', ref: THERE }]) } },
      'owner-hidden',
    ],
    ['an owner of which nothing came', { line: wish(THERE), changes: { owners: new Map() } }, 'not-read'],
    [
      'an owner that did not say',
      { line: wish(THERE), changes: { owners: byKey([THERE, { kind: 'unread', ref: THERE }]) } },
      'not-read',
    ],
    [
      'an owner that could not be read',
      { line: wish(THERE), changes: { owners: byKey([THERE, FAILURE]) } },
      'not-read',
    ],
    ['a type that owns no orders', { line: wish(anOwnerRef(2, 177)), changes: {} }, 'type-not-offered'],
    ['types that could not be read', { line: wish(THERE), changes: { offered: FAILURE } }, 'not-read'],
    ['a detach needs no types', { line: wish(null), changes: { offered: FAILURE } }, 'detach'],
    ['no right to write', { line: wish(THERE), changes: { mayWrite: false } }, 'no-right'],
    [
      'no right to write, and nothing to be written',
      { line: wish(HERE), changes: { mayWrite: false } },
      'already-there',
    ],
  ])('%s', (_, { line, changes }, kind) => {
    expect(toPlanRows([line], parts(changes))[0]?.kind).toBe(kind)
  })

  it('puts back an owner that is hidden or of a type that is not offered any more, and none that is gone', () => {
    const kindOf = (state: OwnerState) =>
      toPlanRows([wish(THERE)], parts({ offered: undefined, owners: byKey([THERE, state]) }))[0]?.kind
    expect(kindOf({ kind: 'hidden', ref: THERE })).toBe('move')
    expect(kindOf({ kind: 'gone', ref: THERE })).toBe('owner-missing')
    expect(kindOf({ kind: 'unread', ref: THERE })).toBe('not-read')
  })

  it('names whose the order is now and whose it is to be, as far as that is known', () => {
    const [moved] = toPlanRows([wish(THERE)], parts())
    expect(moved).toMatchObject({ before: present(HERE), after: present(THERE), orderId: ID })
    const [failed] = toPlanRows([wish(THERE)], parts({ bindings: new Map([[ID, FAILURE]]) }))
    expect(failed).toMatchObject({ failure: FAILURE })
    expect(failed).not.toHaveProperty('before')
    const [untitled] = toPlanRows([wish(null)], parts({ owners: new Map() }))
    expect(untitled?.before).toEqual({ kind: 'unread', ref: HERE })
  })
})

describe('lines that name one order', () => {
  const kindsOf = (...lines: PlanLine[]) => toPlanRows(lines, parts()).map(({ kind }) => kind)

  it.each<[string, PlanLine[], PlanKind[]]>([
    ['the first counts where they wish the same', [wish(THERE), wish(THERE)], ['move', 'duplicate']],
    ['none counts where they do not', [wish(THERE), wish(null)], ['duplicate', 'duplicate']],
    [
      'none counts where the third differs',
      [wish(THERE), wish(THERE), wish(HERE)],
      ['duplicate', 'duplicate', 'duplicate'],
    ],
    ['two detaches', [wish(null), wish(null), wish(null)], ['detach', 'duplicate', 'duplicate']],
  ])('%s', (_, lines, kinds) => {
    expect(kindsOf(...lines)).toEqual(kinds)
  })

  it('are no duplicates of lines that name none', () => {
    const mistake: PlanLine = { kind: 'mistake', mistake: 'ambiguous', text: '42', line: 1 }
    expect(kindsOf(mistake, wish(THERE), mistake)).toEqual(['ambiguous', 'move', 'ambiguous'])
  })
})

it.each([
  ['unreadable-order', 'unreadable'],
  ['unreadable-owner', 'unreadable'],
  ['ambiguous', 'ambiguous'],
  ['order-missing', 'order-missing'],
] as const)('a line with the mistake %s is told as %s, with its text and place', (mistake, kind) => {
  const [row] = toPlanRows([{ kind: 'mistake', mistake, text: '1,23E+05', line: 7 }], parts())
  expect(row).toEqual({ kind, text: '1,23E+05', line: 7, notes: [] })
})

describe('what is worth knowing', () => {
  const notesOf = (order: Partial<Order>, changes: Partial<PlanParts> = {}, after: OwnerRef | null = THERE) =>
    toPlanRows([wish(after)], parts({ orders: new Map([[ID, anOrder({ id: ID, ...order })]]), ...changes }))[0]?.notes

  it.each([
    ['a paid order', { isPaid: true, sum: undefined }, ['paid']],
    ['the same sum', { sum: { amount: 1450, currency: 'USD' } }, []],
    ['another sum', { sum: { amount: 1450.01, currency: 'USD' } }, ['sums-differ']],
    ['another currency', { sum: { amount: 1450, currency: 'EUR' } }, ['sums-differ']],
    ['a sum that could not be read', { sum: undefined }, []],
  ])('%s', (_, order, notes) => {
    expect(notesOf(order)).toEqual(notes)
  })

  it('says where the owner has orders already', () => {
    expect(notesOf({ sum: undefined }, { owning: new Set([ownerKey(THERE)]) })).toEqual(['owner-has-orders'])
  })

  it('compares nothing with an owner whom the order only leaves', () => {
    expect(notesOf({ isPaid: true }, {}, null)).toEqual(['paid'])
  })

  it('says nothing of rows that are not written', () => {
    expect(notesOf({ isPaid: true }, {}, HERE)).toEqual([])
  })
})
