import type { LocalPortal } from '@emulator/portal/state'
import { describe, expect, it } from 'vitest'
import { faultOf, openPortal } from '@tests/support/open-portal'

const LIST = 'sale.order.list'

function renumber(local: LocalPortal, number: string, ids: readonly number[]): void {
  for (const id of ids) Object.assign(local.data.orders.get(id) ?? {}, { accountNumber: number })
}
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => from + place)
const numbersOf = (local: LocalPortal) => [...local.data.orders.values()].map(({ accountNumber }) => accountNumber)
const asNumbers = (map: ReadonlyMap<string, readonly number[]>) => Object.fromEntries(map)

describe('orders.findByNumbers', () => {
  it('gives the ids of each number, and none for one that no order has', async () => {
    const { portal, local } = openPortal()
    renumber(local, '00165', [5])
    renumber(local, '165', [6, 7])
    const found = await portal.orders.findByNumbers(['00165', '165', '0165'])
    expect(asNumbers(found)).toEqual({ '00165': [5], '165': [7, 6], '0165': [] })
  })

  it('asks nothing where there is nothing to ask', async () => {
    const { portal, transport } = openPortal()
    expect((await portal.orders.findByNumbers([])).size).toBe(0)
    expect(transport.requests).toEqual([])
  })

  it('finds every order of the portal, each number once, in one request', async () => {
    const { portal, local, transport } = openPortal()
    const numbers = numbersOf(local)
    const found = await portal.orders.findByNumbers([...numbers, ...numbers])
    expect([...found.values()].flat().toSorted((one, other) => one - other)).toEqual([...local.data.orders.keys()])
    expect(transport.requests).toHaveLength(1)
  })

  it('asks a page that comes back full in halves, until nothing can be missing', async () => {
    const { portal, local } = openPortal()
    renumber(local, 'TWICE', range(1, 48))
    renumber(local, 'LAST', [200])
    renumber(local, 'FIRST', [49, 50])
    const found = await portal.orders.findByNumbers(['FIRST', 'TWICE', 'NONE', 'LAST'])
    expect(found.get('FIRST')).toEqual([50, 49])
    expect(found.get('TWICE')?.length).toBeGreaterThan(1)
    expect(found.get('NONE')).toEqual([])
    expect(found.get('LAST')).toEqual([200])
  })

  it('knows that a number is not unique, however many orders have it', async () => {
    const { portal, local } = openPortal()
    renumber(local, 'ALL', range(1, 200))
    expect((await portal.orders.findByNumbers(['ALL'])).get('ALL')?.length).toBeGreaterThan(1)
  })

  const row = (id: number, accountNumber: unknown) => ({ id, accountNumber })
  const answering = (...rows: unknown[]) =>
    openPortal({ faults: [faultOf(LIST, { kind: 'wrong-shape', result: { orders: rows } })] })

  it.each([
    ['another number', [row(5, '1123'), row(6, '1124')]],
    ['one that the portal takes for the same', [row(5, '1123'), row(6, ' 1123'), row(7, '01123'), row(8, '1123.0')]],
    ['none', [row(5, '1123'), row(6, null)]],
  ])('never believes a row with %s', async (_, rows) => {
    const { portal } = answering(...rows)
    expect(asNumbers(await portal.orders.findByNumbers(['1123']))).toEqual({ 1123: [5] })
  })

  it.each(['1123A', '1123 1124'])(
    'never says that there is no order where one cannot be identified: %s',
    async (number) => {
      const { portal } = answering({ id: null, accountNumber: '1123' }, row(6, '1124'))
      await expect(portal.orders.findByNumbers(number.split(' '))).rejects.toMatchObject({ kind: 'unreadable' })
    },
  )

  it('ends where pages do not go down', async () => {
    const { portal, transport } = answering(...range(1, 50).map((id) => row(id, `n${id}`)))
    expect(asNumbers(await portal.orders.findByNumbers(['1123']))).toEqual({ 1123: [] })
    expect(transport.requests.length).toBeLessThan(4)
  })
})
