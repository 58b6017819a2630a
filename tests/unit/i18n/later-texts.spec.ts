import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

function flatten(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(Object(value), `${path}${key}.`),
  )
}

const textsOf = (language: string) =>
  new Map(flatten(JSON.parse(readFileSync(`src/i18n/later/journal.${language}.json`, 'utf8')) as object))
const [english, russian] = [textsOf('en'), textsOf('ru')]
const namesIn = (message = '') => [...new Set(message.match(/\{\w+\}/g))].sort().join()
const formsOf = (message = '') => message.split(' | ').length

describe('the texts that come later', () => {
  it('are complete in Russian, and no more than English has', () => {
    expect([...russian.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('name the same values', () => {
    expect([...english].filter(([key, message]) => namesIn(message) !== namesIn(russian.get(key)))).toEqual([])
  })

  it('have one plural form more in Russian', () => {
    const plurals = [...english].filter(([, message]) => formsOf(message) > 1)
    expect(plurals.length).toBeGreaterThan(0)
    expect(plurals.filter(([key, message]) => formsOf(russian.get(key)) !== formsOf(message) + 1)).toEqual([])
  })
})
