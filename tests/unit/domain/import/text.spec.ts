import { describe, expect, it } from 'vitest'
import { readFileText, readLegacyText } from '@/domain/import-text'

const LIST = '№ заказа;Сделка\r\n1123;45\r\n'
const utf8 = (text: string) => new TextEncoder().encode(text)

function utf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let place = 0; place < text.length; place += 1) view.setUint16(place * 2, text.charCodeAt(place), isLittle)
  return new Uint8Array(view.buffer)
}

/** Cyrillic of windows-1251, by its table. */
const cp1251 = (text: string) =>
  Uint8Array.from(text, (character) => {
    const code = character.charCodeAt(0)
    if (character === '№') return 0xb9
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code
  })

describe('the text of a file', () => {
  it.each([
    ['UTF-8', utf8(LIST)],
    ['UTF-8 with its mark', utf8(`\uFEFF${LIST}`)],
    ['UTF-16 with its mark, low bytes first', utf16(`\uFEFF${LIST}`, true)],
    ['UTF-16 with its mark, high bytes first', utf16(`\uFEFF${LIST}`, false)],
    ['UTF-16 without a mark, low bytes first', utf16(LIST, true)],
    ['UTF-16 without a mark, high bytes first', utf16(LIST, false)],
  ])('is read from %s', (_, bytes) => {
    expect(readFileText(bytes)).toEqual({ kind: 'text', text: LIST })
  })

  it('is empty for an empty file', () => {
    expect(readFileText(new Uint8Array())).toEqual({ kind: 'text', text: '' })
  })

  it('keeps letters beyond the first 65,536', () => {
    expect(readFileText(utf16('\uFEFF🛒1123', true))).toEqual({ kind: 'text', text: '🛒1123' })
  })

  it('is never guessed from a code page that a file does not name', () => {
    expect(readFileText(cp1251(LIST))).toEqual({ kind: 'legacy' })
    expect(readFileText(Uint8Array.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]))).toEqual({ kind: 'legacy' })
  })

  it('is read by the code page that a person says', () => {
    expect(readLegacyText(cp1251(LIST), 'windows-1251')).toBe(LIST)
    expect(readLegacyText(Uint8Array.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]), 'windows-1252')).toBe('Müller')
  })

  it.each([
    ['an Excel workbook', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]],
    ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
  ])('is not there in %s', (_, bytes) => {
    expect(readFileText(Uint8Array.from(bytes))).toEqual({ kind: 'workbook' })
  })

  it.each([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d]],
    ['half of a pair of UTF-16', [0xff, 0xfe, 0x3d, 0xd8]],
  ])('is not there in %s', (_, bytes) => {
    expect(readFileText(Uint8Array.from(bytes))).toEqual({ kind: 'not-text' })
  })
})
