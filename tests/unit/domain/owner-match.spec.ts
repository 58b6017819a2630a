import { describe, expect, it } from 'vitest'
import { rankOwners } from '@/domain/owner-match'
import { readTypedOwner } from '@/domain/typed-owner'
import { anOwner, anOwnerRef } from '@tests/support/builders'

function rank(typed: string, titles: Record<number, string>): string[] {
  const read = readTypedOwner(typed, { cardFolder: '/crm/deal/details/', names: ['deal'] })
  if (!read) throw new Error(`Nothing is looked for in ${typed}`)
  const owners = Object.entries(titles).map(([id, title]) => anOwner({ ref: anOwnerRef(Number(id)), title }))
  return rankOwners(owners, read).map(({ owner, match }) => `${owner.title} ${match}`)
}

describe('rankOwners', () => {
  it.each([
    [
      '202',
      { 202: 'Chairs', 9: '202', 10: '2020', 11: 'No 202' },
      ['Chairs id', '202 title', '2020 starts', 'No 202 contains'],
    ],
    ['Deal 202', { 202: 'Chairs', 9: 'Deal 202', 10: 'Deal 5' }, ['Chairs id', 'Deal 202 title']],
    [
      'chairs',
      { 1: 'Chairs', 2: 'Chairs and desks', 3: 'Bar chairs', 4: 'Desks' },
      ['Chairs title', 'Chairs and desks starts', 'Bar chairs contains'],
    ],
    ['10%', { 1: 'Order 1042', 2: '10% off', 3: 'All 10%' }, ['10% off starts', 'All 10% contains']],
    [
      '"ромашка"',
      { 1: '«Ромашка»', 2: 'Ромашка, поставка', 3: 'ООО “Ромашка”' },
      ['«Ромашка» title', 'Ромашка, поставка starts', 'ООО “Ромашка” contains'],
    ],
    ['/crm/deal/details/202/', { 202: 'Chairs', 3: '202' }, ['Chairs id']],
    ['/crm/type/31/details/202/', { 202: 'Chairs', 3: '202' }, []],
  ])('ranks for %j', (typed, titles, ranked) => {
    expect(rank(typed, titles)).toEqual(ranked)
  })

  it('puts the newest first among equals', () => {
    expect(rank('desk', { 1: 'A desk', 3: 'B desk', 2: 'C desk' })).toEqual([
      'B desk contains',
      'C desk contains',
      'A desk contains',
    ])
  })
})
