import type { OrderId } from '@/domain/id'
import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import { anOwnerRef } from '@tests/support/builders'
import { openLinkedPortal } from '@tests/support/linked-portal'
import { faultOf } from '@tests/support/open-portal'

const DEAL_1 = anOwnerRef(1)
const DEAL_203 = anOwnerRef(203)
const ORDERS = 'sale.order.list'
const BINDINGS = 'crm.orderentity.list'
const ITEM = 'crm.item.get'

/** What portals may put in the place of a reference that they do not resolve. */
const MISREAD = ['0$result[k_other][0]', '0', '0Array', '1', '']

const sentRow = (id: number) => ({ id, accountNumber: String(id) })

describe('orders.readOfOwner', () => {
  it.each([
    [0, 0, 0],
    [1, 1, 1],
    [10, 10, 10],
    [11, 11, 10],
    [60, 50, 10],
  ])('of %i orders lists %i and reads %i along, in one request', async (bound, listed, along) => {
    const { portal, transport, newest } = openLinkedPortal({ bound })
    const page = await portal.orders.readOfOwner(DEAL_1)
    expect(page.rows.map((row) => row.orderId)).toEqual(newest.slice(0, listed))
    expect([...page.orders.keys()]).toEqual(newest.slice(0, along))
    expect(page.total).toBe(bound)
    expect(transport.requests.map(({ method }) => method)).toEqual(['batch'])
  })

  it('reads along what reading by id gives', async () => {
    const { portal, newest } = openLinkedPortal({ bound: 3 })
    const { orders } = await portal.orders.readOfOwner(DEAL_1)
    expect(orders).toEqual(await portal.orders.read(newest.map(orderId)))
  })

  it('reads orders of later pages along as well', async () => {
    const { portal, newest } = openLinkedPortal({ bound: 60 })
    const { next } = await portal.orders.readOfOwner(DEAL_1)
    const page = await portal.orders.readOfOwner(DEAL_1, next)
    expect([...page.orders.keys()]).toEqual(newest.slice(50))
  })

  it.each(MISREAD)('takes no order where references come as "%s"', async (references) => {
    for (const bound of [0, 2]) {
      const { portal, newest } = openLinkedPortal({ bound, references })
      const page = await portal.orders.readOfOwner(DEAL_1)
      expect(page.rows.map((row) => row.orderId)).toEqual(newest)
      expect([...page.orders]).toEqual([])
    }
  })

  it.each([
    ['orders of others', { orders: [sentRow(1), sentRow(200), sentRow(5)] }, [200]],
    ['an odd row beside a good one', { orders: [{ id: 'x' }, sentRow(199)] }, [199]],
    ['more rows than a page holds', { orders: Array(51).fill(sentRow(200)) }, []],
    ['something else', { orders: 'none' }, []],
    ['nothing', [], []],
  ])('takes of an answer with %s what a binding names', async (_, result, along) => {
    const { portal } = openLinkedPortal({ bound: 2, faults: [faultOf(ORDERS, { kind: 'wrong-shape', result })] })
    const page = await portal.orders.readOfOwner(DEAL_1)
    expect(page.rows).toHaveLength(2)
    expect([...page.orders.keys()]).toEqual(along)
  })

  it.each([
    ['refused', { kind: 'error', code: 'INTERNAL_SERVER_ERROR' }],
    ['lost', { kind: 'missing-row' }],
  ] as const)('gives the bindings where the orders are %s', async (_, effect) => {
    const { portal } = openLinkedPortal({ bound: 2, faults: [faultOf(ORDERS, effect)] })
    expect(await portal.orders.readOfOwner(DEAL_1)).toMatchObject({ total: 2, orders: new Map() })
  })

  it('fails where the bindings are refused, whatever came of the orders', async () => {
    const { portal } = openLinkedPortal({ bound: 2, user: 3 })
    await expect(portal.orders.readOfOwner(DEAL_1)).rejects.toMatchObject({ kind: 'no-read-right' })
  })

  it('does not believe bindings of somebody else', async () => {
    const { portal } = openLinkedPortal({
      bound: 2,
      faults: [
        faultOf(BINDINGS, {
          kind: 'wrong-shape',
          result: { orderEntity: [{ orderId: 200, ownerId: 1, ownerTypeId: 2 }] },
        }),
      ],
    })
    await expect(portal.orders.readOfOwner(DEAL_203)).rejects.toMatchObject({ code: 'orderEntity.filter' })
  })
})

describe('orders.readWithOwner', () => {
  it('reads an order with its owner in one request', async () => {
    const { portal, transport } = openLinkedPortal({ bound: 1 })
    const { order, owner } = await portal.orders.readWithOwner(orderId(200))
    expect(order).toMatchObject({ id: 200, number: '1200' })
    expect(owner).toMatchObject({ kind: 'present', owner: { ref: DEAL_1, title: 'The first deal' } })
    expect(transport.requests.map(({ method }) => method)).toEqual(['batch'])
  })

  it('gives the owner as reading it by its reference does', async () => {
    const { portal } = openLinkedPortal({ bound: 1 })
    const { owner } = await portal.orders.readWithOwner(orderId(200))
    expect(owner).toEqual((await portal.owners.read([DEAL_1])).get('2:1'))
  })

  it('tells that an order has no owner, however the portal refuses an empty reference', async () => {
    for (const references of [undefined, ...MISREAD]) {
      const { portal } = openLinkedPortal({ bound: 0, references })
      expect(await portal.orders.readWithOwner(orderId(200))).toMatchObject({ owner: null, order: { id: 200 } })
    }
  })

  it.each(MISREAD)('never calls an owner gone or another one where references come as "%s"', async (references) => {
    const { portal, local } = openLinkedPortal({ bound: 0, references })
    local.data.bindings.set(200, { ownerId: 203, ownerTypeId: 2 })
    const { owner } = await portal.orders.readWithOwner(orderId(200))
    expect(owner).toEqual({ kind: 'unread', ref: DEAL_203 })
  })

  it.each([
    ['another deal', { item: { id: 1, entityTypeId: 2, title: 'The first deal' } }],
    ['the same id of another type', { item: { id: 203, entityTypeId: 31, title: 'An invoice' } }],
    ['no type', { item: { id: 203, title: 'Something' } }],
    ['nothing', []],
  ])('leaves an owner unread where the answer names %s', async (_, result) => {
    const { portal, local } = openLinkedPortal({ bound: 0, faults: [faultOf(ITEM, { kind: 'wrong-shape', result })] })
    local.data.bindings.set(200, { ownerId: 203, ownerTypeId: 2 })
    const { owner } = await portal.orders.readWithOwner(orderId(200))
    expect(owner).toEqual({ kind: 'unread', ref: DEAL_203 })
  })

  it('leaves a deleted owner to be read by itself', async () => {
    const { portal, local } = openLinkedPortal({ bound: 1 })
    local.data.items.get(2)?.delete(1)
    expect((await portal.orders.readWithOwner(orderId(200))).owner).toEqual({ kind: 'unread', ref: DEAL_1 })
  })

  it('gives the owner where the order may not be read', async () => {
    const { portal } = openLinkedPortal({ bound: 1, user: 2, settings: { saleRead: 'administrator' } })
    const { order, owner } = await portal.orders.readWithOwner(orderId(200))
    expect(order).toMatchObject({ kind: 'no-read-right' })
    expect(owner).toMatchObject({ kind: 'present' })
  })

  it('gives the order where its binding could not be read', async () => {
    const fault = faultOf(BINDINGS, { kind: 'error', code: 'INTERNAL_SERVER_ERROR' })
    const { portal } = openLinkedPortal({ bound: 1, faults: [fault] })
    const { order, owner } = await portal.orders.readWithOwner(orderId(200))
    expect(order).toMatchObject({ id: 200 })
    expect(owner).toMatchObject({ kind: 'portal-error' })
  })

  it('has no order where the portal has none', async () => {
    const { portal } = openLinkedPortal({ bound: 0 })
    expect(await portal.orders.readWithOwner(orderId(99_999))).toEqual({ order: undefined, owner: null })
  })

  it('gives two failures where the whole request failed', async () => {
    const { portal } = openLinkedPortal({ bound: 1, faults: [faultOf('batch', { kind: 'cut-before' })] })
    const { order, owner } = await portal.orders.readWithOwner(orderId(200))
    expect([order, owner]).toMatchObject([{ kind: 'offline' }, { kind: 'offline' }])
  })
})

describe('orders.findWithOwners', () => {
  const boundIn = ({ bindings }: { bindings: { orderId: OrderId }[] }) => bindings.map((row) => row.orderId)

  it.each([0, 1, 10, 20])('gives the newest orders, %i of them with an owner, in one request', async (bound) => {
    const { portal, transport, newest } = openLinkedPortal({ bound })
    const page = await portal.orders.findWithOwners({})
    expect(page.rows).toEqual((await portal.orders.find({})).rows)
    expect(boundIn(page)).toEqual(newest)
    expect(transport.requests[0]?.method).toBe('batch')
  })

  it('reads owners of the first twenty along', async () => {
    const { portal, newest } = openLinkedPortal({ bound: 50 })
    expect(boundIn(await portal.orders.findWithOwners({}))).toEqual(newest.slice(0, 20))
  })

  it('finds with a filter and from a cursor on as the search without owners does', async () => {
    const { portal } = openLinkedPortal({ bound: 200 })
    const { next } = await portal.orders.findWithOwners({ isPaid: true })
    for (const query of [{ isPaid: true }, { isPaid: true, cursor: next }, { statusCode: 'N' }, { text: '1199' }]) {
      const { bindings, ...page } = await portal.orders.findWithOwners(query)
      expect(page).toEqual(await portal.orders.find(query))
      expect(page.rows.map(({ id }) => id)).toEqual(expect.arrayContaining(bindings.map((row) => row.orderId)))
    }
  })

  it.each(MISREAD)('says nothing of owners where references come as "%s"', async (references) => {
    const { portal, local } = openLinkedPortal({ bound: 5, references })
    local.data.bindings.set(1, { ownerId: 1, ownerTypeId: 2 })
    const page = await portal.orders.findWithOwners({})
    expect(page.rows).toHaveLength(50)
    expect(page.bindings).toEqual([])
  })

  const row = (id: number, ownerId = 1) => ({ orderId: id, ownerId, ownerTypeId: 2 })
  it.each([
    ['orders that were not found', [row(200), row(1)], [200]],
    ['two owners of one order', [row(200), row(199), row(200, 203)], [199]],
    ['everybody', Array.from({ length: 51 }, (_, index) => row(200 - index)), []],
    ['an owner without an id', [row(200), row(199, 0)], []],
  ])('does not believe bindings of %s', async (_, orderEntity, believed) => {
    const fault = faultOf(BINDINGS, { kind: 'wrong-shape', result: { orderEntity } })
    const { portal } = openLinkedPortal({ bound: 5, faults: [fault] })
    expect(boundIn(await portal.orders.findWithOwners({}))).toEqual(believed)
  })

  it('finds orders where owners may not be read', async () => {
    const fault = faultOf(BINDINGS, { kind: 'error', code: 'INTERNAL_SERVER_ERROR' })
    const page = await openLinkedPortal({ bound: 5, faults: [fault] }).portal.orders.findWithOwners({})
    expect(page.rows).toHaveLength(50)
    expect(page.bindings).toEqual([])
  })

  it('fails where orders may not be read', async () => {
    const { portal } = openLinkedPortal({ bound: 5, user: 3 })
    await expect(portal.orders.findWithOwners({})).rejects.toMatchObject({ kind: 'no-read-right' })
  })
})
