import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '@/domain/clean-text'
import { toCsv } from '@/domain/csv'
import { readTable } from '@/domain/import-table'

const rowsOf = (text: string) => {
  const table = readTable(text)
  return table.kind === 'rows' ? table.rows : []
}
const cellsOf = (text: string) => rowsOf(text).map(({ cells }) => cells)
const linesOf = (text: string) => rowsOf(text).map(({ line }) => line)

describe('a list as a table', () => {
  it.each([
    [
      'commas',
      '1123,45\n1124,46',
      [
        ['1123', '45'],
        ['1124', '46'],
      ],
    ],
    [
      'semicolons',
      '1123;45\n1124;46',
      [
        ['1123', '45'],
        ['1124', '46'],
      ],
    ],
    [
      'tabs',
      '1123\t45\n1124\t46',
      [
        ['1123', '45'],
        ['1124', '46'],
      ],
    ],
    [
      'semicolons where sums have commas',
      '1123;45;1,50\n1124;46;2,75',
      [
        ['1123', '45', '1,50'],
        ['1124', '46', '2,75'],
      ],
    ],
    [
      'semicolons where titles have commas',
      'A;b, c\nD;e\nF;g, h, i',
      [
        ['A', 'b, c'],
        ['D', 'e'],
        ['F', 'g, h, i'],
      ],
    ],
    [
      'tabs where titles have both',
      '1\tx, y; z\n2\tv',
      [
        ['1', 'x, y; z'],
        ['2', 'v'],
      ],
    ],
    [
      'commas around quoted semicolons',
      '1,"a;b"\n2,"c;d"',
      [
        ['1', 'a;b'],
        ['2', 'c;d'],
      ],
    ],
    ['one column', '1123\n1124', [['1123'], ['1124']]],
    ['one cell', '1123', [['1123']]],
    ['a line that names the delimiter', 'sep=;\r\n1123;45,5', [['1123', '45,5']]],
    ['a line that names the delimiter, in capitals', 'SEP=,\n1;2,3;4', [['1;2', '3;4']]],
    ['short rows', '1123,45\n1124\n1125,47', [['1123', '45'], ['1124'], ['1125', '47']]],
  ])('is cut by %s', (_, text, cells) => {
    expect(cellsOf(text)).toEqual(cells)
  })

  it.each([
    ['Windows', '1\r\n2\r\n3'],
    ['Unix', '1\n2\n3'],
    ['an old Mac', '1\r2\r3'],
    ['several systems', '1\r\n2\n3\r\n'],
    ['several systems, the other way', '1\n2\r\n3'],
  ])('has the line ends of %s', (_, text) => {
    expect(cellsOf(text)).toEqual([['1'], ['2'], ['3']])
  })

  it.each(['1123, 1124, N-1125, 1126', '1123;1124;N-1125;1126;\n', '1123\t1124\tN-1125\t1126'])(
    'takes orders that stand in one line for a column: %j',
    (text) => {
      expect(cellsOf(text).map((cells) => String(cells).trim())).toEqual(['1123', '1124', 'N-1125', '1126'])
      expect(linesOf(text)).toEqual([1, 2, 3, 4])
    },
  )

  it.each(['1123,45,2', '1123,45,Deal,2026', 'a,b,c,d', '1,2,3,4\n5,6,7,8'])('leaves %j in rows', (text) => {
    expect(linesOf(text)).toHaveLength(text.split('\n').length)
  })

  it('keeps quotes, delimiters and line ends that stand in quotes', () => {
    expect(cellsOf('"say ""b"", c";2\r\n"two\r\nlines";3')).toEqual([
      ['say "b", c', '2'],
      ['two\r\nlines', '3'],
    ])
  })

  it('takes a quote inside of a cell as it stands', () => {
    expect(cellsOf('5" pipe,45\r\n6" pipe,"46"\r\n')).toEqual([
      ['5" pipe', '45'],
      ['6" pipe', '46'],
    ])
  })

  it('takes quotes that quote nothing as they stand, where it was copied from a page', () => {
    expect(cellsOf('1123\t"Rose" Ltd\n1124\t"Oak')).toEqual([
      ['1123', '"Rose" Ltd'],
      ['1124', '"Oak'],
    ])
  })

  it.each([
    ['never closes', '1123,45\n1124,"46\n1125,47', 2],
    ['closes too early', '1123,45\n1124,46\n1125,"4"7\n', 3],
  ])('is refused where a quote %s: lines would be lost', (_, text, line) => {
    expect(readTable(text)).toEqual({ kind: 'broken-quotes', line })
  })

  it.each(['', '\n\n', '\uFEFF', ' ; ;\r\n;', '\u00a0\n\u200b'])('is empty in %j', (text) => {
    expect(readTable(text)).toEqual({ kind: 'empty' })
  })

  it.each([
    ['headings count', 'Order\n1123', [1, 2]],
    ['blank lines count', '1123\n\n \n1124', [1, 4]],
    ['a quoted line end does not count', '"a\nb",1\nc,2', [1, 2]],
    ['the line that names the delimiter counts', 'sep=,\n1,2\n3,4', [2, 3]],
  ])('numbers lines as spreadsheets do: %s', (_, text, lines) => {
    expect(linesOf(text)).toEqual(lines)
  })

  it('takes the apostrophe off that our export writes', () => {
    expect(cellsOf(`"'=1","'+7","''-5","'a"`)).toEqual([['=1', '+7', `'-5`, `'a`]])
  })

  const field = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...`"',;=+-@\t\r\n＝＠a1 `) }),
    fc.constantFrom('00165', '1,23E+05', '№ 5', "'", '=HYPERLINK("a";"b")', '\r\n', 'sep=,'),
  )
  // As a table has them: as many cells in each row, and something in the first one.
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }))
    .map((rows) => [rows[0]?.map((_, place) => `Column ${'abcd'.charAt(place)}`) ?? [], ...rows])
  const isFilled = (row: readonly string[]) => row.some((cell) => cleanText(cell) !== '')

  it('has every field that was exported', () => {
    fc.assert(
      fc.property(table, fc.boolean(), (rows, hasDecimalComma) => {
        expect(cellsOf(toCsv(rows, hasDecimalComma))).toEqual(rows.filter(isFilled))
      }),
      { numRuns: 500 },
    )
  })

  it('reads 20,000 lines at once', () => {
    const rows = Array.from({ length: 20_000 }, (_, place) => [`N-${place}`, String(place + 1), 'Deal'])
    expect(cellsOf(toCsv(rows, true))).toEqual(rows)
  })
})
