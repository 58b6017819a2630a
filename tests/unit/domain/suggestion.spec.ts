import type { ClientRef } from '@/domain/customer'
import type { Traits } from '@/domain/suggestion'
import { describe, expect, it } from 'vitest'
import { compareTraits, isSameCustomer } from '@/domain/suggestion'
import { aMoment } from '@tests/support/builders'

const MARA: ClientRef = { type: 'contact', id: 5 }
const PAUL: ClientRef = { type: 'contact', id: 6 }
const FINCH: ClientRef = { type: 'company', id: 5 }
const usd = (amount: number) => ({ amount, currency: 'USD' })
const on = (day: string, time = '12:00:00') => aMoment(`2026-10-${day}T${time}+03:00`)

const ORDER: Traits = { clients: [MARA, FINCH], at: on('14'), sum: usd(320.5), products: [301, 302, 303] }

describe('compareTraits', () => {
  it.each<[string, Partial<Traits>, object[]]>([
    ['the contact', { clients: [MARA] }, [{ kind: 'same-contact' }]],
    ['a contact before the company', { clients: [FINCH, MARA] }, [{ kind: 'same-contact' }]],
    ['the company', { clients: [PAUL, FINCH] }, [{ kind: 'same-company' }]],
    ['nobody', { clients: [PAUL] }, []],
    ['a contact and a company with the same id', { clients: [{ type: 'company', id: 6 }] }, []],
    ['the sum', { sum: usd(320.5) }, [{ kind: 'same-sum' }]],
    ['the sum to the cent', { sum: usd(320.4999999) }, [{ kind: 'same-sum' }]],
    ['another sum', { sum: usd(320.51) }, []],
    ['the sum in another currency', { sum: { amount: 320.5, currency: 'EUR' } }, []],
    ['one product', { products: [303, 999] }, [{ kind: 'same-products', count: 1 }]],
    ['two products, one of them twice', { products: [301, 303, 303] }, [{ kind: 'same-products', count: 2 }]],
    ['other products', { products: [1] }, []],
    ['the day', { at: on('14', '23:59:59') }, [{ kind: 'days-apart', days: 0, direction: 'same-day' }]],
    ['the day before', { at: on('13', '23:59:59') }, [{ kind: 'days-apart', days: 1, direction: 'before' }]],
    ['days after', { at: on('17', '00:00:01') }, [{ kind: 'days-apart', days: 3, direction: 'after' }]],
    ['a month', { at: aMoment('2026-09-13T12:00:00+03:00') }, [{ kind: 'days-apart', days: 31, direction: 'before' }]],
    ['more than a month', { at: aMoment('2026-09-12T12:00:00+03:00') }, []],
    ['nothing', {}, []],
  ])('finds in common: %s', (_, owner, reasons) => {
    expect(compareTraits(ORDER, { clients: [], ...owner }, 'owner').reasons).toEqual(reasons)
  })

  it.each<[string, Traits, string[]]>([
    [
      'contact, time, sum',
      { clients: [MARA], at: on('12'), sum: usd(320.5) },
      ['same-contact', 'same-sum', 'days-apart'],
    ],
    [
      'company, products, time',
      { clients: [FINCH], at: on('03'), products: [301, 302] },
      ['same-company', 'same-products', 'days-apart'],
    ],
    ['time, one product', { clients: [], at: on('13'), products: [301] }, ['days-apart', 'same-products']],
  ])('names the strongest reason first: %s', (_, owner, kinds) => {
    expect(compareTraits(ORDER, owner, 'owner').reasons.map(({ kind }) => kind)).toEqual(kinds)
  })

  it.each<[string, Traits, Traits]>([
    ['a contact than a company', { clients: [MARA] }, { clients: [FINCH] }],
    ['a company than a sum', { clients: [FINCH] }, { clients: [], sum: usd(320.5) }],
    ['three products than one', { clients: [], products: [301, 302, 303] }, { clients: [], products: [301] }],
    ['a near day than a far one', { clients: [], at: on('13') }, { clients: [], at: on('01') }],
    ['opened before than as long after', { clients: [], at: on('10') }, { clients: [], at: on('18') }],
    ['two signals than one', { clients: [MARA], sum: usd(320.5) }, { clients: [MARA, FINCH] }],
  ])('counts more: %s', (_, more, less) => {
    expect(compareTraits(ORDER, more, 'owner').score).toBeGreaterThan(compareTraits(ORDER, less, 'owner').score)
  })

  it('speaks of the order where that is suggested, and finds the same', () => {
    const owner = { clients: [MARA], at: on('12') }
    const asOrder = compareTraits(ORDER, owner, 'order')
    expect(asOrder.reasons).toContainEqual({ kind: 'days-apart', days: 2, direction: 'after' })
    expect(asOrder.score).toBe(compareTraits(ORDER, owner, 'owner').score)
  })

  it('does not take two sums of nothing for the same', () => {
    const free: Traits = { clients: [], sum: usd(0) }
    expect(compareTraits(free, free, 'owner').reasons).toEqual([])
  })
})

describe('isSameCustomer', () => {
  it.each<[ClientRef[], ClientRef[], boolean | undefined]>([
    [[MARA, FINCH], [PAUL, FINCH], true],
    [[MARA], [MARA], true],
    [[MARA], [PAUL], false],
    [[MARA, FINCH], [PAUL], false],
    [[MARA], [FINCH], undefined],
    [[], [PAUL], undefined],
    [[MARA], [], undefined],
  ])('of %j and %j: %s', (one, other, expected) => {
    expect(isSameCustomer({ clients: one }, { clients: other })).toBe(expected)
  })
})
