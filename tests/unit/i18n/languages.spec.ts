import { describe, expect, it } from 'vitest'
import { directionOf, toLanguageTag, toPortalCode } from '@/i18n/languages'

describe('toLanguageTag', () => {
  it.each([
    ['en', 'en'],
    ['ru', 'ru'],
    ['br', 'pt-BR'],
    ['la', 'es'],
    ['sc', 'zh-Hans'],
    ['tc', 'zh-Hant'],
    ['ua', 'uk'],
    ['vn', 'vi'],
    ['kz', 'kk'],
    ['in', 'hi'],
  ])('spells the portal language %s as %s', (code, tag) => {
    expect(toLanguageTag(code)).toBe(tag)
  })

  it.each(['not a language', '', 'constructor', '__proto__', 'hasOwnProperty'])('takes English for %j', (code) => {
    expect(toLanguageTag(code)).toBe('en')
  })
})

describe('toPortalCode', () => {
  it.each([
    ['en-GB', 'en'],
    ['ru-RU', 'ru'],
    ['pt-BR', 'br'],
    ['zh-TW', 'tc'],
    ['zh-CN', 'sc'],
    ['uk', 'ua'],
  ])('spells the browser language %s as %s', (tag, code) => {
    expect(toPortalCode(tag)).toBe(code)
  })
})

describe('directionOf', () => {
  it('knows that Arabic runs from right to left', () => {
    expect([directionOf('ar'), directionOf('en')]).toEqual(['rtl', 'ltr'])
  })
})
