import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const FOLDER = 'src/i18n/later'
const PARTS = readdirSync(FOLDER).flatMap((file) => /^(.+)\.en\.json$/.exec(file)?.[1] ?? [])

function flatten(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(Object(value), `${path}${key}.`),
  )
}

const textsOf = (part: string, language: string) =>
  new Map(flatten(JSON.parse(readFileSync(`${FOLDER}/${part}.${language}.json`, 'utf8')) as object))
const namesIn = (message = '') => [...new Set(message.match(/\{\w+\}/g))].sort().join()
const formsOf = (message = '') => message.split(' | ').length

it('finds the texts that come later', () => {
  expect(PARTS).toContain('journal')
})

describe.each(PARTS)('the texts of %s', (part) => {
  const [english, russian] = [textsOf(part, 'en'), textsOf(part, 'ru')]

  it('are complete in Russian, and no more than English has', () => {
    expect([...russian.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('name the same values', () => {
    expect([...english].filter(([key, message]) => namesIn(message) !== namesIn(russian.get(key)))).toEqual([])
  })

  it('have one plural form more in Russian', () => {
    const plurals = [...english].filter(([, message]) => formsOf(message) > 1)
    expect(plurals.filter(([key, message]) => formsOf(russian.get(key)) !== formsOf(message) + 1)).toEqual([])
  })
})
