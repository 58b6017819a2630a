import { describe, expect, it } from 'vitest'
import { readLocale } from '@tests/support/read-locale'

function flatten(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(Object(value), `${path}${key}.`),
  )
}

const english = new Map(flatten(readLocale('en')))
const russian = new Map(flatten(readLocale('ru')))
const namesIn = (message = '') => [...new Set(message.match(/\{\w+\}/g))].sort()
const formsOf = (message = '') => message.split(' | ').length

describe('the texts', () => {
  it('say the same things in both languages', () => {
    expect([...russian.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('name the same values in both languages', () => {
    const differing = [...english.keys()].filter(
      (key) => `${namesIn(english.get(key))}` !== `${namesIn(russian.get(key))}`,
    )
    expect(differing).toEqual([])
  })

  it('have one more plural form in Russian than in English', () => {
    const plurals = [...english.keys()].filter((key) => formsOf(english.get(key)) > 1)
    expect(plurals.length).toBeGreaterThan(0)
    expect(plurals.filter((key) => formsOf(russian.get(key)) !== formsOf(english.get(key)) + 1)).toEqual([])
  })

  it('leave no text empty', () => {
    expect([...english, ...russian].filter(([, message]) => message.trim() === '')).toEqual([])
  })
})
