import type { ScanStep, OrderScan } from '@/portal/order-queries'
import { describe, expect, it } from 'vitest'
import { toPeriod } from '@/domain/days'
import { setFaults } from '@emulator/faults/faults'
import { faultOf, openPortal } from '@tests/support/open-portal'

const BINDINGS = 'crm.orderentity.list'
const ORDERS = 'sale.order.list'

async function runToEnd(scan: OrderScan): Promise<ScanStep[]> {
  const steps = [await scan.next()]
  while (!steps.at(-1)?.isDone) steps.push(await scan.next())
  return steps
}

const idsOf = (steps: ScanStep[]) => steps.flatMap(({ found }) => found.map(({ id }) => id))

/** The orders that no binding names, newest first. */
function freeOrders({ data }: ReturnType<typeof openPortal>['local']) {
  const free = [...data.orders.values()].filter(({ id }) => !data.bindings.has(id))
  return free.toSorted((one, other) => other.id - one.id)
}

/** The portal with 20,000 orders, of which so many of the newest have no owner. */
function openLarge(free: number) {
  const opened = openPortal({ settings: { rows: 'large' } })
  const { data } = opened.local
  const ids = [...data.orders.keys()].toSorted((one, other) => other - one)
  ids.forEach((id, place) => {
    if (place < free) data.bindings.delete(id)
    else data.bindings.set(id, { ownerId: 201, ownerTypeId: 2 })
  })
  return opened
}

/** The orders whose owner no portal knows, newest first. */
function orphans({ data }: ReturnType<typeof openPortal>['local']) {
  const ids = [...data.bindings].filter(([, { ownerId, ownerTypeId }]) => !data.items.get(ownerTypeId)?.has(ownerId))
  return ids.map(([id]) => id).toSorted((one, other) => other - one)
}

describe('orders.scan for owners that are gone', () => {
  it('finds every order whose owner was deleted, with that owner, and no other', async () => {
    const { portal, local } = openPortal()
    const steps = await runToEnd(portal.orders.scan({ wanted: 'owner-gone' }))
    expect(idsOf(steps)).toEqual(orphans(local))
    expect(idsOf(steps).length).toBeGreaterThan(1)
    const [first] = steps.flatMap(({ owners }) => [...owners])
    expect(first?.[1]).toMatchObject({ kind: 'gone', ref: { typeId: 2 } })
    expect(steps.at(-1)).toMatchObject({ looked: 200, total: 200, untold: 0, isDone: true })
  })

  it('takes no owner for gone that this person may only not see', async () => {
    const { portal, local } = openPortal({ user: 4 })
    expect(idsOf(await runToEnd(portal.orders.scan({ wanted: 'owner-gone' })))).toEqual(orphans(local))
  })

  it('is narrowed by the other filters', async () => {
    const { portal, local } = openPortal()
    const paid = orphans(local).filter((id) => local.data.orders.get(id)?.payed === 'Y')
    expect(idsOf(await runToEnd(portal.orders.scan({ wanted: 'owner-gone', isPaid: true })))).toEqual(paid)
  })

  it('says of how many it could not be told', async () => {
    const { portal, local } = openPortal()
    setFaults(local, [faultOf('crm.item.get', { kind: 'error', code: 'INTERNAL_SERVER_ERROR' })])
    const steps = await runToEnd(portal.orders.scan({ wanted: 'owner-gone' }))
    expect(idsOf(steps)).toEqual([])
    expect(steps.reduce((sum, { untold }) => sum + untold, 0)).toBe(orphans(local).length)
  })

  it('asks after a hundred owners at most in one step, and says of how many it could not be told', async () => {
    const { portal, local, transport } = openPortal()
    const bound = [...local.data.bindings.values()].slice(0, 150)
    bound.forEach((binding, index) => {
      binding.ownerTypeId = 2
      binding.ownerId = 900_000 + index
    })
    const steps = await runToEnd(portal.orders.scan({ wanted: 'owner-gone' }))
    const untold = steps.reduce((sum, step) => sum + step.untold, 0)
    expect(JSON.stringify(transport.requests).match(/crm\.item\.get/g)).toHaveLength(100)
    expect([idsOf(steps).length, idsOf(steps).length + untold]).toEqual([100, orphans(local).length])
  })

  it('asks for no owner twice', async () => {
    const { portal, transport } = openLarge(150)
    const steps = await runToEnd(portal.orders.scan({ wanted: 'owner-gone' }))
    expect(idsOf(steps)).toEqual([])
    expect(transport.requests.length).toBeLessThan(14)
    expect(JSON.stringify(transport.requests).match(/crm\.item\.list/g)).toHaveLength(1)
  })

  it('is done at once where no order has an owner', async () => {
    const { portal, local } = openPortal()
    local.data.bindings.clear()
    expect(await portal.orders.scan({ wanted: 'owner-gone' }).next()).toMatchObject({ isDone: true })
  })
})

describe('orders.scan for all that match', () => {
  it.each([{}, { isPaid: true }, { statusCode: 'N' }, { statusCode: 'N', isPaid: false }])(
    'finds each of them once, and as many as are counted: %o',
    async (query) => {
      const { portal, local } = openPortal()
      const wanted = [...local.data.orders.values()].filter(
        ({ payed, statusId }) =>
          (query.isPaid === undefined || (payed === 'Y') === query.isPaid) &&
          (query.statusCode === undefined || statusId === query.statusCode),
      )
      const found = idsOf(await runToEnd(portal.orders.scan({ wanted: 'any', ...query })))
      expect(found).toEqual(wanted.map(({ id }) => id).toSorted((one, other) => other - one))
      expect(await portal.orders.count(query)).toBe(wanted.length)
    },
  )

  it('takes few requests for 20,000', async () => {
    const { portal, transport } = openLarge(0)
    expect(idsOf(await runToEnd(portal.orders.scan({ wanted: 'any' })))).toHaveLength(20_000)
    expect(transport.requests.length).toBeLessThan(22)
  })
})

describe('orders.scan for orders without an owner', () => {
  it('finds every order without an owner, newest first, and no other', async () => {
    const { portal, local } = openPortal()
    const steps = await runToEnd(portal.orders.scan({ wanted: 'without-owner' }))
    expect(idsOf(steps)).toEqual(freeOrders(local).map(({ id }) => id))
    expect(idsOf(steps).length).toBeGreaterThan(0)
    expect(steps.at(-1)).toMatchObject({ looked: 200, total: 200, lost: 0, isDone: true })
  })

  it.each([{ isPaid: true }, { isPaid: false }, { statusCode: 'N' }, { statusCode: 'N', isPaid: false }])(
    'finds only those with %o',
    async (query) => {
      const { portal, local } = openPortal()
      local.data.bindings.clear()
      const wanted = freeOrders(local).filter(
        ({ payed, statusId }) =>
          (query.isPaid === undefined || (payed === 'Y') === query.isPaid) &&
          (query.statusCode === undefined || statusId === query.statusCode),
      )
      expect(idsOf(await runToEnd(portal.orders.scan({ wanted: 'without-owner', ...query })))).toEqual(
        wanted.map(({ id }) => id),
      )
      expect(wanted.length).toBeLessThan(200)
    },
  )

  it('finds only those of the time asked for, and looks at no others', async () => {
    const { portal, local, transport } = openLarge(20_000)
    const day = freeOrders(local)[1_000]?.dateInsert.slice(0, 10) ?? ''
    const wanted = freeOrders(local).filter(({ dateInsert }) => dateInsert.startsWith(day))
    const steps = await runToEnd(
      portal.orders.scan({ wanted: 'without-owner', made: toPeriod({ from: day, to: day }) }),
    )
    expect(idsOf(steps).toSorted((one, other) => other - one)).toEqual(wanted.map(({ id }) => id))
    expect(steps.at(-1)).toMatchObject({ looked: wanted.length, total: wanted.length })
    expect(transport.requests.length).toBeLessThan(8)
  })

  it('looks at the orders of some time though there are as many bindings as orders', async () => {
    const { portal, local } = openPortal()
    const made = { from: '2000-01-01T00:00:00' }
    for (const id of local.data.orders.keys()) local.data.bindings.set(id, { ownerId: 201, ownerTypeId: 2 })
    expect(await portal.orders.scan({ wanted: 'without-owner', made }).next()).toMatchObject({
      total: 200,
      isDone: false,
    })
  })

  it('is done at once where no order was made in this time', async () => {
    const { portal } = openPortal()
    const scan = portal.orders.scan({ wanted: 'without-owner', made: { before: '2001-01-01T00:00:00' } })
    expect(await scan.next()).toMatchObject({ found: [], looked: 0, total: 0, isDone: true })
  })

  it('asks for nothing before its first step', () => {
    const { portal, transport } = openPortal()
    portal.orders.scan({ wanted: 'without-owner' })
    expect(transport.requests).toEqual([])
  })

  it('is done by one request where there are as many bindings as orders, and looks all the same when told to', async () => {
    const { portal, local, transport } = openPortal()
    for (const id of local.data.orders.keys()) local.data.bindings.set(id, { ownerId: 201, ownerTypeId: 2 })
    const scan = portal.orders.scan({ wanted: 'without-owner' })
    expect(await scan.next()).toMatchObject({ found: [], looked: 0, total: 200, isDone: true })
    expect(transport.requests).toHaveLength(1)
    // A binding of an order that is gone would hide one without an owner from the totals.
    local.data.bindings.delete(7)
    expect(idsOf([await scan.next()])).toEqual([7])
  })

  it('is done at once in a portal without orders', async () => {
    const { portal } = openPortal({ settings: { rows: 'empty' } })
    expect(await portal.orders.scan({ wanted: 'without-owner' }).next()).toMatchObject({
      found: [],
      total: 0,
      isDone: true,
    })
  })

  it.each([
    [1, 10, 12],
    [150, 10, 12],
    [20_000, 19, 29],
  ])('takes few requests for 20,000 orders of which %i are free', async (free, fewest, most) => {
    const { portal, transport } = openLarge(free)
    const steps = await runToEnd(portal.orders.scan({ wanted: 'without-owner' }))
    expect(idsOf(steps)).toHaveLength(free)
    expect(transport.requests.length).toBeGreaterThanOrEqual(fewest)
    expect(transport.requests.length).toBeLessThanOrEqual(most)
  })

  it('tells how far it looked, and stops for as long as nobody calls it', async () => {
    const { portal, local, transport } = openLarge(150)
    const scan = portal.orders.scan({ wanted: 'without-owner' })
    expect(await scan.next()).toMatchObject({ found: [], looked: 0, total: 20_000, isDone: false })
    const first = await scan.next()
    expect(first).toMatchObject({ looked: 2_450, isDone: false })
    const next = [...local.data.orders.values()].toSorted((one, other) => other.id - one.id)[2_450]
    expect(first.until?.at).toBe(Date.parse(next?.dateInsert ?? ''))
    const sent = transport.requests.length
    await Promise.resolve()
    expect(transport.requests).toHaveLength(sent)
    expect(await scan.next()).toMatchObject({ looked: 4_900 })
  })

  it('leaves out ids that no order has', async () => {
    const { portal, local } = openPortal()
    for (const id of [3, 50, 51, 100, 199]) {
      local.data.orders.delete(id)
      local.data.bindings.delete(id)
    }
    const steps = await runToEnd(portal.orders.scan({ wanted: 'without-owner' }))
    expect(idsOf(steps)).toEqual(freeOrders(local).map(({ id }) => id))
    expect(steps.at(-1)).toMatchObject({ looked: 195, total: 195 })
  })

  it('finds old orders below a wide gap of ids without walking through it', async () => {
    const { portal, local, transport } = openPortal()
    const newest = local.data.orders.get(200)
    if (newest) local.data.orders.set(1_000_000, { ...newest, id: 1_000_000 })
    const steps = await runToEnd(portal.orders.scan({ wanted: 'without-owner' }))
    expect(idsOf(steps)).toEqual(freeOrders(local).map(({ id }) => id))
    expect(transport.requests.length).toBeLessThan(8)
  })

  it.each([
    ['the bindings', BINDINGS],
    ['the orders', ORDERS],
  ])('takes a step again in which %s failed', async (_, method) => {
    const { portal, local } = openPortal()
    const scan = portal.orders.scan({ wanted: 'without-owner' })
    await scan.next()
    setFaults(local, [faultOf(method, { kind: 'error', code: 'INTERNAL_SERVER_ERROR' })])
    await expect(scan.next()).rejects.toMatchObject({ kind: 'portal-error' })
    setFaults(local, [])
    expect(idsOf([await scan.next()])).toEqual(freeOrders(local).map(({ id }) => id))
  })

  it('tells an employee that orders may not be read', async () => {
    const { portal } = openPortal({ user: 3 })
    await expect(portal.orders.scan({ wanted: 'without-owner' }).next()).rejects.toMatchObject({
      kind: 'no-read-right',
    })
  })

  it.each([
    [BINDINGS, { orderEntity: [{ orderId: 5_000, ownerId: 1, ownerTypeId: 2 }] }, 'orderEntity.filter'],
    [ORDERS, { orders: [{ id: 1 }] }, 'orders.filter'],
  ])('does not believe rows of %s that were not asked for', async (method, result, code) => {
    const { portal, local } = openPortal()
    const scan = portal.orders.scan({ wanted: 'without-owner' })
    await scan.next()
    setFaults(local, [faultOf(method, { kind: 'wrong-shape', result })])
    await expect(scan.next()).rejects.toMatchObject({ kind: 'unreadable', code })
  })
})
