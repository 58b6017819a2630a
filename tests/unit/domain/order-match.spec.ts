import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import { rankOrders } from '@/domain/order-match'
import { readTypedOrder } from '@/domain/typed-order'

function rank(typed: string, orders: Record<number, string>): string[] {
  const read = readTypedOrder(typed)
  if (!read) throw new Error(`Nothing is looked for in ${typed}`)
  const all = Object.entries(orders).map(([id, number]) => ({ id: orderId(Number(id)), number }))
  return rankOrders(all, read).map(({ order, match }) => `${order.number} ${match}`)
}

describe('rankOrders', () => {
  it.each([
    ['000009', { 9: '1009', 40: '000009' }, ['000009 number', '1009 id']],
    ['0042', { 42: '1042', 60: '0042' }, ['0042 number', '1042 id']],
    ['0042', { 1: '10042', 2: '00421', 3: '421' }, ['00421 starts', '10042 contains']],
    ['777', { 900: 'igrushki-777', 5: '777', 777: '1777' }, ['777 number', '1777 id', 'igrushki-777 contains']],
    ['1100', { 1100: '2100', 100: '1100' }, ['1100 number', '2100 id']],
    [
      '11',
      { 1: '911', 2: '1100', 3: '11', 4: '118', 11: '5' },
      ['11 number', '5 id', '118 starts', '1100 starts', '911 contains'],
    ],
    ['№1100', { 1100: '2100', 100: '1100' }, ['1100 number']],
    ['№11', { 11: '2', 5: '911' }, ['911 contains']],
    ['ID 1100', { 1100: '2100', 100: '1100', 7: '11001' }, ['2100 id', '1100 number']],
    ['№123/1', { 1: '123', 2: '123/1', 3: '123/12', 123: '7' }, ['123/1 number', '123 other-number', '123/12 starts']],
    ['1 123', { 1: '1123', 2: '1 123', 1123: '5', 3: '11123' }, ['1 123 number', '1123 other-number', '5 id']],
    ['A#12', { 1: '12', 2: 'A#12', 3: '312' }, ['12 number', 'A#12 other-number', '312 contains']],
    [
      'shop-7',
      { 1: 'SHOP-7', 2: 'Shop-71', 3: 'e-shop-7', 7: '1' },
      ['SHOP-7 number', 'Shop-71 starts', 'e-shop-7 contains'],
    ],
    ['/shop/orders/details/9/', { 9: '1009', 1: '9' }, ['1009 id']],
    ['42', { 1: '4', 2: '2', 3: '24' }, []],
  ])('ranks for %j', (typed, orders, ranked) => {
    expect(rank(typed, orders)).toEqual(ranked)
  })

  it('shows an order once, by its best match, and equals the newest first', () => {
    expect(rank('7', { 7: '7', 17: '17', 27: '27' })).toEqual(['7 number', '27 contains', '17 contains'])
  })
})
