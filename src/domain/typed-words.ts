import { APOSTROPHES, compose, QUOTES, trimCharacters } from './characters'
import { cleanText } from './clean-text'
import { toFolded } from './fold-text'

/** A text that a title or a name is searched by. */
export interface TypedWords {
  /** The whole text as it was meant, and as texts are compared. */
  written: string
  phrase: string
  /** Its words, as texts are compared: a title has all of them, in any order. */
  words: readonly string[]
  /** For the portal, which compares letter by letter: parts of words, each in all of its spellings. The longest first. */
  parts: readonly (readonly string[])[]
}

const QUOTE = new RegExp(`[${QUOTES}]`, 'g')
const INVISIBLES = /[\p{Cf}\ufe00-\ufe0f]/gu
/** A word says something where it has a letter or a digit. */
const TELLING = /[\p{L}\p{N}]/u
const LETTER = /\p{L}/u
/** Titles are no longer than this; a longer text is in none of them. */
const LONGEST_PHRASE = 255
/** What stands at the edge of a word and is no part of it. */
const PUNCTUATION = `.,;:!?()[]${APOSTROPHES}`
/** Signs of which a title may have another shape or none, and those that mean something else to the portal. */
const BREAKS = new RegExp(String.raw`[%\\${APOSTROPHES}\p{Pd}−№#]`, 'u')
/** How many conditions one search sends; the other words are compared here. */
const MOST_PARTS = 4
/** How many spellings of one part are asked for. */
const MOST_SPELLINGS = 8

/** With е in place of every ё, and with ё in place of each single е: a word has one stress. */
function spellingsOf(part: string): string[] {
  const plain = part.replaceAll('ё', 'е').replaceAll('Ё', 'Е')
  const places = [...plain.matchAll(/е/gi)].map(({ index }) => index)
  const withYo = places.map((place) => `${plain.slice(0, place)}ё${plain.slice(place + 1)}`)
  return [...new Set([part, part.normalize('NFKC'), plain, ...withYo])].slice(0, MOST_SPELLINGS)
}

/** Gives the longest part of a word that a title has letter by letter. */
function longestPart(word: string): string {
  return word.split(BREAKS).reduce((longest, part) => (part.length > longest.length ? part : longest), '')
}

function partsOf(words: readonly string[]): string[][] {
  const parts = [...new Set(words.map(longestPart))].toSorted((one, other) => other.length - one.length)
  const telling = parts.filter((part, place) => part !== '' && (place === 0 || part.length > 1))
  return telling.slice(0, MOST_PARTS).map(spellingsOf)
}

/**
 * Reads what a person typed or pasted as words. Quotes, dashes, ё and е, letter case, accents and the number of spaces
 * make no difference; a sign such as `%` does. Nothing for a text without words, or one that no title can hold.
 */
export function readTypedWords(typed: string): TypedWords | undefined {
  const phrase = toFolded(typed)
  if (phrase === '' || phrase.length > LONGEST_PHRASE) return undefined
  const split = compose(typed).replace(INVISIBLES, '').replace(QUOTE, ' ').split(/\s/)
  const trimmed = split.map((word) => trimCharacters(word, PUNCTUATION)).filter((word) => TELLING.test(word))
  const words = trimmed.length > 0 ? trimmed : split.filter((word) => word !== '')
  return { written: cleanText(typed), phrase, words: [...new Set(words.map(toFolded))], parts: partsOf(words) }
}

/** Tells whether a text has every word, in any order. */
export function hasWords(text: string, { words }: TypedWords): boolean {
  const folded = toFolded(text)
  return words.every((word) => folded.includes(word))
}

/** Reads the words of a text that may be somebody's name; nothing for a number or a single letter. */
export function readTypedName(typed: string): TypedWords | undefined {
  const words = readTypedWords(typed)
  return words && words.phrase.length > 1 && LETTER.test(words.phrase) ? words : undefined
}
