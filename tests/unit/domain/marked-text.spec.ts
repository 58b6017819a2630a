import { describe, expect, it } from 'vitest'
import { markText } from '@/domain/marked-text'

/** The parts in one line, what is marked in brackets. */
function mark(text: string, ...searched: string[]): string {
  return markText(text, searched)
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('')
}

describe('markText', () => {
  it.each([
    ['1123', ['1123'], '[1123]'],
    ['igrushki-777', ['777'], 'igrushki-[777]'],
    ['1123', ['5'], '1123'],
    ['', ['5'], ''],
    ['1123', [''], '1123'],
    ['1123', [], '1123'],
    ['Office chairs', ['chairs', 'off'], '[Off]ice [chairs]'],
    ['Office chairs', ['ffi', 'fice'], 'O[ffice] chairs'],
    ['Office chairs', ['office', 'ice'], '[Office] chairs'],
    ['Поставка «Ромашка»', ['ромашка'], 'Поставка «[Ромашка]»'],
    ['Зелёный сад', ['зеленый'], '[Зелёный] сад'],
    ['Cafe\u0301 bar', ['café'], '[Cafe\u0301] bar'],
    ['Straße 5', ['strasse'], '[Straße] 5'],
    ['ＡＢ 12', ['ab'], '[ＡＢ] 12'],
    ['10% off', ['10%'], '[10%] off'],
    ['two  spaces', ['two spaces'], '[two  spaces]'],
    ['aa aa', ['aa'], '[aa] aa'],
    ['😀 chairs', ['chairs'], '😀 [chairs]'],
    ['<b>chairs</b>', ['chairs'], '<b>[chairs]</b>'],
  ])('marks in %j what was searched by %j', (text, searched, marked) => {
    expect(mark(text, ...searched)).toBe(marked)
  })

  it('loses nothing of a huge text', () => {
    const text = 'е«'.repeat(30_000)
    expect(
      markText(text, ['ё'])
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })
})
