/** Tests of single characters, for what reads texts one character after another: so nothing takes long. */

/** Direction marks, zero-width characters and their like, which come along when a text is pasted. */
export const INVISIBLE = /^[\p{Cf}\p{Cc}\ufe00-\ufe0f]$/u
export const DASH = /^[\p{Pd}\u2212]$/u
export const DIGIT = /^\d$/
/** Quotes, whatever their shape. */
export const QUOTES = '"«»“”„‟‹›″'
/** Apostrophes and single quotes, whatever their shape. */
export const APOSTROPHES = "'‘’‚‛`´ʼ′"

/** Gives letters and the accents that follow them as one character each. */
export function compose(text: string): string {
  // Heaps of accents on one letter are no word, and putting them in order takes long.
  return text.replace(/(\p{M}{4})\p{M}+/gu, '$1').normalize('NFC')
}

/** Gives the part of a text from the first to the last character that is not of these. */
export function trimCharacters(text: string, unwanted: string): string {
  let start = 0
  let end = text.length
  while (start < end && unwanted.includes(text.charAt(start))) start += 1
  while (end > start && unwanted.includes(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

/** Gives the digits that stand at a place of a text. */
export function digitsAt(text: string, place: number): string {
  let end = place
  while (end < text.length && DIGIT.test(text.charAt(end))) end += 1
  return text.slice(place, end)
}

/** Gives the id that a text of digits, and nothing else, may be. */
export function toId(text: string): number | undefined {
  const id = digitsAt(text, 0) === text ? Number(text) : 0
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}
