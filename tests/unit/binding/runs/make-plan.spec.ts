import type { OrderId } from '@/domain/id'
import type { Owner, OwnerRef, OwnerState } from '@/domain/owner'
import type { PlanLine } from '@/domain/plan'
import type { StoredRun } from '@/domain/run'
import type { PortalOverrides } from '@tests/support/fake-portal'
import { describe, expect, it } from 'vitest'
import { makePlan } from '@/binding/runs/make-plan'
import { MOST_LOOKUPS } from '@/binding/runs/read-plan-owners'
import { planUndo } from '@/binding/runs/undo-run'
import { orderId } from '@/domain/id'
import { ownerKey } from '@/domain/owner'
import { aFailure, anOrder, anOwner, anOwnerRef, anOwnerType } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'
import { instantClock } from '@tests/support/instant-clock'
import { faultOf, openPortal, readSample, storedOwner } from '@tests/support/open-portal'

const wish = (id: OrderId | number, after: OwnerRef | null, line?: number): PlanLine => ({
  kind: 'wish',
  orderId: orderId(id),
  after,
  ...(line && { line }),
})

function numbered<Value>(count: number, make: (number: number) => Value): Value[] {
  return Array.from({ length: count }, (_, index) => make(index + 1))
}

/** A portal in which every order is there and has no owner, and every owner is listed; it counts what it is asked. */
function bigPortal(changes: PortalOverrides = {}) {
  const asked = { orders: 0, listed: 0, looked: 0 }
  const portal = fakePortal({
    ownerTypes: { read: async () => [anOwnerType()] },
    orders: {
      read: async (ids) => {
        asked.orders += 1
        return new Map(ids.map((id) => [id, anOrder({ id })]))
      },
      ...changes.orders,
    },
    bindings: {
      readOfOrders: async () => new Map(),
      readOfOwner: async () => ({ rows: [] }),
      ...changes.bindings,
    },
    owners: {
      readListed: async (refs) => {
        asked.listed += 1
        return new Map(refs.map((ref): [string, Owner] => [ownerKey(ref), anOwner({ ref })]))
      },
      read: async (refs) => {
        asked.looked += refs.length
        return new Map(refs.map((ref): [string, OwnerState] => [ownerKey(ref), { kind: 'gone', ref }]))
      },
      ...changes.owners,
    },
  })
  return { tools: { portal, clock: instantClock() }, asked }
}

describe('a plan on the sample portal', () => {
  it('says of each line what would become of it', async () => {
    const { portal, local } = openPortal()
    const clock = instantClock()
    const target = readSample(local, 'moveTarget').owner
    const [bound, ...others] = [...local.data.bindings.keys()]
    const unbound = [...local.data.orders.keys()].find((id) => !local.data.bindings.has(id)) ?? 0
    const lines = [
      wish(orderId(bound ?? 0), target, 1),
      wish(orderId(unbound), target, 2),
      wish(orderId(others[0] ?? 0), null, 3),
      wish(orderId(999_999), target, 4),
      wish(orderId(others[1] ?? 0), anOwnerRef(999_999), 5),
      wish(orderId(others[2] ?? 0), anOwnerRef(1, 177), 6),
      wish(orderId(others[3] ?? 0), storedOwner(local, orderId(others[3] ?? 0)), 7),
    ]
    const plan = await makePlan({ portal, clock }, lines)
    expect(plan?.rows.map(({ kind }) => kind)).toEqual([
      'move',
      'bind',
      'detach',
      'order-missing',
      'owner-missing',
      'type-not-offered',
      'already-there',
    ])
    expect(plan?.rows.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(plan?.rows[0]).toMatchObject({ before: { kind: 'present' }, after: { kind: 'present' } })
    expect(plan?.readAt).toBe(clock.now())
  })

  it('writes nothing', async () => {
    const { portal, local } = openPortal()
    const { orderId: id, owner } = readSample(local, 'moveTarget')
    await makePlan({ portal, clock: instantClock() }, [wish(id, owner), wish(orderId(1), null)])
    expect(local.bindingHistory).toEqual([])
  })

  it('ends where the person may not read whose orders are', async () => {
    const { portal, local } = openPortal({ user: 3, settings: { saleRead: 'manager' } })
    const id = [...local.data.bindings.keys()][0] ?? 0
    const making = makePlan({ portal, clock: instantClock() }, [wish(orderId(id), null)])
    await expect(making).rejects.toMatchObject({ kind: 'no-read-right' })
  })

  it('fails only the rows of a page that could not be read', async () => {
    const { portal, local } = openPortal({
      faults: [faultOf('crm.orderentity.list', { kind: 'error', code: 'ERROR_CORE', status: 400 }, { nth: 1 })],
    })
    const ids = [...local.data.orders.keys()].slice(0, 60)
    const plan = await makePlan(
      { portal, clock: instantClock() },
      ids.map((id) => wish(id, null)),
    )
    const kinds = plan?.rows.map(({ kind }) => kind) ?? []
    expect(kinds.filter((kind) => kind === 'not-read')).toHaveLength(50)
    expect(kinds.slice(50)).not.toContain('not-read')
  })
})

describe('a big plan', () => {
  const LINES = numbered(10_000, (number) => wish(number, anOwnerRef(number)))

  it('reads 10,000 orders and as many owners page by page, and tells how far it is', async () => {
    const { tools, asked } = bigPortal()
    const told: number[] = []
    const startedAt = performance.now()
    const plan = await makePlan(tools, LINES, { onProgress: ({ read, total }) => told.push(read / total) })
    expect(plan?.rows.every(({ kind }) => kind === 'bind')).toBe(true)
    expect(asked).toEqual({ orders: 200, listed: 200, looked: 0 })
    expect(told).toEqual(told.toSorted((one, other) => one - other))
    expect(told.at(-1)).toBe(1)
    // Where time grew with the square of the lines it would take minutes.
    expect(performance.now() - startedAt).toBeLessThan(10_000)
  })

  it('takes as many lines of one order without taking long', async () => {
    const { tools } = bigPortal()
    const plan = await makePlan(
      tools,
      numbered(10_000, () => wish(1, anOwnerRef(1))),
    )
    expect(plan?.rows.filter(({ kind }) => kind === 'duplicate')).toHaveLength(9_999)
  })

  it('plans nothing for somebody who may not write', async () => {
    const { tools } = bigPortal({ bindings: { readWriteRight: async () => 'no', readOfOrders: async () => new Map() } })
    const plan = await makePlan(tools, [wish(1, anOwnerRef()), wish(2, null)])
    expect(plan?.rows.map(({ kind }) => kind)).toEqual(['no-right', 'already-there'])
  })

  it('stops reading once it is aborted', async () => {
    const { tools, asked } = bigPortal()
    const abort = new AbortController()
    const plan = await makePlan(tools, LINES, { signal: abort.signal, onProgress: () => abort.abort() })
    expect(plan).toBeUndefined()
    expect(asked.orders).toBeLessThan(10)
  })

  it('looks up a hundred owners that lists leave out; the others count as hidden', async () => {
    const { tools, asked } = bigPortal({ owners: { readListed: async () => new Map() } })
    const plan = await makePlan(tools, LINES.slice(0, 130))
    const kinds = plan?.rows.map(({ kind }) => kind) ?? []
    expect(asked.looked).toBe(MOST_LOOKUPS)
    expect(kinds.filter((kind) => kind === 'owner-missing')).toHaveLength(MOST_LOOKUPS)
    expect(kinds.filter((kind) => kind === 'owner-hidden')).toHaveLength(30)
  })

  it('reads again where the portal was too busy', async () => {
    let isBusy = true
    const { tools } = bigPortal({
      bindings: {
        readOfOrders: async () => {
          if (!isBusy) return new Map()
          isBusy = false
          throw aFailure({ kind: 'busy', changed: 'no' })
        },
      },
    })
    expect((await makePlan(tools, [wish(1, anOwnerRef())]))?.rows[0]?.kind).toBe('bind')
  })

  it('ends where the session has ended: nothing else could be read', async () => {
    const { tools } = bigPortal({
      orders: { read: () => Promise.reject(aFailure({ kind: 'session-ended', changed: 'no' })) },
    })
    await expect(makePlan(tools, LINES)).rejects.toMatchObject({ kind: 'session-ended' })
  })
})

describe('a plan that takes a run back', () => {
  const rowOf = (id: number, expected: OwnerRef | null, after: OwnerRef | null) => ({
    orderId: orderId(id),
    expected,
    after,
  })
  const RUN: StoredRun = {
    id: 'run1',
    rows: 5,
    by: 4,
    at: undefined,
    isAltered: false,
    plan: [
      rowOf(1, anOwnerRef(1), anOwnerRef(9)),
      rowOf(2, null, anOwnerRef(9)),
      rowOf(3, anOwnerRef(3), anOwnerRef(9)),
      rowOf(4, anOwnerRef(4), anOwnerRef(9)),
      rowOf(5, anOwnerRef(5), null),
    ],
    states: [
      { kind: 'done', replaced: { kind: 'newer', owner: anOwnerRef(7) } },
      { kind: 'done', replaced: { kind: 'as-planned' } },
      { kind: 'not-done', code: '0' },
      { kind: 'done', replaced: { kind: 'as-planned' } },
      { kind: 'done', replaced: { kind: 'not-checked' } },
    ],
  }
  const NOW = new Map([
    [orderId(1), anOwnerRef(9)],
    [orderId(2), anOwnerRef(9)],
    [orderId(4), anOwnerRef(44)],
  ])

  function undo(changes: PortalOverrides = {}, run: StoredRun | undefined = RUN) {
    const { tools } = bigPortal({ bindings: { readOfOrders: async () => NOW }, ...changes })
    return planUndo({ ...tools, runs: { read: async () => run } }, 'run1')
  }

  it('brings rows that are done back to what they really replaced, and leaves alone what was changed since', async () => {
    const undone = await undo()
    expect(undone?.run).toBe(RUN)
    expect(undone?.plan.rows).toMatchObject([
      { kind: 'move', orderId: 1, after: { owner: { ref: anOwnerRef(7) } } },
      { kind: 'detach', orderId: 2 },
      { kind: 'changed-since', orderId: 4, before: { owner: { ref: anOwnerRef(44) } } },
      { kind: 'bind', orderId: 5, after: { owner: { ref: anOwnerRef(5) } } },
    ])
  })

  it('says where the former owner was not checked again', async () => {
    const notes = (await undo())?.plan.rows.map((row) => row.notes.includes('not-checked'))
    expect(notes).toEqual([false, false, false, true])
  })

  it('says where only somebody else than the run’s author names the former owner', async () => {
    const told = { ...RUN, toldBy: new Map(RUN.plan.map((_, place) => [place, 7])) }
    const notes = (await undo({}, told))?.plan.rows.map((row) => row.notes.includes('told-by-other'))
    expect(notes).toEqual([true, false, false, false])
    expect((await undo())?.plan.rows.some((row) => row.notes.includes('told-by-other'))).toBe(false)
  })

  it('puts nothing back to an owner that is gone, and to one that is hidden all the same', async () => {
    const states: Record<number, OwnerState['kind']> = { 7: 'gone', 5: 'hidden' }
    const undone = await undo({
      owners: {
        readListed: async () => new Map(),
        read: async (refs) =>
          new Map(refs.map((ref) => [ownerKey(ref), { kind: states[ref.id], ref } as OwnerState] as const)),
      },
    })
    expect(undone?.plan.rows.map(({ kind }) => kind)).toEqual(['owner-missing', 'detach', 'changed-since', 'bind'])
  })

  it('is none where this version cannot read the run', async () => {
    const { tools } = bigPortal()
    expect(await planUndo({ ...tools, runs: { read: async () => undefined } }, 'run1')).toBeUndefined()
  })
})
