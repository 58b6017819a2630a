import { describe, expect, it } from 'vitest'
import { hasWords, readTypedWords } from '@/domain/typed-words'

const HUGE = 60_000

function isFound(title: string, typed: string): boolean {
  const words = readTypedWords(typed)
  return words !== undefined && hasWords(title, words)
}

describe('hasWords', () => {
  it.each([
    ['Поставка «Ромашка»', '"Ромашка"'],
    ['Поставка "Ромашка"', '«Ромашка»'],
    ['Поставка “Ромашка”', "'Ромашка'"],
    ['Поставка «Ромашка»', 'поставка ромашка'],
    ['ООО"Ромашка"', 'ООО «Ромашка»'],
    ['ООО «Ромашка»', 'ООО"Ромашка"'],
    ['Office  chairs', 'office chairs'],
    ['Office chairs', 'office   chairs'],
    ['Office\u00a0chairs', 'office chairs'],
    ['Office chairs for the hall', 'hall chairs'],
    ['Lindqvist Mara', 'Mara Lindqvist'],
    ['Lindqvist Mara', 'Lindqvist, Mara'],
    ['Зелёный сад', 'зеленый'],
    ['Зеленый сад', 'зелёный'],
    ['ЁЛКИ', 'елки'],
    ['Discount 10% for chairs', '10%'],
    ['Discount 10% for chairs', 'chairs 10%'],
    ['Granary Lane Cafés', 'cafes'],
    ['Cafe\u0301', 'café'],
    ['Straße 5', 'strasse'],
    ["O'Brien & Sons", 'O’Brien'],
    ['Jean‑Luc', 'jean-luc'],
    ['Kitchen — bar', 'kitchen - bar'],
    ['Ｃｈａｉｒｓ １２', 'chairs 12'],
    ['Chairs', '\u200bchairs\u200e'],
    ['Счёт № 310', 'счет №310'],
    ['Order #1123', '№1123'],
    ['İstanbul', 'istanbul'],
    ['a_b\\c', 'a_b\\c'],
  ])('finds %j by %j', (title, typed) => {
    expect(isFound(title, typed)).toBe(true)
  })

  it.each([
    ['Order 1042', '10%'],
    ['Discount 10 %', '10%'],
    ['Office chairs', 'office tables'],
    ['Ромашка', 'Ромашки'],
    ['Chairs', 'chairs chairs2'],
    ['axb', 'a_b'],
    ['Order 12', '1 2 3'],
    ['', 'a'],
  ])('does not find %j by %j', (title, typed) => {
    expect(isFound(title, typed)).toBe(false)
  })
})

describe('readTypedWords', () => {
  it.each([
    ['lamp', [['lamp']]],
    ['10%', [['10']]],
    ['50%_off', [['_off']]],
    ['"Ромашка"', [['Ромашка']]],
    ['a chairs', [['chairs']]],
    ['chairs office', [['chairs'], ['office']]],
    ['O’Brien', [['Brien']]],
    ['№1123', [['1123']]],
    ['Ёж', [['Ёж', 'Еж', 'ёж']]],
    ['сеть', [['сеть', 'сёть']]],
    ['Ｃｈａｉｒｓ', [['Ｃｈａｉｒｓ', 'Chairs']]],
    ['%', []],
  ])('asks the portal for %j by %j', (typed, parts) => {
    expect(readTypedWords(typed)?.parts).toEqual(parts)
  })

  it('asks for the four longest words and no more than eight spellings of each', () => {
    const parts = readTypedWords('one three five seven eleven параллелепипеееееееед')?.parts ?? []
    expect(parts).toHaveLength(4)
    expect(parts[0]).toHaveLength(8)
    expect(parts.slice(1).flat()).toEqual(['eleven', 'three', 'seven'])
  })

  it.each([
    ['spaces', ' '.repeat(HUGE) + 'chairs' + ' '.repeat(HUGE), ['chairs']],
    ['quotes', '«'.repeat(HUGE) + 'chairs', ['chairs']],
    ['punctuation', '.'.repeat(200) + 'chairs', ['chairs']],
  ])('reads a huge text of %s', (_, typed, words) => {
    expect(readTypedWords(typed)?.words).toEqual(words)
  })

  it.each([
    ['digits', '7'.repeat(HUGE)],
    ['words', 'ab '.repeat(HUGE / 3)],
    ['letters with two spellings', 'е'.repeat(HUGE)],
    ['signs', '%'.repeat(HUGE)],
    ['accents', 'e' + '\u0301\u0316'.repeat(HUGE / 2) + 'x'.repeat(300)],
  ])('looks for nothing in a huge text of %s: no title holds it', (_, typed) => {
    expect(readTypedWords(typed)).toBeUndefined()
  })
})
