import type { ClientRef } from '@/domain/customer'
import type { OrderCandidate, OrderSuggestions } from '@/domain/suggested-orders'
import type { Traits } from '@/domain/suggestion'
import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import { groupOrders } from '@/domain/suggested-orders'
import { aMoment, anOrder, anOwnerRef } from '@tests/support/builders'

const MARA: ClientRef = { type: 'contact', id: 5 }
const FINCH: ClientRef = { type: 'company', id: 3 }
const usd = (amount: number) => ({ amount, currency: 'USD' })
const on = (day: string) => aMoment(`2026-10-${day}T12:00:00+03:00`)

const OWNER: Traits & { ref: ReturnType<typeof anOwnerRef> } = {
  ref: anOwnerRef(12),
  clients: [FINCH, MARA],
  at: on('10'),
  sum: usd(500),
  products: [301, 302],
}

interface Facts extends Partial<Omit<OrderCandidate, 'order'>> {
  day?: string
  sum?: number
}

function aCandidate(id: number, { day = '20', sum = 100 + id, ...facts }: Facts = {}): OrderCandidate {
  const order = anOrder({ id: orderId(id), number: String(1000 + id), createdAt: on(day), sum: usd(sum) })
  return { order, clients: [], owner: anOwnerRef(77), ...facts }
}

const group = (ofCustomer: OrderCandidate[], newest: OrderCandidate[] = []) =>
  groupOrders({ owner: OWNER, ofCustomer, newest })
const idsIn = (groups: OrderSuggestions[], kind: OrderSuggestions['kind']) =>
  groups.find((one) => one.kind === kind)?.rows.map(({ order }) => Number(order.id))

describe('groupOrders', () => {
  it.each<[string, OrderCandidate[], number[]]>([
    [
      'the contact before the company',
      [aCandidate(2, { clients: [FINCH] }), aCandidate(1, { clients: [MARA] })],
      [1, 2],
    ],
    ['the same sum', [aCandidate(2, { clients: [MARA] }), aCandidate(1, { clients: [MARA], sum: 500 })], [1, 2]],
    [
      'the nearer day',
      [aCandidate(2, { clients: [MARA], day: '30' }), aCandidate(1, { clients: [MARA], day: '12' })],
      [1, 2],
    ],
    [
      'after the owner was opened',
      [aCandidate(2, { clients: [MARA], day: '07' }), aCandidate(1, { clients: [MARA], day: '13' })],
      [1, 2],
    ],
    [
      'the same products',
      [aCandidate(2, { clients: [MARA] }), aCandidate(1, { clients: [MARA], products: [302] })],
      [1, 2],
    ],
    [
      'the newest of those that are alike',
      [aCandidate(1, { clients: [MARA] }), aCandidate(2, { clients: [MARA] })],
      [2, 1],
    ],
  ])("puts first of the customer's orders: %s", (_, candidates, ids) => {
    expect(idsIn(group(candidates), 'same-customer')).toEqual(ids)
    expect(idsIn(group(candidates.toReversed()), 'same-customer')).toEqual(ids)
  })

  it('says why, the strongest reason first', () => {
    const [first] = group([aCandidate(1, { clients: [FINCH], day: '13', products: [301, 302] })])
    expect(first?.rows[0]?.reasons).toEqual([
      { kind: 'same-company' },
      { kind: 'same-products', count: 2 },
      { kind: 'days-apart', days: 3, direction: 'after' },
    ])
  })

  it('sorts the newest ones into those without an owner and the others', () => {
    const newest = [aCandidate(9), aCandidate(8, { owner: null }), aCandidate(7), aCandidate(6, { owner: null })]
    const groups = group([], newest)
    expect(groups.map(({ kind }) => kind)).toEqual(['without-owner', 'recent'])
    expect([idsIn(groups, 'without-owner'), idsIn(groups, 'recent')]).toEqual([
      [8, 6],
      [9, 7],
    ])
  })

  it('puts the one with the same sum first among those without an owner', () => {
    const groups = group([], [aCandidate(9, { owner: null }), aCandidate(8, { owner: null, sum: 500 })])
    expect(groups[0]?.rows.map(({ order, reasons }) => [order.id, reasons])).toEqual([
      [8, [{ kind: 'same-sum' }]],
      [9, []],
    ])
  })

  it('does not call an order free whose owner could not be read', () => {
    const groups = group([], [aCandidate(9, { owner: undefined })])
    expect(groups).toMatchObject([{ kind: 'recent', rows: [{ owner: undefined }] }])
  })

  it('leaves out what the owner has already', () => {
    expect(
      group([aCandidate(1, { clients: [MARA], owner: anOwnerRef(12) })], [aCandidate(2, { owner: anOwnerRef(12) })]),
    ).toEqual([])
  })

  it('keeps an order of an owner of another type with the same id', () => {
    expect(idsIn(group([aCandidate(1, { owner: anOwnerRef(12, 31) })]), 'same-customer')).toEqual([1])
  })

  it("shows no order twice: the customer's free one stands at the customer's", () => {
    const free = aCandidate(5, { clients: [MARA], owner: null })
    const groups = group([free, free], [aCandidate(5, { owner: null }), aCandidate(4, { owner: null })])
    expect(groups.map(({ kind, rows }) => [kind, rows.map(({ order }) => order.id)])).toEqual([
      ['same-customer', [5]],
      ['without-owner', [4]],
    ])
  })

  it('shows five of a group and says that there are more', () => {
    const many = Array.from({ length: 6 }, (_, index) => aCandidate(index + 1))
    expect(group(many, []).map(({ rows, hasMore }) => [rows.length, hasMore])).toEqual([[5, true]])
    expect(group(many.slice(1), []).map(({ rows, hasMore }) => [rows.length, hasMore])).toEqual([[5, false]])
  })
})
