import { describe, expect, it } from 'vitest'
import { orderId, ownerId, ownerTypeId } from '@/domain/id'
import { readLine } from '@/domain/import-line'
import { resolveLine, toPlanLine } from '@/domain/import-resolved'

const DEAL = { id: ownerTypeId(2), name: 'Deal', code: 'DEAL', cardFolder: '/crm/deal/details/' }
const RULES = {
  types: [DEAL],
  typeId: DEAL.id,
  roles: ['order', 'owner', 'type'] as const,
  reading: 'number' as const,
  isEmptyDetach: false,
}
const read = (cells: string[], rules = {}) => readLine({ line: 7, cells }, { ...RULES, ...rules })

describe('a line of a list', () => {
  it('says which order is to belong to whom', () => {
    expect(read(['1123', '45'])).toEqual({
      kind: 'read',
      line: 7,
      text: '1123',
      order: { said: 'number', numbers: ['1123'], id: 1123 },
      after: { typeId: 2, id: 45 },
    })
  })

  it.each([
    ['of an order that is a power of ten', ['1,23E+05', '45'], {}, 'unreadable-order', '1,23E+05'],
    ['without an order', ['', '45'], {}, 'unreadable-order', ''],
    ['without an owner', ['1123', ''], {}, 'unreadable-owner', ''],
    ['that ends before its owner', ['1123'], {}, 'unreadable-owner', ''],
    ['of a title', ['1123', 'Roses'], {}, 'unreadable-owner', 'Roses'],
    ['of a type that nobody knows', ['1123', '45', 'Leaf'], {}, 'unreadable-owner', 'Leaf 45'],
    ['of a type that owns no orders', ['1123', '45', 'Lead'], {}, 'type-not-offered', 'Lead 45'],
    ['without an id, in a column of ids', ['00165', '45'], { reading: 'id' }, 'unreadable-order', '00165'],
    ['without an owner of all', ['1123'], { roles: ['order'] }, 'unreadable-owner', ''],
  ])('%s cannot be read', (_, cells, ...[rules, mistake, text]) => {
    expect(read(cells, rules)).toEqual({ kind: 'mistake', line: 7, text, mistake })
  })

  it('detaches by an empty owner where the person has said so', () => {
    expect(read(['1123', ' '], { isEmptyDetach: true })).toMatchObject({ kind: 'read', after: null })
    expect(read(['1123', '-'], { isEmptyDetach: true })).toMatchObject({ mistake: 'unreadable-owner' })
  })

  it('takes the one owner of all', () => {
    const ownerOfAll = { typeId: DEAL.id, id: ownerId(9) }
    expect(read(['1123'], { roles: ['order'], ownerOfAll })).toMatchObject({ after: ownerOfAll })
  })
})

describe('the order of a line', () => {
  const known = (byNumber: Record<string, number[]>, ...ids: number[]) => ({
    byNumber: new Map(Object.entries(byNumber).map(([number, of]) => [number, of.map(orderId)])),
    ids: new Set(ids.map(orderId)),
  })
  const plan = (cell: string, orders: ReturnType<typeof known>, { reading = 'number', trusts = false } = {}) =>
    toPlanLine(resolveLine(read([cell, '45'], { reading }), orders), trusts)
  const wish = (id: number) => ({ kind: 'wish', orderId: id, after: { typeId: 2, id: 45 }, line: 7 })
  const mistake = (kind: string, text: string) => ({ kind: 'mistake', mistake: kind, text, line: 7 })

  it.each<[string, string, ReturnType<typeof known>, object]>([
    ['is the one of this number', '1123', known({ 1123: [7] }), wish(7)],
    ['is the one of this number and id', '1123', known({ 1123: [1123] }, 1123), wish(1123)],
    ['is the one of one way to write the number', '# 1123', known({ 1123: [7] }), wish(7)],
    ['is missing where no order has this number', '00165', known({ 165: [7] }, 165), mistake('order-missing', '00165')],
    ['is missing where it is an id only', '1123', known({}, 1123), mistake('order-missing', '1123')],
    ['is not known where several have this number', '1123', known({ 1123: [7, 8] }), mistake('ambiguous', '1123')],
    ['is not known where two ways to write it differ', '#5', known({ '#5': [7], 5: [8] }), mistake('ambiguous', '#5')],
    ['is not known where the id is another one', '1123', known({ 1123: [7] }, 1123), mistake('ambiguous', '1123')],
    ['is what the cell itself says', 'ID 1123', known({ 1123: [7] }, 1123), wish(1123)],
    [
      'is not known where that is a number, too',
      'ID1123',
      known({ ID1123: [7] }, 1123),
      mistake('ambiguous', 'ID1123'),
    ],
  ])('%s', (_, cell, ...[orders, line]) => {
    expect(plan(cell, orders)).toEqual(line)
  })

  it.each([
    ['is the one of this id', known({}, 1123), wish(1123)],
    ['is the one of this id and number', known({ 1123: [1123] }, 1123), wish(1123)],
    ['is not known where the number is another one', known({ 1123: [7] }, 1123), mistake('ambiguous', '1123')],
    ['is missing where it is a number only', known({ 1123: [7] }), mistake('order-missing', '1123')],
  ])('%s, in a column of ids', (_, orders, line) => {
    expect(plan('1123', orders, { reading: 'id' })).toEqual(line)
  })

  it('is as the column says where the person trusts it', () => {
    const orders = known({ 1123: [7] }, 1123)
    expect(plan('1123', orders, { trusts: true })).toEqual(wish(7))
    expect(plan('1123', orders, { trusts: true, reading: 'id' })).toEqual(wish(1123))
    expect(plan('ID1123', known({ ID1123: [7] }, 1123), { trusts: true })).toEqual(mistake('ambiguous', 'ID1123'))
    expect(plan('1123', known({ 1123: [7, 8] }), { trusts: true })).toEqual(mistake('ambiguous', '1123'))
  })
})
