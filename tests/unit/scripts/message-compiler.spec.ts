import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import { pluralRuleOf } from '@/i18n/plurals'
import { compileMessage } from '@scripts/message-compiler'

const pluralRules = { en: pluralRuleOf('en'), ru: pluralRuleOf('ru') }

interface Case {
  language: 'en' | 'ru'
  text: string
  count: number
  values?: Record<string, unknown>
}

/** Writes a text as vue-i18n does by itself, as the dev server and the tests do. */
function byLibrary({ language, text, count, values }: Case): string {
  const options = { legacy: false, locale: language, messages: { [language]: { text } }, pluralRules } as const
  return createI18n<false, typeof options>(options).global.t('text', { ...values }, count)
}

/** Writes a text as the build does. */
function byCompiler({ language, text, count, values }: Case): string {
  const all: Record<string, unknown> = { count, n: count, ...values }
  return compileMessage(text)({
    named: (name) => all[name],
    plural: (forms) => forms[pluralRules[language](count, forms.length)] ?? '',
    normalize: (parts) => parts.join(''),
    interpolate: (value) => (value == null ? '' : String(value)),
  })
}

function textsIn(file: string): string[] {
  const texts: string[] = []
  JSON.parse(readFileSync(file, 'utf8'), (_, value: unknown) => {
    if (typeof value === 'string') texts.push(value)
    return value
  })
  return texts
}

const filesOf = (language: string) => [
  `src/i18n/locales/${language}.json`,
  ...readdirSync('src/i18n/later')
    .filter((file) => file.endsWith(`.${language}.json`))
    .map((file) => `src/i18n/later/${file}`),
]

describe('compileMessage', () => {
  it.each([
    ['as it stands', 'Try again', 'Try again'],
    ['that is empty', '', ''],
    ['with values', 'Order {number} of {total}', 'Order 3 of five'],
    ['with a value twice', '{number}, {number}', '3, 3'],
    ['with a value that is not there', 'Order {absent}.', 'Order .'],
    ['with a value that looks like a place for one', '{tricky}, {number}', '{number} | x, 3'],
    ['with forms', '{count} order | {count} orders', '5 orders'],
    ['with words for none', 'None | {n} order | {n} orders', '5 orders'],
    ['with signs that mean something in patterns', '$1 (50%)* {number}', '$1 (50%)* 3'],
    ['with a line between words', 'here|there', 'here|there'],
  ])('fills in a text %s', (_, text, expected) => {
    const values = { number: 3, total: 'five', tricky: '{number} | x' }
    expect(byCompiler({ language: 'en', text, count: 5, values })).toBe(expected)
  })

  it.each([
    [0, '0 заказов'],
    [1, '1 заказ'],
    [3, '3 заказа'],
    [21, '21 заказ'],
  ])('takes the forms of a language: %i', (count, expected) => {
    expect(byCompiler({ language: 'ru', text: '{n} заказ | {n} заказа | {n} заказов', count })).toBe(expected)
  })

  it.each(['en', 'ru'] as const)('writes every text of the app as vue-i18n does by itself: %s', (language) => {
    const texts = filesOf(language).flatMap(textsIn)
    expect(texts.length).toBeGreaterThan(500)
    for (const text of texts) {
      const names = [...text.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? [])
      const values = Object.fromEntries(names.map((name) => [name, `<${name}> | {x}`]))
      for (const count of [0, 1, 3, 5]) {
        const one = { language, text, count, values }
        expect(byCompiler(one)).toBe(byLibrary(one))
      }
    }
  })
})
