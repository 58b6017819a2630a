import type { Cursor } from '@/domain/page'
import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import { faultOf, openPortal, readSample } from '@tests/support/open-portal'

const MANAGER = 2
const EMPLOYEE = 3

describe('orders.find', () => {
  it('gives the newest orders first, in pages that follow each other', async () => {
    const { portal } = openPortal()
    const ids: number[] = []
    for (let cursor: Cursor | undefined; ids.length === 0 || cursor !== undefined;) {
      const page = await portal.orders.find({ cursor })
      ids.push(...page.rows.map(({ id }) => id))
      cursor = page.next
    }
    expect(ids).toEqual([...new Set(ids)].toSorted((one, other) => other - one))
    expect(ids).toHaveLength(200)
  })

  it('gives an order with number, date, sum and status', async () => {
    const { portal, local } = openPortal()
    const { orderId: id } = readSample(local, 'paidWithShipment')
    const stored = local.data.orders.get(id)
    const [order] = (await portal.orders.find({ text: stored?.accountNumber })).rows
    expect(order).toMatchObject({ id, number: stored?.accountNumber, isPaid: true, isCancelled: false })
    expect(order?.sum).toEqual({ amount: stored?.price, currency: stored?.currency })
    expect(order?.createdAt).toEqual({ at: Date.parse(stored?.dateInsert ?? ''), offset: 180 })
    expect(order).toMatchObject({ statusCode: stored?.statusId, unreadable: [] })
  })

  it.each([
    ['the newest orders', {}, ['sale.order.list']],
    ['the orders with a status', { statusCode: 'N' }, ['sale.order.list']],
  ])('takes one command for %s', async (_, query, commands) => {
    const { portal, transport } = openPortal()
    await portal.orders.find(query)
    expect(transport.requests.map(({ method }) => method)).toEqual(commands)
  })

  it('takes one request for what was typed', async () => {
    const { portal, transport } = openPortal()
    await portal.orders.find({ text: '42' })
    expect(transport.requests.map(({ method }) => method)).toEqual(['batch'])
  })

  it('finds a number and an id by the same digits, each order once', async () => {
    const { portal } = openPortal()
    const { rows } = await portal.orders.find({ text: '10' })
    expect(rows[0]?.id).toBe(10)
    expect(rows.slice(1).every(({ number }) => number.includes('10'))).toBe(true)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })

  it('never shows the order with the typed id on a later page', async () => {
    const { portal } = openPortal()
    const first = await portal.orders.find({ text: '1' })
    const second = await portal.orders.find({ text: '1', cursor: first.next })
    const shown = [...first.rows, ...second.rows].map(({ id }) => id)
    expect(shown.filter((id) => id === 1)).toHaveLength(1)
    expect(new Set(shown).size).toBe(shown.length)
  })

  it('finds nothing for a number that no order has', async () => {
    expect(await openPortal().portal.orders.find({ text: 'ZZ-1' })).toMatchObject({ rows: [], next: undefined })
  })

  it('narrows by status and by payment', async () => {
    const { portal } = openPortal()
    const { rows } = await portal.orders.find({ statusCode: 'N', isPaid: false })
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ statusCode, isPaid }) => statusCode === 'N' && !isPaid)).toBe(true)
  })

  it('says that an employee may not read orders', async () => {
    await expect(openPortal({ user: EMPLOYEE }).portal.orders.find({})).rejects.toMatchObject({ kind: 'no-read-right' })
  })

  it('says so to a manager, too, where only administrators read orders', async () => {
    const { portal } = openPortal({ user: MANAGER, settings: { saleRead: 'administrator' } })
    const refused = expect.toSatisfy((kind) => kind === 'no-read-right' || kind === 'access-denied')
    await expect(portal.orders.find({})).rejects.toMatchObject({ kind: refused })
  })
})

describe('orders.read', () => {
  it('gives the orders that exist, keyed by id', async () => {
    const orders = await openPortal().portal.orders.read([orderId(7), orderId(9), orderId(999_999)])
    expect([...orders.keys()].toSorted((one, other) => one - other)).toEqual([7, 9])
  })

  it('reads more than a page', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => orderId(index + 1))
    expect((await openPortal().portal.orders.read(ids)).size).toBe(120)
  })

  it('asks nothing for no orders', async () => {
    const { portal, transport } = openPortal()
    expect((await portal.orders.read([])).size).toBe(0)
    expect(transport.requests).toHaveLength(0)
  })
})

describe('orders.readDocuments', () => {
  it('counts payments and shipments', async () => {
    const { portal, local } = openPortal()
    const { orderId: id } = readSample(local, 'paidWithShipment')
    const stored = local.data.orders.get(id)
    const documents = await portal.orders.readDocuments(id)
    expect(documents).toEqual({ payments: stored?.payments.length, shipments: stored?.shipments.length })
    expect(documents.shipments).toBeGreaterThan(0)
  })

  it('says that the order is gone', async () => {
    const reading = openPortal().portal.orders.readDocuments(orderId(999_999))
    await expect(reading).rejects.toMatchObject({ kind: 'order-gone', changed: 'no' })
  })
})

describe('orders.readStatuses', () => {
  it("names them in the person's language", async () => {
    const [first] = await openPortal({ settings: { language: 'ru' } }).portal.orders.readStatuses()
    expect(first?.name).toMatch(/[а-я]/)
  })

  it('names them in another language where that one has no names', async () => {
    const { portal } = openPortal({ context: { language: 'th' } })
    expect((await portal.orders.readStatuses()).every(({ code, name }) => name !== code)).toBe(true)
  })

  it('shows codes where there are no names at all', async () => {
    const fault = faultOf('sale.statusLang.list', { kind: 'wrong-shape', result: { statusLangs: [] } })
    const statuses = await openPortal({ faults: [fault] }).portal.orders.readStatuses()
    expect(statuses.every(({ code, name }) => name === code)).toBe(true)
  })

  it('asks once for the life of the page', async () => {
    const { portal, transport } = openPortal()
    await portal.orders.readStatuses()
    await portal.orders.readStatuses()
    expect(transport.requests).toHaveLength(1)
  })

  it('asks again after a failure', async () => {
    const fault = faultOf('sale.status.list', { kind: 'error', code: 'QUERY_LIMIT_EXCEEDED' }, { nth: 1 })
    const { portal } = openPortal({ faults: [fault] })
    await expect(portal.orders.readStatuses()).rejects.toMatchObject({ kind: 'busy' })
    expect(await portal.orders.readStatuses()).not.toHaveLength(0)
  })
})
