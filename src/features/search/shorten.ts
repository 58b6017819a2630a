/** The most characters of a typed text that a sentence repeats. */
const LONGEST = 60

/** Gives the beginning of a text that is too long for a sentence. */
export function shorten(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST)]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text
}
