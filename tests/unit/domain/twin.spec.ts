import type { TwinOrder } from '@/domain/twin'
import { describe, expect, it } from 'vitest'
import { isTwin, orderNumberIn, otherTwinOf } from '@/domain/twin'
import { aMoment } from '@tests/support/builders'

const usd = (amount: number) => ({ amount, currency: 'USD' })
const at = (time: string) => aMoment(`2026-10-14T${time}+02:00`)
const ORDER: TwinOrder = { number: '1042', createdAt: at('09:30:00'), sum: usd(320.5) }
const TWIN = { title: 'Order No. 1042', sum: usd(320.5), openedAt: at('09:30:02') }

describe('isTwin', () => {
  it.each<[string, string, string]>([
    ['en', '1042', 'Order No. 1042'],
    ['ru', '1042', 'Заказ №1042'],
    ['tr', '1042', 'Sipariş No: 1042'],
    ['a number with letters', 'W-17/3', 'Order No. W-17/3'],
    ['a sign before it', '1042', '#1042'],
    ['nothing but the number', '1042', '1042'],
  ])('knows the title by its number: %s', (_, number, title) => {
    expect(isTwin({ ...ORDER, number }, { ...TWIN, title })).toBe(true)
  })

  it.each<[string, Partial<typeof TWIN>]>([
    ['another number', { title: 'Order No. 1043' }],
    ['a longer number', { title: 'Order No. 11042' }],
    ['a number that goes on', { title: 'Order No. 10420' }],
    ['another title', { title: 'Garden furniture' }],
    ['another sum', { sum: usd(470.5) }],
    ['another currency', { sum: { amount: 320.5, currency: 'EUR' } }],
    ['two minutes later', { openedAt: at('09:32:00') }],
    ['a minute and a second before', { openedAt: at('09:28:59') }],
  ])('is none: %s', (_, change) => {
    expect(isTwin(ORDER, { ...TWIN, ...change })).toBe(false)
  })

  it.each([at('09:29:00'), at('09:31:00'), aMoment('2026-10-14T10:30:30+03:00')])(
    'is one within a minute: %j',
    (openedAt) => {
      expect(isTwin(ORDER, { ...TWIN, openedAt })).toBe(true)
    },
  )

  it.each<[string, TwinOrder, Omit<typeof TWIN, 'sum' | 'openedAt'>]>([
    ['the order has no date', { number: '1042', sum: usd(320.5) }, TWIN],
    ['the order has no sum', { number: '1042', createdAt: at('09:30:00') }, TWIN],
    ['the owner has neither', ORDER, { title: 'Order No. 1042' }],
    ['the order has no number', { ...ORDER, number: '' }, TWIN],
  ])('is not said where it cannot be known: %s', (_, order, owner) => {
    expect(isTwin(order, owner)).toBe(false)
  })
})

describe('orderNumberIn', () => {
  it.each([
    ['Order No. 1031', '1031'],
    ['Заказ №1031', '1031'],
    ['Order 1031', '1031'],
    ['Заказ № W-17/3', 'W-17/3'],
    ['#1031', '1031'],
    ['1031', undefined],
    ['Order 1031 chairs', undefined],
    ['Fitting out the new head office', undefined],
    ['Wholesale: chairs, 120 pieces', undefined],
    ['Order', undefined],
    ['', undefined],
  ])('of %j is %j', (title, number) => {
    expect(orderNumberIn(title)).toBe(number)
  })
})

describe('otherTwinOf', () => {
  const other: TwinOrder = { ...ORDER, number: '1031' }
  const owner = { ...TWIN, title: 'Order No. 1031' }

  it.each<[string, typeof owner, TwinOrder | undefined]>([
    ['the order was read', owner, other],
    ['the order could not be read', owner, undefined],
  ])('is 1031 where %s', (_, one, order) => {
    expect(otherTwinOf(one, new Map(order && [[order.number, order]]))).toBe('1031')
  })

  it.each<[string, typeof owner]>([
    ['another sum than its order', { ...owner, sum: usd(1) }],
    ['a day of its own', { ...owner, openedAt: aMoment('2026-10-15T09:30:00+02:00') }],
    ['a title of its own', { ...owner, title: 'Hotel lobby 1031' }],
  ])('is none where an owner has %s', (_, one) => {
    expect(otherTwinOf(one, new Map([[other.number, other]]))).toBeUndefined()
  })
})
