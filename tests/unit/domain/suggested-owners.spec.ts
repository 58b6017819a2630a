import type { ClientRef } from '@/domain/customer'
import type { OwnerCandidate, OwnerSuggestions, WantingOrder } from '@/domain/suggested-owners'
import { describe, expect, it } from 'vitest'
import { bestOwners, groupOwners } from '@/domain/suggested-owners'
import { aMoment, anOwner, anOwnerRef } from '@tests/support/builders'

const MARA: ClientRef = { type: 'contact', id: 5 }
const PAUL: ClientRef = { type: 'contact', id: 6 }
const FINCH: ClientRef = { type: 'company', id: 3 }
const usd = (amount: number) => ({ amount, currency: 'USD' })
const on = (day: string) => aMoment(`2026-10-${day}T12:00:00+03:00`)

const ORDER: WantingOrder = {
  number: '1042',
  createdAt: on('14'),
  sum: usd(320.5),
  clients: [MARA, FINCH],
  products: [301, 302],
}

interface Facts extends Partial<Omit<OwnerCandidate, 'owner'>> {
  title?: string
  sum?: number
}

function aCandidate(
  id: number,
  { title = `Deal ${id} of the sample`, sum = 1000 + id, ...facts }: Facts = {},
): OwnerCandidate {
  return {
    owner: anOwner({ ref: anOwnerRef(id), title, sum: usd(sum) }),
    clients: [PAUL],
    openedAt: on('01'),
    isOpen: true,
    ...facts,
  }
}

function group(
  candidates: OwnerCandidate[],
  more: { order?: WantingOrder; recent?: number[] } = {},
): OwnerSuggestions[] {
  const recent = (more.recent ?? []).map((id) => anOwnerRef(id))
  return groupOwners({ order: more.order ?? ORDER, candidates, recent, ordersByNumber: new Map() })
}

const idsIn = (groups: OwnerSuggestions[], kind: OwnerSuggestions['kind']) =>
  groups.find((one) => one.kind === kind)?.rows.map(({ owner }) => Number(owner.ref.id))

const twin = (id: number, number: string, facts: Facts = {}) =>
  aCandidate(id, { title: `Order No. ${number}`, sum: 320.5, openedAt: on('14'), clients: [MARA, FINCH], ...facts })

describe('groupOwners', () => {
  it.each<[string, OwnerCandidate[], number[]]>([
    [
      'the contact before the company',
      [aCandidate(1, { clients: [FINCH] }), aCandidate(2, { clients: [MARA] })],
      [2, 1],
    ],
    [
      'open ones before closed ones',
      [aCandidate(1, { clients: [MARA], isOpen: false, sum: 320.5 }), aCandidate(2, { clients: [FINCH] })],
      [2, 1],
    ],
    [
      'one without a stage among the open ones',
      [aCandidate(1, { clients: [MARA], isOpen: undefined }), aCandidate(2, { clients: [FINCH] })],
      [1, 2],
    ],
    [
      'the same sum before a nearer day',
      [aCandidate(1, { clients: [MARA], openedAt: on('13') }), aCandidate(2, { clients: [MARA], sum: 320.5 })],
      [2, 1],
    ],
    [
      'the nearer day',
      [aCandidate(1, { clients: [MARA], openedAt: on('02') }), aCandidate(2, { clients: [MARA], openedAt: on('12') })],
      [2, 1],
    ],
    [
      'the same products',
      [aCandidate(1, { clients: [MARA], products: [9] }), aCandidate(2, { clients: [MARA], products: [301] })],
      [2, 1],
    ],
    [
      'the nearer one, however far away both are',
      [
        aCandidate(1, { clients: [MARA], openedAt: aMoment('2025-01-01T12:00:00+03:00') }),
        aCandidate(2, { clients: [MARA], openedAt: aMoment('2026-01-01T12:00:00+03:00') }),
      ],
      [2, 1],
    ],
    [
      'the newest of those that are alike',
      [aCandidate(1, { clients: [MARA] }), aCandidate(2, { clients: [MARA] })],
      [2, 1],
    ],
  ])("puts first of the customer's owners: %s", (_, candidates, ids) => {
    expect(idsIn(group(candidates), 'suggested')).toEqual(ids)
    expect(idsIn(group(candidates.toReversed()), 'suggested')).toEqual(ids)
  })

  it('says why, the strongest reason first', () => {
    const [suggested] = group([aCandidate(1, { clients: [FINCH], openedAt: on('12'), sum: 320.5 })])
    expect(suggested?.rows[0]?.reasons).toEqual([
      { kind: 'same-company' },
      { kind: 'same-sum' },
      { kind: 'days-apart', days: 2, direction: 'before' },
    ])
  })

  it('says when an owner was opened where that is too far away to be a reason', () => {
    const openedAt = aMoment('2026-01-05T12:00:00+03:00')
    const groups = group([aCandidate(1, { clients: [MARA], openedAt }), aCandidate(2, { openedAt: on('13') })])
    expect(groups.map(({ rows }) => rows[0]?.reasons)).toEqual([
      [{ kind: 'same-contact' }, { kind: 'opened', at: openedAt }],
      [{ kind: 'opened', at: on('13') }],
    ])
  })

  it('puts the other open owners below, those with the same sum first, and leaves closed ones out', () => {
    const groups = group([
      aCandidate(1),
      aCandidate(2, { sum: 320.5 }),
      aCandidate(3, { isOpen: false }),
      aCandidate(4),
    ])
    expect(groups.map(({ kind }) => kind)).toEqual(['open'])
    expect(idsIn(groups, 'open')).toEqual([2, 4, 1])
  })

  it('lists what was chosen lately by itself, in the order of the choices, closed or not', () => {
    const candidates = [
      aCandidate(1),
      aCandidate(2, { isOpen: false }),
      aCandidate(3),
      aCandidate(4, { clients: [MARA] }),
    ]
    const groups = group(candidates, { recent: [2, 4, 1, 99] })
    expect(groups.map(({ kind }) => kind)).toEqual(['suggested', 'open', 'recent'])
    expect(idsIn(groups, 'recent')).toEqual([2, 1])
    expect(idsIn(groups, 'open')).toEqual([3])
  })

  it('puts twins last, that of this very order at the end', () => {
    const candidates = [twin(1, '1042'), twin(2, '1031'), aCandidate(3), aCandidate(4, { clients: [MARA] })]
    const groups = group(candidates, { recent: [1, 2] })
    expect(groups.map(({ kind }) => kind)).toEqual(['suggested', 'open', 'twins'])
    expect(groups.at(-1)?.rows.map(({ owner, reasons }) => [owner.ref.id, reasons])).toEqual([
      [2, [{ kind: 'twin-of', number: '1031' }]],
      [1, [{ kind: 'own-twin' }]],
    ])
  })

  it('takes an own twin whose sum was changed for an owner like any other', () => {
    const groups = group([twin(1, '1042', { sum: 470.5 })])
    expect(groups.map(({ kind }) => kind)).toEqual(['suggested'])
  })

  it('suggests nothing to an order of another customer for the sum and the day alone', () => {
    const groups = group([aCandidate(1, { sum: 320.5, openedAt: on('14') })])
    expect(groups.map(({ kind }) => kind)).toEqual(['open'])
  })

  it('suggests by sum and day where the customer of the order is not known', () => {
    const candidates = [aCandidate(1, { sum: 320.5, openedAt: on('14') }), aCandidate(2, { sum: 320.5 })]
    expect(idsIn(group(candidates, { order: { ...ORDER, clients: [] } }), 'suggested')).toEqual([1])
  })

  it('shows five of a group and says that there are more; the own twin keeps its place', () => {
    const many = Array.from({ length: 8 }, (_, index) => aCandidate(index + 1, { clients: [MARA] }))
    const twins = Array.from({ length: 8 }, (_, index) => twin(index + 20, String(2000 + index)))
    const groups = group([...many, twin(11, '1042'), ...twins])
    expect(groups.map(({ kind, rows, hasMore }) => [kind, rows.length, hasMore])).toEqual([
      ['suggested', 5, true],
      ['twins', 5, true],
    ])
    expect(groups.at(-1)?.rows.at(-1)?.reasons).toEqual([{ kind: 'own-twin' }])
  })

  it('shows no owner twice, however often it was read', () => {
    const candidates = [
      aCandidate(1),
      aCandidate(1),
      aCandidate(2, { clients: [MARA] }),
      aCandidate(2, { clients: [MARA] }),
    ]
    const ids = group(candidates, { recent: [1, 2] }).flatMap(({ rows }) => rows.map(({ owner }) => owner.ref.id))
    expect(ids).toEqual([2, 1])
  })

  it('has no groups where there are no owners', () => {
    expect(group([])).toEqual([])
  })
})

describe('bestOwners', () => {
  it('gives the five that would be suggested first, and nobody else', () => {
    const many = Array.from({ length: 7 }, (_, index) => aCandidate(index + 1, { clients: [MARA] }))
    const candidates = [...many, aCandidate(9), twin(10, '1042')]
    const best = bestOwners({ order: ORDER, candidates, recent: [], ordersByNumber: new Map() })
    expect(best).toEqual([7, 6, 5, 4, 3])
  })
})
