import { APOSTROPHES, DASH, INVISIBLE, QUOTES } from './characters'

/** A text as texts are compared, and where in the original each of its characters came from. */
interface FoldedText {
  text: string
  /** For each unit of `text`: where its character begins in the original, and where it ends. */
  starts: number[]
  ends: number[]
}

/** Marks over and under letters: texts compare without them, so that ё is е and é is e. */
const MARK = /^[\u0300-\u036f]$/
const SPACE = /^\s$/
/** A title has quotes, and signs before a number, or not. */
const IGNORED = `${QUOTES}№#`

function foldCharacter(character: string, isAfterSpace: boolean): string {
  if (SPACE.test(character)) return isAfterSpace ? '' : ' '
  if (INVISIBLE.test(character) || IGNORED.includes(character)) return ''
  if (DASH.test(character)) return '-'
  if (APOSTROPHES.includes(character)) return "'"
  const plain = [...character.normalize('NFKD')].filter((part) => !MARK.test(part)).join('')
  // Up and down again: ß becomes ss, and both forms of sigma one.
  return plain.toUpperCase().toLowerCase()
}

/**
 * Makes a text comparable: letter case, accents, ё and е, shapes of quotes, dashes and spaces, full-width forms and
 * invisible characters make no difference. Takes time in proportion to the text's length.
 */
export function foldText(original: string): FoldedText {
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let place = 0
  for (const character of original) {
    const folded = foldCharacter(character, parts.at(-1) === ' ')
    const end = place + character.length
    if (folded !== '') parts.push(folded)
    else if (MARK.test(character) && ends.length > 0) ends[ends.length - 1] = end
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(place)
      ends.push(end)
    }
    place = end
  }
  return { text: parts.join(''), starts, ends }
}

/** Gives a text as texts are compared, without spaces around it. */
export function toFolded(original: string): string {
  return foldText(original).text.trim()
}
