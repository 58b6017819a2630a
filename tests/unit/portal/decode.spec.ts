import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  amount,
  date,
  decode,
  id,
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
  ])('reads the id %j as %i', (sent, expected) => {
    expect(decode(id, sent)).toBe(expected)
  })

  it.each([0, -1, 1.5, '1.5', '', 'x', null, undefined, '99999999999999999999', Number.NaN, true, [5]])(
    'refuses %j as an id',
    (sent) => {
      expect(() => decode(id, sent)).toThrow(expect.objectContaining({ kind: 'unreadable', changed: 'unknown' }))
    },
  )

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

  it('reads a date with its offset', () => {
    expect(decode(date, '2022-10-14T17:19:11+02:00').toISOString()).toBe('2022-10-14T15:19:11.000Z')
  })

  it.each(['', 'yesterday', null, 0])('refuses %j as a date', (sent) => {
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

  it.each([[undefined], ['<html>'], [[]], [{}], [{ items: null }]])('refuses %j as a list', (sent) => {
    expect(() => decode(ROWS, sent)).toThrow(expect.objectContaining({ kind: 'unreadable' }))
  })
})
