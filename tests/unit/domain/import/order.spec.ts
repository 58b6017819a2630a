import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv } from '@/domain/csv'
import { isScientific, readOrderCell } from '@/domain/import-order'
import { readTable } from '@/domain/import-table'

describe('the cell of an order', () => {
  it.each([
    ['1123', ['1123'], 1123],
    ['00165', ['00165'], undefined],
    [' 1123 ', ['1123'], 1123],
    ['\u00a01123\u00a0', ['1123'], 1123],
    ['\u200b1123\ufeff', ['1123'], 1123],
    ['\u202d1123\u202c', ['1123'], 1123],
    ['1\u00a0123', ['1\u00a0123', '1 123', '1123'], 1123],
    ['12 1123', ['12 1123'], undefined],
    ['N-1123', ['N-1123'], undefined],
    ['1123/1', ['1123/1'], undefined],
    ['1123.0', ['1123.0'], undefined],
    ['12E5', ['12E5'], undefined],
    ['A–1', ['A–1', 'A-1'], undefined],
    ['1１2２', ['1１2２', '1122'], 1122],
    ['="00165"', ['="00165"', '00165'], undefined],
    [`'00165`, [`'00165`, '00165'], undefined],
    ['"1123"', ['"1123"', '1123'], 1123],
    ['#1123', ['#1123', '1123'], 1123],
    ['№ 1123', ['№ 1123', '1123'], undefined],
    ['Заказ №1123', ['Заказ №1123', '1123'], undefined],
    ['Order 1123', ['Order 1123', '1123'], 1123],
  ])('%j may be the numbers %j in a column of numbers', (cell, numbers, id) => {
    expect(readOrderCell(cell, 'number')).toEqual({ said: 'number', numbers, ...(id && { id }) })
  })

  it.each([
    ['1123', 1123],
    [' 1\u00a0123 ', 1123],
    ['#1123', 1123],
  ])('%j is an id in a column of ids', (cell, id) => {
    expect(readOrderCell(cell, 'id')).toMatchObject({ said: 'id', id })
  })

  it.each(['00165', 'N-1123', '0', '-5', '1123.0', '1,123', '99999999999999999', '1123/1'])('%j is no id', (cell) => {
    expect(readOrderCell(cell, 'id')).toBeUndefined()
  })

  it.each([
    ['ID 1123', 'number', { said: 'id', numbers: ['ID 1123'], id: 1123 }],
    ['ID1123', 'number', { said: 'id', numbers: ['ID1123'], id: 1123 }],
    ['https://a.example/shop/orders/details/1123/?IFRAME=Y', 'number', { said: 'id', numbers: [], id: 1123 }],
    ['/shop/orders/details/1123/', 'number', { said: 'id', numbers: [], id: 1123 }],
    ['№ 1123', 'id', { said: 'number', numbers: ['№ 1123', '1123'] }],
  ] as const)('%j says itself what it is, whatever its column is', (cell, reading, order) => {
    expect(readOrderCell(cell, reading)).toEqual(order)
  })

  it.each([
    ...['1,23E+05', '1.23E+05', '1E+05', '1,23e+05', '-1,5E-03', '1.5E5', "'1,23E+05", ' 1,23E+05 ', '4,6Е+11'],
    ...['', ' ', '-', '####', '—', '\u200b', '№'],
    'x'.repeat(101),
  ])('%j names no order, however it is read', (cell) => {
    expect(readOrderCell(cell, 'number')).toBeUndefined()
    expect(readOrderCell(cell, 'id')).toBeUndefined()
  })

  it.each([
    ['1,23E+05', true],
    ['1E+05', true],
    ['12E5', false],
    ['E-5', false],
    ['A1E+5', false],
    ['1123', false],
  ])('%j: a power of ten is told: %j', (cell, is) => {
    expect(isScientific(cell)).toBe(is)
  })

  const number = fc
    .string({ unit: fc.constantFrom(...'0012579-/_#№=+\'"@AZяE. ,;'), minLength: 1, maxLength: 12 })
    .map((text) => text.trim())
    .filter((text) => /[\dA-Zя]/.test(text) && !/^[№#]? ?(?:\/shop)?\/orders/.test(text) && !isScientific(text))

  it('is looked up first exactly as our own export wrote it', () => {
    fc.assert(
      fc.property(number, fc.boolean(), (written, hasDecimalComma) => {
        const table = readTable(
          toCsv(
            [
              ['Order number', 'Deal'],
              [written, '45'],
            ],
            hasDecimalComma,
          ),
        )
        const cell = table.kind === 'rows' ? table.rows[1]?.cells[0] : undefined
        expect(readOrderCell(cell ?? '', 'number')?.numbers[0]).toBe(written)
      }),
      { numRuns: 500 },
    )
  })
})
