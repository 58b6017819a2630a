import { describe, expect, it } from 'vitest'
import { toFlag, toNumber } from '@emulator/calls/params'

describe('toFlag', () => {
  it.each(['Y', 'y', true, 'true', 'TRUE', 1, '1'])('takes %j for a yes', (value) => {
    expect(toFlag(value)).toBe('Y')
  })

  it.each(['N', 'n', false, 'false', 0, '0'])('takes %j for a no', (value) => {
    expect(toFlag(value)).toBe('N')
  })

  it.each([null, undefined, '', 'yes', 2, -1, '01', ['Y'], {}])('takes %j for neither', (value) => {
    expect(toFlag(value)).toBeUndefined()
  })
})

describe('toNumber', () => {
  it.each([
    [7, 7],
    [-0.5, -0.5],
    ['1234.56', 1234.56],
    ['1234,56', 1234.56],
    ['-1234,5', -1234.5],
    ['1 234,56', 1234.56],
    ['1\u00A0234\u202F567,89', 1_234_567.89],
    ['1.234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['1,234,567', 1_234_567],
    ['1.234.567,8', 1_234_567.8],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['0', 0],
  ])('reads %j', (value, number) => {
    expect(toNumber(value)).toBe(number)
  })

  it.each(['', 'much', '12abc', '1,2,3', '1.2.3', '12,34.5', '--1', 'Infinity', Number.NaN, null, [1], {}])(
    'does not take %j for a number',
    (value) => {
      expect(toNumber(value)).toBeUndefined()
    },
  )
})
