import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv, withoutGuard } from '@/domain/csv'

const BOM = '\uFEFF'
const bodyOf = (text: string, hasDecimalComma = false) => toCsv([[text]], hasDecimalComma).slice(1, -2)

/** Reads a file as spreadsheets do: quoted fields, doubled quotes. */
function parse(csv: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (let place = 1; place < csv.length;) {
    let field = ''
    for (place += 1; csv[place] !== '"' || csv[place + 1] === '"'; place += 1) {
      if (csv[place] === '"') place += 1
      field += csv[place]
    }
    row.push(field)
    place += 1
    if (csv[place] === separator) place += 1
    else {
      rows.push(row)
      row = []
      place += 2
    }
  }
  return rows
}

describe('toCsv', () => {
  it('quotes every field and doubles quotes', () => {
    expect(
      toCsv(
        [
          ['a', 'say "b"'],
          ['', '1'],
        ],
        false,
      ),
    ).toBe(`${BOM}"a","say ""b"""\r\n"","1"\r\n`)
  })

  it('puts semicolons between fields where decimals have a comma', () => {
    expect(toCsv([['a', 'b']], true)).toBe(`${BOM}"a";"b"\r\n`)
  })

  it.each([
    ['=1+1', `"'=1+1"`],
    ['+7 495', `"'+7 495"`],
    ['-5', `"'-5"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['\n=1', `"'\n=1"`],
    ['＝1', `"'＝1"`],
    ['＋1', `"'＋1"`],
    ['－1', `"'－1"`],
    ['＠a', `"'＠a"`],
    [`'=1`, `"''=1"`],
  ])('keeps %j from being taken for a formula', (text, written) => {
    expect(bodyOf(text)).toBe(written)
  })

  it.each(['1003', 'a=b', '№ 5-1', `it's`, '', ' =1', '–5'])('leaves %j as it is', (text) => {
    expect(bodyOf(text)).toBe(`"${text}"`)
  })

  it.each([`'a`, `''`, 'a', '', `'1`, `' =1`])('takes no apostrophe off %j, which is no guard', (text) => {
    expect(withoutGuard(text)).toBe(text)
  })

  const field = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...`"',;=+-@\t\r\n＝＠a1 `) }),
  )
  const rows = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })

  it('is read back as it was', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (written, hasDecimalComma) => {
        const read = parse(toCsv(written, hasDecimalComma), hasDecimalComma ? ';' : ',')
        expect(read.map((row) => row.map(withoutGuard))).toEqual(written)
      }),
    )
  })

  it('never begins a field with what a spreadsheet runs', () => {
    fc.assert(
      fc.property(rows, (written) => {
        const read = parse(toCsv(written, false), ',').flat()
        expect(read.filter((text) => /^[=+\-@\t\r\n＝＋－＠]/.test(text))).toEqual([])
      }),
    )
  })
})
