import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toLanguageTag } from '@/i18n/languages'
import { pluralFormsOf } from '@/i18n/plurals'

function flatten(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(Object(value), `${path}${key}.`),
  )
}

const LATER = 'src/i18n/later'
const languages = readdirSync('src/i18n/locales').map((file) => basename(file, '.json'))
const subjects = new Set(readdirSync(LATER).flatMap((file) => /^(\w+)\.en\.json$/.exec(file)?.[1] ?? []))
const read = (file: string) => flatten(JSON.parse(readFileSync(file, 'utf8')) as object)

/** Those of the first screen, and those that come later. */
const allTextsOf = (language: string) => [
  ...read(`src/i18n/locales/${language}.json`),
  ...[...subjects].flatMap((subject) => read(`${LATER}/${subject}.${language}.json`)),
]
const textsOf = (language: string) => new Map(allTextsOf(language))
const english = textsOf('en')
const namesIn = (message = '') => [...new Set(message.match(/\{\w+\}/g))].sort().join()
const formsOf = (message = '') => message.split(' | ').length

describe('the texts', () => {
  it('are there in English and Russian', () => {
    expect(languages).toEqual(expect.arrayContaining(['en', 'ru']))
  })

  it.each(languages)('are complete, and no more than English has: %s', (language) => {
    expect([...textsOf(language).keys()].sort()).toEqual([...english.keys()].sort())
  })

  it.each(languages)('stand in one place each: %s', (language) => {
    const keys = allTextsOf(language).map(([key]) => key)
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([])
  })

  it.each(languages)('hold neither HTML nor what vue-i18n would take for its own signs: %s', (language) => {
    expect(allTextsOf(language).filter(([, message]) => /<\/?\w|@[:.]|\{['"]/.test(message))).toEqual([])
  })

  it.each(languages)('name the same values as English: %s', (language) => {
    const texts = textsOf(language)
    expect([...english].filter(([key, message]) => namesIn(message) !== namesIn(texts.get(key)))).toEqual([])
  })

  it.each(languages)('have the plural forms of their language: %s', (language) => {
    const texts = textsOf(language)
    const plurals = [...english].filter(([, message]) => formsOf(message) > 1)
    const wanted = pluralFormsOf(toLanguageTag(language)).length
    expect(plurals.length).toBeGreaterThan(0)
    // English has two forms, and a third one where zero has its own words.
    const wrong = plurals.filter(([key, message]) => formsOf(texts.get(key)) !== wanted + formsOf(message) - 2)
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  it.each(languages)('leave none empty: %s', (language) => {
    expect([...textsOf(language)].filter(([, message]) => message.trim() === '')).toEqual([])
  })

  it.each(languages.filter((language) => language !== 'en'))(
    'speak of every failure in their own words: %s',
    (language) => {
      const texts = textsOf(language)
      const failures = [...english].filter(([key]) => key.startsWith('failure.kinds.'))
      expect(failures.filter(([key, message]) => texts.get(key) === message)).toEqual([])
    },
  )
})
