import { describe, expect, it } from 'vitest'
import { russianPlural } from '@/i18n/plurals'

describe('russianPlural', () => {
  it.each([
    [1, 0],
    [2, 1],
    [5, 2],
    [11, 2],
    [21, 0],
    [112, 2],
  ])('counts %i with form %i of three', (count, form) => {
    expect(russianPlural(count, 3)).toBe(form)
  })

  it('gives zero its own words where a message has four forms', () => {
    expect([russianPlural(0, 4), russianPlural(1, 4), russianPlural(7, 4)]).toEqual([0, 1, 3])
  })
})
