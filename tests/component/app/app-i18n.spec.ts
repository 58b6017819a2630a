import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { describe, expect, it, vi } from 'vitest'
import { createAppI18n, prepareTexts } from '@/i18n'
import { useFormat } from '@/i18n/use-format'
import { aMoment } from '@tests/support/builders'

/** A text, a count, a day, a sum and a number, as a component of an app in this language writes them. */
async function writeAll(language: string): Promise<string[]> {
  const i18n = await createAppI18n(language)
  const written: string[] = []
  const Writer = {
    setup() {
      const format = useFormat()
      written.push(i18n.global.t('common.retry'), i18n.global.t('binding.list.total', 1))
      written.push(format.date(aMoment('2026-08-04T12:00:00+03:00')))
      written.push(format.money({ amount: 1234.5, currency: 'USD' }), format.number(1234.5))
      return () => null
    },
  }
  mount(Writer, { global: { plugins: [i18n, createPinia()] } })
  return written.map((text) => text.replaceAll(/[\u00A0\u202F]/g, ' '))
}

const ENGLISH = ['Try again', '1 order', 'Aug 4, 2026', '$1,234.50', '1,234.5']

describe('createAppI18n', () => {
  it('loads Russian and marks the document with it', async () => {
    const i18n = await createAppI18n('ru')
    expect(i18n.global.t('common.retry')).toBe('Повторить')
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ru', 'ltr'])
  })

  it('counts in Russian by the rules of Russian', async () => {
    const { global } = await createAppI18n('ru')
    const counted = [1, 3, 11, 22].map((count) => global.t('binding.list.total', count))
    expect(counted).toEqual(['1 заказ', '3 заказа', '11 заказов', '22 заказа'])
  })

  it.each(['kz', 'ar', 'de', 'sc', 'xx', 'not a language', 'constructor', '__proto__', ''])(
    'speaks English, counts, dates and sums too, where the language %j has no file, and marks the document so',
    async (language) => {
      expect(await writeAll(language)).toEqual(ENGLISH)
      expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['en', 'ltr'])
    },
  )

  it('does so where the file did not load', async () => {
    vi.doMock('@/i18n/locales/ru.json', () => {
      throw new TypeError('Failed to fetch dynamically imported module')
    })
    expect(await writeAll('ru')).toEqual(ENGLISH)
    expect(document.documentElement.lang).toBe('en')
    vi.doUnmock('@/i18n/locales/ru.json')
  })

  it('writes dates and sums in the language of the texts', async () => {
    expect(await writeAll('ru')).toEqual(['Повторить', '1 заказ', '4 авг. 2026 г.', '1 234,50 $', '1 234,5'])
  })

  it('gives what was prepared for the language in the address, to one app only', async () => {
    prepareTexts('https://app.example/?DOMAIN=a.bitrix24.com&LANG=ru')
    const first = await createAppI18n('ru')
    const second = await createAppI18n('ru')
    expect([first, second].map(({ global }) => global.t('common.retry'))).toEqual(['Повторить', 'Повторить'])
    expect(second).not.toBe(first)
  })

  it('speaks the language that the portal tells, where the address named another one or none', async () => {
    for (const query of ['?LANG=ru', '?LANG=', '']) prepareTexts(`https://app.example/${query}`)
    const { global } = await createAppI18n('en')
    expect([global.t('common.retry'), document.documentElement.lang]).toEqual(['Try again', 'en'])
  })
})
