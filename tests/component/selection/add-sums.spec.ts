import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import { addSums } from '@/features/selection/add-sums'
import { joinStrips } from '@/ui/seen-part'
import { anOrder } from '@tests/support/builders'

const order = (amount: number, currency = 'USD') => anOrder({ sum: { amount, currency } })

describe('addSums', () => {
  it.each([
    [[order(10.1), order(20.2)], { amount: 30.3, currency: 'USD' }],
    [[order(0.1), order(0.2), order(0.3)], { amount: 0.6, currency: 'USD' }],
    [[order(-5), order(5)], { amount: 0, currency: 'USD' }],
    [[order(1), order(1, 'EUR')], undefined],
    [[order(1), { id: orderId(7) }], undefined],
    [[order(1), anOrder({ sum: undefined })], undefined],
    [[], undefined],
  ])('adds %j', (orders, sum) => expect(addSums(orders)).toEqual(sum))
})

describe('joinStrips', () => {
  it.each<[[number, { top: number; bottom: number }][], ReturnType<typeof joinStrips>]>([
    [[], undefined],
    [[[0, { top: 0, bottom: 240 }]], { top: 0, bottom: 240 }],
    [
      [
        [1, { top: 100, bottom: 240 }],
        [2, { top: 0, bottom: 240 }],
        [3, { top: 0, bottom: 60 }],
      ],
      { top: 340, bottom: 780 },
    ],
  ])('tells what %j shows', (strips, seen) => expect(joinStrips(new Map(strips))).toEqual(seen))
})
