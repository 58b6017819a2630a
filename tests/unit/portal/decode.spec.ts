import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  amount,
  date,
  decode,
  id,
  listOf,
  MAX_DIRECTORY,
  optionalId,
  optionalText,
  rowsUnder,
  text,
  wholeNumber,
  yesNo,
} from '@/portal/decode'

const ROWS = rowsUnder('items', v.object({ id, title: text }))

describe('decode', () => {
  it.each([
    [7, 7],
    ['7', 7],
    ['0007', 7],
    [4_503_599_627_370_497, 4_503_599_627_370_497],
    ['4503599627370497', 4_503_599_627_370_497],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('reads the id %j as %i', (sent, expected) => {
    expect(decode(id, sent)).toBe(expected)
  })

  it.each([0, -1, 1.5, '1.5', '', 'x', null, undefined, '99999999999999999999', Number.NaN, true, [5]])(
    'refuses %j as an id',
    (sent) => {
      expect(() => decode(id, sent)).toThrow(expect.objectContaining({ kind: 'unreadable', changed: 'unknown' }))
    },
  )

  /** Texts of JSON, as the number of one arrives rounded. */
  it.each(['9007199254740992', '9007199254740993', '9007199254740995', '90071992547409930', '1e20', '1e308'])(
    'refuses the id %s, which would be rounded, as a number and as digits',
    (sent) => {
      for (const value of [JSON.parse(sent), sent])
        for (const schema of [id, wholeNumber, optionalId])
          expect(() => decode(schema, value)).toThrow(expect.objectContaining({ kind: 'unreadable' }))
    },
  )

  it.each(['9007199254740993', '12345678901234567890', '1e21'])('refuses the number %s as a text', (sent) => {
    expect(() => decode(text, JSON.parse(sent))).toThrow(expect.objectContaining({ kind: 'unreadable' }))
    expect(decode(text, sent)).toBe(sent)
  })

  it.each([
    [1100, '1100'],
    [0, '0'],
    [12.5, '12.5'],
  ])('reads the number %j as a text', (sent, expected) => {
    expect(decode(text, sent)).toBe(expected)
  })

  it.each([[null], [undefined], [''], [0], ['0']])('takes %j for no id', (sent) => {
    expect(decode(optionalId, sent)).toBeUndefined()
  })

  it.each([
    ['Y', true],
    ['N', false],
  ])('reads %s as %j', (sent, expected) => {
    expect(decode(yesNo, sent)).toBe(expected)
  })

  it('refuses a yes or no that is neither', () => {
    expect(() => decode(yesNo, true)).toThrow(expect.objectContaining({ kind: 'unreadable' }))
  })

  it.each([
    ['2022-10-14T17:19:11+02:00', '2022-10-14T15:19:11.000Z'],
    ['2022-10-14T17:19:11+03', '2022-10-14T14:19:11.000Z'],
    ['2022-10-14T17:19:11-11', '2022-10-15T04:19:11.000Z'],
    ['2022-10-14T17:19:11+0530', '2022-10-14T11:49:11.000Z'],
    ['2022-10-14 17:19:11+03', '2022-10-14T14:19:11.000Z'],
    ['2022-10-14T17:19:11 +03:00', '2022-10-14T14:19:11.000Z'],
    ['2022-10-14T17:19:11Z', '2022-10-14T17:19:11.000Z'],
    ['2022-10-14T17:19:11.250+03', '2022-10-14T14:19:11.250Z'],
    ['2024-02-29T00:00:00+00', '2024-02-29T00:00:00.000Z'],
  ])('reads the date %s', (sent, expected) => {
    expect(new Date(decode(date, sent).at).toISOString()).toBe(expected)
  })

  it.each([
    '',
    'yesterday',
    null,
    0,
    '2022-10-14',
    '2022-10-14T17:19:11',
    '2022-10-14T17:19:11+3',
    '2022-10-14T17:19:11+24:00',
    '2022-10-14T17:19:11+03:60',
    '2022-10-14T24:19:11+03',
    '2022-13-14T17:19:11+03',
    '2023-02-29T17:19:11+03:00',
    '2022-04-31T17:19:11+03:00',
    '0000-00-00T00:00:00+03:00',
  ])('refuses %j as a date', (sent) => {
    expect(() => decode(date, sent)).toThrow(expect.objectContaining({ kind: 'unreadable' }))
  })

  it.each([
    [1176, 1176],
    ['19999.99', 19999.99],
    ['-5', -5],
    [0, 0],
  ])('reads the sum %j', (sent, expected) => {
    expect(decode(amount, sent)).toBe(expected)
  })

  it('reads zero as a whole number', () => {
    expect(decode(wholeNumber, '0')).toBe(0)
  })

  it('takes an empty text for none', () => {
    expect(decode(v.object({ name: optionalText }), { name: '' }).name).toBeUndefined()
  })

  it('reads a row without its optional fields', () => {
    expect(decode(v.object({ name: optionalText, id: optionalId }), {})).toEqual({})
  })

  it('ignores fields that it does not know', () => {
    expect(decode(ROWS, { items: [{ id: '5', title: 'Five', color: 'red' }], more: 1 })).toEqual([
      { id: 5, title: 'Five' },
    ])
  })

  it('names the field of a malformed row', () => {
    const items = [
      { id: 5, title: 'Five' },
      { id: 6, title: null },
    ]
    expect(() => decode(ROWS, { items })).toThrow(
      expect.objectContaining({ kind: 'unreadable', code: 'items.1.title' }),
    )
  })

  it('never carries the values that it could not read', () => {
    try {
      decode(ROWS, { items: [{ id: 'Mara Lindqvist', title: 'x' }] })
      expect.unreachable()
    } catch (error) {
      const shown = [String(error), JSON.stringify(error), String(Object(error).cause)].join()
      expect(shown).not.toContain('Mara')
    }
  })

  it('refuses a page with more rows than a page can hold, before it reads any', () => {
    let read = 0
    const counted = rowsUnder(
      'items',
      v.pipe(
        v.unknown(),
        v.check(() => ++read > 0),
      ),
    )
    for (const length of [51, 150_000])
      expect(() => decode(counted, { items: Array(length).fill({ id: 1 }) })).toThrow(
        expect.objectContaining({ kind: 'unreadable', code: 'items' }),
      )
    expect(read).toBe(0)
    expect(decode(counted, { items: Array(50).fill({ id: 1 }) })).toHaveLength(50)
  })

  it.each([
    [3, 3],
    [1_000, MAX_DIRECTORY],
  ])('takes %i rows where as many are wanted, and no more', (length, most) => {
    expect(decode(listOf(id, most), Array(length).fill(1))).toHaveLength(length)
    expect(() => decode(listOf(id, most), Array(length + 1).fill(1))).toThrow(
      expect.objectContaining({ kind: 'unreadable' }),
    )
  })

  it.each([[undefined], ['<html>'], [[]], [{}], [{ items: null }]])('refuses %j as a list', (sent) => {
    expect(() => decode(ROWS, sent)).toThrow(expect.objectContaining({ kind: 'unreadable' }))
  })
})
