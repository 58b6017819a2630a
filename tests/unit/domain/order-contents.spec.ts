import type { OrderPayment } from '@/domain/order-contents'
import { describe, expect, it } from 'vitest'
import { leftToPay } from '@/domain/order-contents'

const usd = (amount: number) => ({ amount, currency: 'USD' })
const paid = (amount: number, changes: Partial<OrderPayment> = {}): OrderPayment => ({
  sum: usd(amount),
  isPaid: true,
  isReturn: false,
  ...changes,
})

describe('leftToPay', () => {
  it.each([
    ['all of it without a payment', [], 100],
    ['nothing after one payment of all', [paid(100)], 0],
    ['the rest after a part, to the cent', [paid(33.1), paid(33.2)], 33.7],
    ['as much as before an unpaid payment', [paid(40), paid(60, { isPaid: false })], 60],
    ['nothing, never less, where too much was paid', [paid(120)], 0],
  ] satisfies [string, OrderPayment[], number][])('is %s', (_, payments, left) => {
    expect(leftToPay({ sum: usd(100), payments, products: [], shipments: [] })).toEqual(usd(left))
  })

  it.each([
    ['money went back', [paid(100), paid(20, { isReturn: true })]],
    ['a sum could not be read', [paid(100, { sum: undefined })]],
    ['it is not known whether it was paid', [paid(100, { isPaid: undefined })]],
    ['it is not known whether money went back', [paid(100, { isReturn: undefined })]],
    ['a payment is in another currency', [paid(1, { sum: { amount: 100, currency: 'EUR' } })]],
    ['the payments could not be read', 'unread'],
  ] satisfies [string, OrderPayment[] | 'unread'][])('is not told where %s', (_, payments) => {
    expect(leftToPay({ sum: usd(100), payments, products: [], shipments: [] })).toBeUndefined()
  })

  it('is not told where the sum of the order is not known', () => {
    expect(leftToPay({ payments: [paid(100)], products: [], shipments: [] })).toBeUndefined()
  })
})
