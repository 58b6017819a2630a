import { describe, expect, it } from 'vitest'
import { pluralFormsOf, pluralRuleOf } from '@/i18n/plurals'

describe('pluralRuleOf', () => {
  it.each([
    ['ru', 1, [3, 0]],
    ['ru', 2, [3, 1]],
    ['ru', 5, [3, 2]],
    ['ru', 11, [3, 2]],
    ['ru', 21, [3, 0]],
    ['ru', 112, [3, 2]],
    ['en', 1, [2, 0]],
    ['en', 0, [2, 1]],
    ['en', 7, [2, 1]],
    ['ja', 3, [1, 0]],
    ['ar', 2, [6, 2]],
  ] as const)('picks in %s for %i of so many forms: %j', (tag, count, [forms, form]) => {
    expect(pluralRuleOf(tag)(count, forms)).toBe(form)
  })

  it.each([
    ['ru', 4, [0, 1, 3]],
    ['en', 3, [0, 1, 2]],
  ])('gives zero its own words where a message in %s has a form more', (tag, forms, expected) => {
    expect([0, 1, 7].map((count) => pluralRuleOf(tag)(count, forms))).toEqual(expected)
  })
})

describe('pluralFormsOf', () => {
  it.each([
    ['en', ['one', 'other']],
    ['ru', ['one', 'few', 'many']],
    ['pl', ['one', 'few', 'many']],
    ['ja', ['other']],
  ])('lists the forms of %s as whole numbers take them', (tag, forms) => {
    expect(pluralFormsOf(tag)).toEqual(forms)
  })
})
