import { describe, expect, it } from 'vitest'
import { seedPortal } from '@emulator/seed/seed-portal'

const english = seedPortal('en')
const orders = [...english.orders.values()]
const deals = [...(english.items.get(2)?.values() ?? [])]

function ordersOf(ownerId: number, ownerTypeId = 2): number[] {
  const bound = [...english.bindings].filter(
    ([, owner]) => owner.ownerId === ownerId && owner.ownerTypeId === ownerTypeId,
  )
  return bound.map(([orderId]) => orderId)
}

function sample(name: string) {
  const { orderId = 0, ownerId = 0, ownerTypeId = 0 } = english.samples[name] ?? {}
  return { order: english.orders.get(orderId), deal: english.items.get(2)?.get(ownerId), orderId, ownerId, ownerTypeId }
}

describe('seedPortal', () => {
  it('makes the same data again', () => {
    expect(seedPortal('en')).toEqual(english)
  })

  it('changes words but no ids with the language', () => {
    const russian = seedPortal('ru')
    expect(russian.samples).toEqual(english.samples)
    expect([...russian.bindings]).toEqual([...english.bindings])
    expect(russian.items.get(2)?.get(sample('move').ownerId)?.title).toBe('Заказ №1003')
  })

  it('fills the portal as promised', () => {
    expect({ deals: deals.length, invoices: english.items.get(31)?.size, orders: orders.length }).toEqual({
      deals: 60,
      invoices: 15,
      orders: 200,
    })
    expect({ contacts: english.contacts.size, companies: english.companies.size }).toEqual({
      contacts: 60,
      companies: 25,
    })
    expect(new Set(orders.map(({ statusId }) => statusId))).toEqual(new Set(['N', 'P', 'S', 'F', 'D']))
    expect(new Set(orders.map(({ currency }) => currency))).toEqual(new Set(['USD', 'EUR']))
  })

  it('numbers orders and deals as time goes by', () => {
    const isRising = (dates: number[]) => dates.every((date, index) => index === 0 || date >= (dates[index - 1] ?? 0))
    expect(isRising(orders.map(({ dateInsert }) => Date.parse(dateInsert)))).toBe(true)
    expect(isRising(deals.map(({ createdTime }) => Date.parse(createdTime)))).toBe(true)
  })

  it('keeps every date between July and November 2026', () => {
    const moments = [...orders.map(({ dateInsert }) => dateInsert), ...deals.map(({ createdTime }) => createdTime)]
    expect(moments.filter((moment) => moment < '2026-07-27' || moment > '2026-11-23')).toEqual([])
  })

  it('adds up baskets, deliveries and payments', () => {
    for (const order of orders) {
      const goods = order.basketItems.reduce((sum, row) => sum + row.price * row.quantity, 0)
      const delivery = order.shipments.reduce((sum, row) => sum + row.priceDelivery, 0)
      expect(order.price).toBeCloseTo(goods + delivery, 2)
      if (order.payments.length > 0)
        expect(order.payments.reduce((sum, row) => sum + row.sum, 0)).toBeCloseTo(order.price, 2)
    }
  })

  it('gives deals, invoices and contracts product rows that add up, or sums that are counted by hand', () => {
    for (const type of [2, 31, 1038]) {
      for (const { id, opportunity, isManualOpportunity } of english.items.get(type)?.values() ?? []) {
        const rows = [...english.productRows.values()].filter((row) => row.ownerId === id && row.ownerTypeId === type)
        expect(rows.length).toBeGreaterThan(0)
        const sum = rows.reduce((total, row) => total + row.price * row.quantity, 0)
        if (isManualOpportunity === 'N') expect(sum).toBeCloseTo(opportunity ?? 0, 2)
      }
    }
  })

  it("gives an order's own deal the order's goods", () => {
    const goodsOf = (ownerId: number) =>
      [...english.productRows.values()]
        .filter((row) => row.ownerId === ownerId && row.ownerTypeId === 2)
        .map(({ productId, productName, price, quantity }) => ({ productId, name: productName, price, quantity }))
    const own = orders.filter(({ id, accountNumber }) => {
      const { ownerId = 0, ownerTypeId } = english.bindings.get(id) ?? {}
      return ownerTypeId === 2 && english.items.get(2)?.get(ownerId)?.title === `Order No. ${accountNumber}`
    })
    expect(own).toHaveLength(35)
    for (const { id, basketItems } of own) {
      const goods = basketItems.map(({ productId, name, price, quantity }) => ({ productId, name, price, quantity }))
      expect(goodsOf(english.bindings.get(id)?.ownerId ?? 0)).toEqual(goods)
    }
  })

  it('says paid exactly where every payment is paid', () => {
    for (const { payed, payments } of orders.filter((order) => order.payments.length > 0)) {
      expect(payed).toBe(payments.every(({ paid }) => paid === 'Y') ? 'Y' : 'N')
    }
  })

  it('binds orders to owners that exist, but for six', () => {
    const gone = [...english.bindings.values()].filter(
      ({ ownerId, ownerTypeId }) => !english.items.get(ownerTypeId)?.has(ownerId),
    )
    expect(gone).toHaveLength(6)
    expect(english.bindings.size).toBe(180)
  })

  it('gives orders customers that exist', () => {
    const clients = orders.flatMap((order) => order.clients)
    expect(
      clients.filter(
        ({ entityTypeId, entityId }) => !(entityTypeId === 3 ? english.contacts : english.companies).has(entityId),
      ),
    ).toEqual([])
    expect(orders.filter((order) => order.clients.filter(({ entityTypeId }) => entityTypeId === 4).length > 1)).toEqual(
      [],
    )
  })

  it('calls no two contacts alike', () => {
    const names = [...english.contacts.values()].map(({ name, lastName }) => `${name} ${lastName}`)
    expect(new Set(names).size).toBe(names.length)
  })

  it('puts deals at stages of their own pipeline', () => {
    const unexpected = deals.filter(({ categoryId, stageId }) => {
      const entityId = categoryId === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${categoryId}`
      return !english.statuses.some((row) => row.ENTITY_ID === entityId && row.STATUS_ID === stageId)
    })
    expect(unexpected).toEqual([])
  })
})

describe('a sample of the sample portal', () => {
  it('move: an order belongs to its twin deal, its customer has a bigger one', () => {
    const { order, deal } = sample('move')
    const target = sample('moveTarget')
    expect(deal).toMatchObject({
      title: `Order No. ${order?.accountNumber}`,
      opportunity: order?.price,
      currencyId: order?.currency,
    })
    expect(target.deal?.contactId).toBe(deal?.contactId)
    expect(target.deal?.opportunity).toBeGreaterThan(order?.price ?? Infinity)
    expect(ordersOf(target.ownerId)).toHaveLength(2)
  })

  it('unbound: an order has no owner', () => {
    expect(sample('unbound').order).toBeDefined()
    expect(english.bindings.has(sample('unbound').orderId)).toBe(false)
  })

  it('goneOwner: an order belongs to a deal that is gone', () => {
    const { order, deal, orderId, ownerId } = sample('goneOwner')
    expect([order === undefined, deal]).toEqual([false, undefined])
    expect(english.bindings.get(orderId)).toEqual({ ownerId, ownerTypeId: 2 })
  })

  it('invoiceOrder: an order belongs to an invoice', () => {
    expect(ordersOf(sample('invoiceOrder').ownerId, 31)).toContain(sample('invoiceOrder').orderId)
    expect(english.items.get(31)?.has(sample('invoiceOrder').ownerId)).toBe(true)
  })

  it('paidWithShipment: payments and shipments come along', () => {
    const { order } = sample('paidWithShipment')
    expect(order).toMatchObject({ payed: 'Y', deducted: 'Y' })
    expect([order?.payments.length, order?.shipments.length].every((count) => (count ?? 0) > 0)).toBe(true)
  })

  it('dealWithoutOrders: a deal has no orders', () => {
    expect(sample('dealWithoutOrders').deal).toBeDefined()
    expect(ordersOf(sample('dealWithoutOrders').ownerId)).toEqual([])
  })

  it('dealWithManyOrders: a deal has more than a page of orders', () => {
    expect(ordersOf(sample('dealWithManyOrders').ownerId)).toHaveLength(55)
  })

  it('sumDiffers: a twin deal has another sum than its order', () => {
    const { order, deal } = sample('sumDiffers')
    expect(deal?.title).toBe(`Order No. ${order?.accountNumber}`)
    expect(deal?.opportunity).toBe(Math.round(((order?.price ?? 0) + 150) * 100) / 100)
  })

  it('hiddenOwner: a deal is open to its keeper only', () => {
    expect(sample('hiddenOwner').deal).toMatchObject({ opened: 'N', assignedById: 1 })
  })

  it('wholesaleOrder: an order belongs to a deal of the other pipeline', () => {
    expect(sample('wholesaleOrder').deal).toMatchObject({ categoryId: 9 })
  })
})
