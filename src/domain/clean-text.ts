import { compose, DASH, INVISIBLE } from './characters'

/** The zeros of other scripts' digits that people type: Arabic, Persian, Devanagari. */
const OTHER_ZEROS = [0x660, 0x6f0, 0x966]

function toPlainDigit(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0
  const zero = OTHER_ZEROS.find((first) => code >= first && code < first + 10)
  return zero === undefined ? undefined : String(code - zero)
}

/** Most texts are clean: lists have thousands of them. */
const CLEAN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/

function cleanCharacter(character: string): string {
  if (/^\s$/.test(character)) return ' '
  if (INVISIBLE.test(character)) return ''
  if (DASH.test(character)) return '-'
  // Its compatible form is the word "No".
  if (character === '№') return character
  return toPlainDigit(character) ?? character.normalize('NFKC')
}

/**
 * Gives what a person meant to type: plain digits and dashes, one space at most between words, none around, and nothing
 * invisible that was pasted along. Takes time in proportion to the text's length.
 */
export function cleanText(typed: string): string {
  if (CLEAN.test(typed)) return typed
  const parts: string[] = []
  for (const character of compose(typed)) {
    const clean = cleanCharacter(character)
    if (clean !== '' && !(clean === ' ' && (parts.length === 0 || parts.at(-1) === ' '))) parts.push(clean)
  }
  if (parts.at(-1) === ' ') parts.pop()
  return parts.join('')
}
