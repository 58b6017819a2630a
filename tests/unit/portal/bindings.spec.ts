import type { FaultEffect } from '@emulator/portal/fault'
import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import { expireTokens } from '@emulator/calls/identity'
import { anOwnerRef } from '@tests/support/builders'
import { faultOf, openPortal, readSample, storedOwner } from '@tests/support/open-portal'

const MANAGER = 2
const EMPLOYEE = 3
const ADD = 'crm.orderentity.add'
const LIST = 'crm.orderentity.list'

/** A move of the sample order to the sample target, on a portal with faults. */
function openMove(...faults: ReturnType<typeof faultOf>[]) {
  const opened = openPortal({ faults })
  const { orderId: id, owner: before } = readSample(opened.local, 'move')
  const { owner: after } = readSample(opened.local, 'moveTarget')
  return { ...opened, id, before, after, move: () => opened.portal.bindings.write({ orderId: id, after }, before) }
}

describe('bindings.readOfOrders', () => {
  it('gives the owner of each order, and nothing for those without', async () => {
    const { portal, local } = openPortal()
    const bound = readSample(local, 'invoiceOrder')
    const free = readSample(local, 'unbound')
    const owners = await portal.bindings.readOfOrders([bound.orderId, free.orderId])
    expect([...owners]).toEqual([[bound.orderId, bound.owner]])
  })

  it('reads any number of orders in one request', async () => {
    const { portal, local, transport } = openPortal()
    const ids = [...local.data.orders.keys()].map(orderId)
    expect((await portal.bindings.readOfOrders(ids)).size).toBe(local.data.bindings.size)
    expect(transport.requests).toHaveLength(1)
  })

  it('asks nothing for no orders, as an emptied filter would mean another', async () => {
    const { portal, transport } = openPortal()
    expect((await portal.bindings.readOfOrders([])).size).toBe(0)
    expect(transport.requests).toHaveLength(0)
  })

  it('does not take bindings that it did not ask for', async () => {
    const result = { orderEntity: [{ orderId: 77, ownerId: 1, ownerTypeId: 2 }] }
    const { portal } = openPortal({ faults: [faultOf(LIST, { kind: 'wrong-shape', result })] })
    await expect(portal.bindings.readOfOrders([orderId(5)])).rejects.toMatchObject({ kind: 'unreadable' })
  })

  const ROW = { orderId: 5, ownerId: 1, ownerTypeId: 2 }
  it.each([
    ['two owners for one order', [ROW, { ...ROW, ownerId: 2 }]],
    ['the same owner twice', [ROW, ROW]],
    ['two types for one owner', [ROW, { ...ROW, ownerTypeId: 31 }]],
    ['one of several orders twice', [{ ...ROW, orderId: 6 }, ROW, { ...ROW, orderId: '6' }]],
    ['more rows than orders', Array(51).fill(ROW)],
    ['150,000 rows', Array(150_000).fill(ROW)],
    ['an id that would be rounded', [{ ...ROW, ownerId: 9_007_199_254_740_992 }]],
    ['digits that would be rounded', [{ ...ROW, ownerId: '9007199254740993' }]],
    ['an order of digits that would be rounded', [{ ...ROW, orderId: '90071992547409910' }]],
  ])('does not believe %s', async (_, orderEntity) => {
    const { portal } = openPortal({ faults: [faultOf(LIST, { kind: 'wrong-shape', result: { orderEntity } })] })
    const reading = portal.bindings.readOfOrders([orderId(5), orderId(6)])
    await expect(reading).rejects.toMatchObject({ kind: 'unreadable', changed: 'unknown' })
  })

  it('refuses a row without an owner', async () => {
    const result = { orderEntity: [{ orderId: 5, ownerTypeId: 2 }] }
    const { portal } = openPortal({ faults: [faultOf(LIST, { kind: 'wrong-shape', result })] })
    const refused = { kind: 'unreadable', code: 'orderEntity.0.ownerId' }
    await expect(portal.bindings.readOfOrders([orderId(5)])).rejects.toMatchObject(refused)
  })

  it('says that an employee may not read bindings', async () => {
    const { portal } = openPortal({ user: EMPLOYEE })
    await expect(portal.bindings.readOfOrders([orderId(5)])).rejects.toMatchObject({ kind: 'no-read-right' })
  })
})

describe('bindings.requireReadRight', () => {
  it('asks once and lets people pass who may read owners', async () => {
    const { portal, transport } = openPortal({ user: 2 })
    await expect(portal.bindings.requireReadRight()).resolves.toBeUndefined()
    expect(transport.requests).toHaveLength(1)
  })

  it('says that an employee may not read owners', async () => {
    const { portal } = openPortal({ user: 3 })
    await expect(portal.bindings.requireReadRight()).rejects.toMatchObject({ kind: 'no-read-right' })
  })
})

describe('bindings.readOfOwner', () => {
  it('gives the orders of an owner, newest first, page by page with the total', async () => {
    const { portal, local } = openPortal()
    const { owner } = readSample(local, 'dealWithManyOrders')
    const first = await portal.bindings.readOfOwner(owner)
    const second = await portal.bindings.readOfOwner(owner, first.next)
    const ids = [...first.rows, ...second.rows].map((binding) => binding.orderId)
    expect(ids).toEqual([...new Set(ids)].toSorted((one, other) => other - one))
    expect([first.rows.length, ids.length, second.next]).toEqual([50, first.total, undefined])
  })

  it.each([
    ['an order twice', [5, 6, 5]],
    ['an order twice, once as digits', [5, '5']],
    ['nothing but one order', Array(50).fill(5)],
    ['more rows than a page can hold', Array.from({ length: 51 }, (_, index) => index + 1)],
  ])('does not believe %s', async (_, orderIds) => {
    const orderEntity = orderIds.map((one) => ({ orderId: one, ownerId: 202, ownerTypeId: 2 }))
    const { portal } = openPortal({ faults: [faultOf(LIST, { kind: 'wrong-shape', result: { orderEntity } })] })
    await expect(portal.bindings.readOfOwner(anOwnerRef(202))).rejects.toMatchObject({ kind: 'unreadable' })
  })

  it('gives an empty page for an owner without orders', async () => {
    const { portal, local } = openPortal()
    const page = await portal.bindings.readOfOwner(readSample(local, 'dealWithoutOrders').owner)
    expect(page).toMatchObject({ rows: [], total: 0 })
  })
})

describe('bindings.write', () => {
  it('binds an order and gives the owner that the portal shows now', async () => {
    const { portal, local } = openPortal()
    const { orderId: id } = readSample(local, 'unbound')
    const { owner: after } = readSample(local, 'moveTarget')
    expect(await portal.bindings.write({ orderId: id, after }, null)).toEqual({
      before: null,
      outcome: 'written',
      now: after,
    })
    expect(storedOwner(local, id)).toEqual(after)
  })

  it('moves an order by one add, without unbinding it first', async () => {
    const { move, local, id, before, after, transport } = openMove()
    expect(await move()).toEqual({ before, outcome: 'written', now: after })
    expect(storedOwner(local, id)).toEqual(after)
    expect(transport.requests).toHaveLength(1)
    expect(JSON.stringify(transport.requests)).not.toContain('deleteByFilter')
  })

  it('unbinds an order', async () => {
    const { portal, local, id, before } = openMove()
    expect(await portal.bindings.write({ orderId: id, after: null }, before)).toEqual({
      before,
      outcome: 'written',
      now: null,
    })
    expect(storedOwner(local, id)).toBeNull()
  })

  it('says that the binding is there already', async () => {
    const { portal, id, before } = openMove()
    expect(await portal.bindings.write({ orderId: id, after: before }, before)).toEqual({ before, outcome: 'mismatch' })
  })

  it('says that the binding is gone already', async () => {
    const { portal, id, before, after } = openMove()
    expect(await portal.bindings.write({ orderId: id, after: null }, after)).toEqual({ before, outcome: 'mismatch' })
  })

  it('asks nothing to unbind an order that has no owner', async () => {
    const { portal, id, transport } = openMove()
    expect(await portal.bindings.write({ orderId: id, after: null }, null)).toEqual({
      before: null,
      outcome: 'mismatch',
    })
    expect(transport.requests).toHaveLength(0)
  })

  it('stops before the read-back when the write is refused', async () => {
    const { portal, local } = openPortal({ user: MANAGER })
    const { orderId: id, owner: before } = readSample(local, 'move')
    const writing = portal.bindings.write({ orderId: id, after: anOwnerRef(202) }, before)
    expect(await writing).toMatchObject({ before, outcome: { kind: 'no-write-right', changed: 'no' } })
    expect(local.log.at(-1)?.commands?.map(({ method }) => method)).toEqual([LIST, ADD])
  })

  it('says that the order is gone', async () => {
    const writing = openPortal().portal.bindings.write({ orderId: orderId(999_999), after: anOwnerRef(202) }, null)
    expect(await writing).toMatchObject({ outcome: { kind: 'order-gone', changed: 'no' } })
  })

  it('takes an empty wrapper for a write that ran', async () => {
    const { move, before, after } = openMove(faultOf(ADD, { kind: 'wrong-shape', result: { dealOrder: [] } }))
    expect(await move()).toEqual({ before, outcome: 'written', now: after })
  })

  it.each([
    ['whose answer is of another shape', faultOf(ADD, { kind: 'wrong-shape', result: { dealOrder: { orderId: 3 } } })],
    [
      'whose row is missing',
      faultOf('batch', {
        kind: 'wrong-shape',
        result: { result: [], result_error: [], result_total: [], result_next: [], result_time: [] },
      }),
    ],
  ])('does not know the end of a write %s', async (_, fault) => {
    expect(await openMove(fault).move()).toMatchObject({ outcome: { kind: 'unreadable', changed: 'unknown' } })
  })

  it.each([
    ['refused', { kind: 'error', code: '200040300010' }],
    ['of another shape', { kind: 'wrong-shape', result: {} }],
    ['lost', { kind: 'missing-row' }],
  ] as const)('tells no owner after a write whose read-back is %s', async (_, effect) => {
    const { move, before } = openMove(faultOf(LIST, effect, { nth: 2 }))
    expect(await move()).toEqual({ before, outcome: 'written' })
  })

  it.each([
    ['of another shape', { kind: 'wrong-shape', result: {} }],
    ['lost', { kind: 'missing-row' }],
    [
      'about two owners',
      {
        kind: 'wrong-shape',
        result: {
          orderEntity: [
            { orderId: 3, ownerId: 1, ownerTypeId: 2 },
            { orderId: 3, ownerId: 2, ownerTypeId: 2 },
          ],
        },
      },
    ],
  ] as const)('tells no owner before a write whose first reading is %s', async (_, effect) => {
    const { move, after } = openMove(faultOf(LIST, effect as FaultEffect, { nth: 1 }))
    expect(await move()).toEqual({ outcome: 'written', now: after })
  })

  it.each([
    ['200040300010', 'no-read-right'],
    ['INTERNAL_SERVER_ERROR', 'portal-error'],
    ['QUERY_LIMIT_EXCEEDED', 'busy'],
  ])('writes nothing when the reading right before it is refused: %s', async (code, kind) => {
    const { move, local, id, before } = openMove(faultOf(LIST, { kind: 'error', code }, { nth: 1 }))
    await expect(move()).rejects.toMatchObject({ kind, changed: 'no' })
    expect(storedOwner(local, id)).toEqual(before)
  })

  const faults: [string, FaultEffect, object][] = [
    ['a cut before the work', { kind: 'cut-before' }, { kind: 'offline', changed: 'unknown' }],
    ['a cut after the work', { kind: 'cut-after' }, { kind: 'offline', changed: 'unknown' }],
    ['silence', { kind: 'silence' }, { kind: 'timeout', changed: 'unknown' }],
    ['late work', { kind: 'late-work', ms: 1 }, { kind: 'offline', changed: 'unknown' }],
    ['an HTML page', { kind: 'html-page', status: 502 }, { kind: 'portal-error', changed: 'unknown' }],
    ['an HTML page that says 200', { kind: 'html-page', status: 200 }, { kind: 'unreadable', changed: 'unknown' }],
    ['an empty body', { kind: 'empty-body' }, { kind: 'unreadable', changed: 'unknown' }],
    ['broken JSON', { kind: 'broken-json' }, { kind: 'unreadable', changed: 'unknown' }],
    [
      'an internal error',
      { kind: 'error', code: 'INTERNAL_SERVER_ERROR' },
      { kind: 'portal-error', changed: 'unknown' },
    ],
    ['the request limit', { kind: 'error', code: 'QUERY_LIMIT_EXCEEDED' }, { kind: 'busy', changed: 'no' }],
    ['the time limit', { kind: 'error', code: 'OPERATION_TIME_LIMIT' }, { kind: 'time-limit', changed: 'no' }],
    ['a manual block', { kind: 'error', code: 'OVERLOAD_LIMIT' }, { kind: 'overload', changed: 'no' }],
    ['a refusal of the store', { kind: 'error', code: '0', status: 400 }, { kind: 'refused', changed: 'unknown' }],
  ]

  it('sends nothing, and says so, where the write may not leave', async () => {
    const { portal, transport, local, id, before, after } = openMove()
    const writing = portal.bindings.write({ orderId: id, after }, before, { mayLeave: () => false })
    await expect(writing).rejects.toMatchObject({ kind: 'timeout', changed: 'no', code: 'NOT_SENT' })
    expect(transport.requests).toHaveLength(0)
    expect(storedOwner(local, id)).toEqual(before)
  })

  it('asks anew whether it may leave, before it is repeated with a new token', async () => {
    const { portal, transport, local, id, before, after } = openMove()
    expireTokens(local)
    let asked = 0
    const writing = portal.bindings.write({ orderId: id, after }, before, { mayLeave: () => ++asked === 1 })
    await expect(writing).rejects.toMatchObject({ kind: 'timeout', changed: 'no' })
    expect([asked, transport.requests.length]).toEqual([2, 1])
    expect(storedOwner(local, id)).toEqual(before)
  })

  it.each(faults)('sends a write once when it meets %s', async (_, effect, failure) => {
    const { move, transport } = openMove(faultOf('batch', effect))
    await expect(move()).rejects.toMatchObject(failure)
    expect(transport.requests).toHaveLength(1)
  })

  it.each(faults.filter(([, { kind }]) => kind === 'error'))(
    'sends a write once when its row says %s',
    async (_, effect, failure) => {
      const { move, transport, local, id, before } = openMove(faultOf(ADD, effect))
      expect((await move()).outcome).toMatchObject(failure)
      expect(transport.requests).toHaveLength(1)
      expect(storedOwner(local, id)).toEqual(before)
    },
  )
})

describe('bindings.readWriteRight', () => {
  it.each([
    [1, 'yes'],
    [4, 'yes'],
    [MANAGER, 'no'],
    [EMPLOYEE, 'no'],
  ])('finds that user %i may write: %s', async (user, right) => {
    expect(await openPortal({ user }).portal.bindings.readWriteRight()).toBe(right)
  })

  it('writes nothing', async () => {
    const { portal, local } = openPortal()
    const before = structuredClone([...local.data.bindings])
    await portal.bindings.readWriteRight()
    expect([...local.data.bindings]).toEqual(before)
  })

  it.each<FaultEffect>([
    { kind: 'cut-before' },
    { kind: 'html-page' },
    { kind: 'error', code: 'ERROR_METHOD_NOT_FOUND' },
    { kind: 'error', code: '200540400002' },
    { kind: 'error', code: 'expired_token' },
    { kind: 'error', code: 'QUERY_LIMIT_EXCEEDED' },
  ])('does not know after %o', async (effect) => {
    expect(await openPortal({ faults: [faultOf(ADD, effect)] }).portal.bindings.readWriteRight()).toBe('unknown')
  })
})
