import { DIGIT } from './characters'

/** What a word or a sign before a number says about it; `either` where ids and numbers are called so. */
type Meaning = 'id' | 'number' | 'either'
export type Labels = ReadonlyMap<string, Meaning>

/** A text without the words and signs before its number. */
export interface Unlabelled {
  rest: string
  /** Absent where nothing stood before it. */
  said?: Meaning
}

/** Longer words are no labels: what follows is the text itself. */
const LONGEST_LABEL = 16
const SEPARATORS = ' :=.°'
const LETTER = /^\p{L}$/u

/** Words and signs of several languages that stand before an id or a number, whatever it is the number of. */
const COMMON_LABELS: Record<Meaning, readonly string[]> = {
  id: ['id', 'ид'],
  number: ['№', 'no', 'nr', 'n', 'num', 'number', 'nummer', 'numero', 'número', 'numéro', 'номер'],
  either: ['#'],
}

const toEntries = (words: readonly string[], meaning: Meaning) => words.map((word) => [word, meaning] as const)

/** Makes labels of these words, which say neither, and of those that any number may have. */
export function labelsWith(words: readonly string[]): Labels {
  const { id, number, either } = COMMON_LABELS
  return new Map([
    ...toEntries(id, 'id'),
    ...toEntries(number, 'number'),
    ...toEntries([...either, ...words], 'either'),
  ])
}

/** Gives the word or the sign that stands at a place, at most one letter longer than a label. */
function wordAt(text: string, place: number): string {
  let end = place
  while (end - place <= LONGEST_LABEL && LETTER.test(text.charAt(end))) end += 1
  return text.slice(place, Math.max(end, place + 1)).toLowerCase()
}

const isSign = (word: string): boolean => word === '#' || word === '№'

/** Tells whether a word ends at this place and something follows: `N 5` has a label, `N5` and `order-5` are numbers. */
function endsBefore(text: string, place: number, meaning: Meaning): boolean {
  const next = text.charAt(place)
  return next !== '' && (SEPARATORS.includes(next) || isSign(next) || (meaning === 'id' && DIGIT.test(next)))
}

function isSeparator(text: string, place: number): boolean {
  const character = text.charAt(place)
  return character !== '' && (SEPARATORS.includes(character) || (character === '-' && text.charAt(place + 1) === ' '))
}

/** Who says "ID" means it, whatever sign comes with it. */
function stronger(one: Meaning | undefined, other: Meaning): Meaning {
  if (one === 'id' || other === 'id') return 'id'
  return one === 'number' ? one : other
}

/**
 * Takes the words and signs away that stand before a number: `Order No. 1123`, `ID: 5`, `№ 7`. Where nothing would be
 * left, the text stays whole. Each character is looked at a bounded number of times.
 */
export function stripLabels(text: string, labels: Labels): Unlabelled {
  let place = 0
  let said: Meaning | undefined
  while (place < text.length) {
    if (isSeparator(text, place)) {
      place += 1
      continue
    }
    const word = wordAt(text, place)
    const meaning = labels.get(word)
    const end = place + word.length
    if (meaning === undefined || !(isSign(word) || endsBefore(text, end, meaning))) break
    said = stronger(said, meaning)
    place = end
  }
  if (place >= text.length) return { rest: text }
  return said ? { rest: text.slice(place), said } : { rest: text }
}
