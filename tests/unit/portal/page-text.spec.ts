import type { RunRow } from '@/domain/run'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import { readPage, toPages } from '@/portal/page-text'
import { anOwnerRef } from '@tests/support/builders'
import { manyRows, someRows } from '@tests/support/run-rows'

const row = (id: number, expected: RunRow['expected'], after: RunRow['after']): RunRow => ({
  orderId: orderId(id),
  expected,
  after,
})

/** What all pages together tell. */
const readAll = (bodies: readonly string[]) => bodies.flatMap((body) => readPage(body)?.rows ?? [])

describe('a page of a run', () => {
  it('is written down as short as it can be said', () => {
    const rows = [
      row(100, anOwnerRef(7), anOwnerRef(9)),
      row(101, anOwnerRef(8), anOwnerRef(9)),
      row(105, null, anOwnerRef(5, 31)),
      row(106, anOwnerRef(8), null),
    ]
    expect(toPages(rows)).toEqual([{ body: '1 0;100 2:7 2:9;1 8 =;4 - 31:5;1 = -', low: 100, high: 106 }])
  })

  it('gives back what was written down, whatever the rows are', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const pages = toPages(rows)
        expect(readAll(pages.map(({ body }) => body))).toEqual(rows)
        expect(pages.map(({ body }) => readPage(body)?.number)).toEqual(pages.map((_, number) => number))
      }),
      { numRuns: 60 },
    )
  })

  it('never has more than 150 rows and 3,500 bytes, and says between which orders it lies', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        for (const { body, low, high } of toPages(rows)) {
          const read = readPage(body)?.rows ?? []
          expect(new TextEncoder().encode(body).length).toBeLessThanOrEqual(3_500)
          expect(read.length).toBeLessThanOrEqual(150)
          expect([read[0]?.orderId, read.at(-1)?.orderId]).toEqual([low, high])
        }
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['from many deals to one', manyRows(10_000, { after: () => 4_711 }), 14],
    ['from many deals to many', manyRows(10_000), 18.1],
    ['detached', manyRows(10_000, { after: () => null }), 14],
    ['far apart', manyRows(10_000, { gap: 900 }), 20.1],
  ])('holds 10,000 orders %s in 68 pages', (_, rows, bytes) => {
    const pages = toPages(rows)
    const total = pages.reduce((sum, { body }) => sum + body.length, 0)
    expect(pages.length).toBeLessThanOrEqual(68)
    expect(total / rows.length).toBeLessThanOrEqual(bytes)
  })

  it('refuses to write rows that stand otherwise than a run has them', () => {
    const [one, other] = [row(5, null, null), row(6, null, null)]
    expect(() => toPages([other, one])).toThrow(RangeError)
    expect(() => toPages([one, one])).toThrow(RangeError)
  })

  it.each([
    ['of another version', '2 0;100 2:7 2:9'],
    ['without a number', '1;100 2:7 2:9'],
    ['without rows', '1 0'],
    ['with a row too short', '1 0;100 2:7'],
    ['with a row too long', '1 0;100 2:7 2:9 2:9'],
    ['with an order that is none', '1 0;0 2:7 2:9'],
    ['with an order beyond numbers', '1 0;9007199254740991 2:7 2:9;1 = ='],
    ['with an owner like nothing above', '1 0;100 = 2:9'],
    ['with an owner of no type', '1 0;100 7 2:9'],
    ['with an owner that is none', '1 0;100 2:0 2:9'],
    ['with more rows than a page has', `1 0${';1 - -'.repeat(151)}`],
    ['that is empty', ''],
  ])('is not read %s', (_, body) => {
    expect(readPage(body)).toBeUndefined()
  })

  it('never throws, whatever is read', () => {
    fc.assert(fc.property(fc.string(), (text) => void readPage(text)))
    const pieces = fc.constantFrom('1', ' ', ';', '-', '=', ':', '0', '2', '99', '9007199254740993', 'x')
    fc.assert(fc.property(fc.array(pieces), (texts) => void readPage(`1 0;${texts.join('')}`)))
  })
})
