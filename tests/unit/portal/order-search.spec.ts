import type { LocalPortal } from '@emulator/portal/state'
import { describe, expect, it } from 'vitest'
import { toPeriod } from '@/domain/days'
import { openPortal } from '@tests/support/open-portal'

/** Gives orders of the sample portal other numbers. */
function renumber(local: LocalPortal, numbers: Record<number, string>): void {
  for (const [id, accountNumber] of Object.entries(numbers)) {
    const order = local.data.orders.get(Number(id))
    if (order) local.data.orders.set(Number(id), { ...order, accountNumber })
  }
}

/** Many orders, newer than the others, whose numbers hold a text. */
function bury(local: LocalPortal, text: string, count = 60): void {
  const ids = Array.from({ length: count }, (_, index) => 200 - index)
  renumber(local, Object.fromEntries(ids.map((id) => [id, `x${text}-${id}`])))
}

async function find(text: string, numbers: Record<number, string>, buried?: string) {
  const { portal, local, transport } = openPortal()
  if (buried !== undefined) bury(local, buried)
  renumber(local, numbers)
  const page = await portal.orders.find({ text })
  const rows = page.rows.map(({ number, isFoundById }) => (isFoundById ? `${number} by ID` : number))
  return { rows, page, requests: transport.requests }
}

describe('orders.find by a number', () => {
  it.each([
    ['000009', { 9: '1009', 3: '000009' }, '000009'],
    ['0042', { 42: '1042', 3: '0042' }, '0042'],
    ['777', { 150: 'igrushki-777', 3: '777' }, '777'],
    ['1100', { 100: '1100', 190: '21100' }, '1100'],
    ['igrushki-777', { 3: 'igrushki-777', 150: 'igrushki-7777' }, 'igrushki-777'],
    ['IGRUSHKI-777', { 3: 'igrushki-777' }, 'igrushki-777'],
    ['Order No. 1123', { 3: '1123', 123: '5' }, '1123'],
    ['Заказ №1123', { 3: '1123', 123: '5' }, '1123'],
    ['№123/1', { 3: '123/1', 123: '5' }, '123/1'],
    ['#123/1', { 3: '123/1', 123: '5' }, '123/1'],
    ['№1123/1', {}, '1123'],
    ['\u200b1123\u200f', {}, '1123'],
    ['№\u00a01123', {}, '1123'],
    ['１１２３', {}, '1123'],
    ['"1123"', {}, '1123'],
    ['1123.', {}, '1123'],
    ['1\u00a0123', {}, '1123'],
    ['A%7', { 3: 'A%7', 150: 'A57' }, 'A%7'],
    ['A_7', { 3: 'A_7', 150: 'A57' }, 'A_7'],
    ['A\\7', { 3: 'A\\7' }, 'A\\7'],
    ["O'7", { 3: "O'7" }, "O'7"],
    ['$result[r0]', { 3: '$result[r0]' }, '$result[r0]'],
  ])('finds by %j, among %j, the order %j first', async (text, numbers, first) => {
    expect((await find(text, numbers)).rows[0]).toBe(first)
  })

  it.each(['777', '0042', '12', 'A-5'])('finds %j though many newer orders have it in their numbers', async (text) => {
    const { rows, page, requests } = await find(text, { 3: text }, text)
    expect(rows[0]).toBe(text)
    expect(page.next).toBeDefined()
    expect(requests.map(({ method }) => method)).toEqual(['batch'])
  })

  it('puts ids after the number, and marks them', async () => {
    const { rows } = await find('100', { 3: '100', 100: 'x1', 5: '1005', 6: '5100' })
    expect(rows.slice(0, 2)).toEqual(['100', 'x1 by ID'])
    expect(rows.indexOf('1005')).toBeLessThan(rows.indexOf('5100'))
  })

  it('finds an old order whose number starts so before newer ones that contain it', async () => {
    const { rows } = await find('777', { 3: '777-A' }, '777')
    expect(rows[0]).toBe('777-A')
  })

  it.each([
    ['ID 123', '1123 by ID'],
    ['id: 123', '1123 by ID'],
    ['https://acme.example/shop/orders/details/123/', '1123 by ID'],
    ['/shop/orders/details/123/?IFRAME=Y', '1123 by ID'],
  ])('finds by %j the order with this id only', async (text, row) => {
    expect((await find(text, {})).rows).toEqual([row])
  })

  it.each([
    ['№123', ['1123']],
    ['№5', undefined],
  ])('does not take %j for an id', async (text, rows) => {
    const found = (await find(text, {})).rows
    if (rows) expect(found).toEqual(rows)
    expect(found.some((row) => row.endsWith('by ID'))).toBe(false)
  })

  it.each(['10%', '%', '%%%', 'zz', 'x'.repeat(200), '7'.repeat(60_000), '1123 1124', '0x10', '-5', '1e3'])(
    'shows no unrelated orders for %.20j',
    async (text) => {
      expect((await find(text, {})).rows).toEqual([])
    },
  )

  it.each(['', '  ', '\u200b'])('shows the newest orders for %j', async (text) => {
    expect((await find(text, {})).rows[0]).toBe('1200')
  })

  it('reads on where the portal cannot search for a sign, a bounded number of times', async () => {
    const found = await find('1%', { 3: '51%' })
    expect(found.rows).toEqual(['51%'])
    const { portal, transport } = openPortal({ settings: {} })
    await portal.orders.find({ text: '%1' })
    expect(transport.requests.length).toBeLessThanOrEqual(5)
  })

  it('shows no order that a filter, which the portal ignored, let through', async () => {
    const { portal, local, transport } = openPortal()
    const call = transport.batch
    transport.batch = (commands, options) =>
      call(
        Object.fromEntries(
          Object.entries(commands).map(([key, command]) => [key, { ...command, params: { start: -1 } }]),
        ),
        options,
      )
    expect((await portal.orders.find({ text: 'zz' })).rows).toEqual([])
    expect(local.data.orders.size).toBe(200)
  })

  it('goes on below the first page without repeating it', async () => {
    const { portal, local } = openPortal()
    bury(local, '77', 130)
    renumber(local, { 3: '77', 77: '9' })
    const rows: string[] = []
    for (let cursor, pages = 0; pages === 0 || cursor !== undefined; pages += 1) {
      const page = await portal.orders.find({ text: '77', cursor })
      rows.push(...page.rows.map(({ number }) => number))
      cursor = page.next
    }
    expect(rows.slice(0, 2)).toEqual(['77', '9'])
    expect(new Set(rows).size).toBe(rows.length)
    expect(rows.length).toBe(131)
  })

  it('narrows what was typed by status and payment', async () => {
    const { portal, local } = openPortal()
    const order = local.data.orders.get(123)
    const isPaid = order?.payed === 'Y'
    expect((await portal.orders.find({ text: '1123', isPaid, statusCode: order?.statusId })).rows).toHaveLength(1)
    expect((await portal.orders.find({ text: '1123', isPaid: !isPaid })).rows).toEqual([])
    expect((await portal.orders.find({ text: 'ID 123', isPaid: !isPaid })).rows).toEqual([])
  })
})

/** The orders of the sample portal, newest first, by the moment at which they were made. */
function madeBetween(local: LocalPortal, from: string, to: string): number[] {
  const isBetween = (text: string) => Date.parse(text) >= Date.parse(from) && Date.parse(text) < Date.parse(to)
  const ids = [...local.data.orders.values()].filter(({ dateInsert }) => isBetween(dateInsert)).map(({ id }) => id)
  return ids.toSorted((one, other) => other - one)
}

describe('orders.find by days', () => {
  // Order 197 was made on 2026-11-18 at 01:34 by the portal's clock, three hours ahead of Greenwich.
  it.each([
    ['the portal’s own clock', undefined, '+03:00'],
    ['a zone that the browser does not know', 'Mars/Olympus', '+03:00'],
    ['New York', 'America/New_York', '-05:00'],
    ['Berlin', 'Europe/Berlin', '+01:00'],
    ['Auckland', 'Pacific/Auckland', '+13:00'],
  ])('finds those of a day by %s', async (_, zone, offset) => {
    const { portal, local } = openPortal()
    const { rows } = await portal.orders.find({ made: toPeriod({ from: '2026-11-17', to: '2026-11-17' }, zone) })
    const wanted = madeBetween(local, `2026-11-17T00:00:00${offset}`, `2026-11-18T00:00:00${offset}`)
    expect(rows.map(({ id }) => id)).toEqual(wanted)
    expect(wanted.length).toBeGreaterThan(0)
    expect(wanted.includes(197)).toBe(zone === 'America/New_York' || zone === 'Europe/Berlin')
  })

  it.each([
    [{ from: '2026-11-10' }, '2026-11-10T00:00:00+03:00', '2100-01-01T00:00:00Z'],
    [{ to: '2026-04-30' }, '2000-01-01T00:00:00Z', '2026-05-01T00:00:00+03:00'],
    [{ from: '2026-11-01', to: '2026-11-03' }, '2026-11-01T00:00:00+03:00', '2026-11-04T00:00:00+03:00'],
  ])('finds those of %o, the last day included', async (days, from, to) => {
    const { portal, local } = openPortal()
    const { rows } = await portal.orders.find({ made: toPeriod(days) })
    expect(rows.map(({ id }) => id)).toEqual(madeBetween(local, from, to).slice(0, 50))
  })

  it('narrows what was typed, and the orders of customers', async () => {
    const { portal } = openPortal()
    expect((await portal.orders.find({ text: '1197', made: toPeriod({ to: '2026-11-01' }) })).rows).toEqual([])
    expect((await portal.orders.find({ text: '1197', made: toPeriod({ from: '2026-11-01' }) })).rows).toHaveLength(1)
    const all = await portal.orders.findOfCustomers({ text: 'lindqvar' })
    const some = await portal.orders.findOfCustomers({ text: 'lindqvar', made: toPeriod({ from: '2026-11-01' }) })
    expect(some.rows.length).toBeGreaterThan(0)
    expect(some.rows.length).toBeLessThan(all.rows.length)
  })
})
