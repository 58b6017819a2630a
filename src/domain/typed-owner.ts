import type { TypedWords } from './typed-words'
import { APOSTROPHES, digitsAt, QUOTES, toId, trimCharacters } from './characters'
import { cleanText } from './clean-text'
import { toFolded } from './fold-text'
import { labelsWith, stripLabels } from './typed-label'
import { readTypedWords } from './typed-words'

/** What a person who looks for an owner typed or pasted. */
export interface TypedOwner {
  /** What titles are searched by; absent where only an id was said. */
  words?: TypedWords
  /** The owner's id, if it may be one. */
  id?: number
  /** Stood before the id: the id counts only where this is the type's name. Compared as texts are compared. */
  idOfType?: string
}

/** What is known of the type whose owners are searched. */
interface SearchedType {
  /** Where the portal shows the cards of this type. */
  cardFolder?: string
  /** Words that people call one of them by, in lower case. */
  names?: readonly string[]
}

/** Addresses of all cards have it. */
const CARD = '/details/'
const AROUND = ` ${QUOTES}${APOSTROPHES}()[]{}<>.,;:!?`

/** An address names its type: the card of another one is none of these owners. */
function readAddress(text: string, { cardFolder }: SearchedType): TypedOwner {
  if (cardFolder === undefined) return {}
  const address = `/${text.toLowerCase()}`
  const place = address.indexOf(cardFolder)
  const id = place === -1 ? undefined : toId(digitsAt(address, place + cardFolder.length))
  return id === undefined ? {} : { id }
}

/** `Contract 7`: a number behind words, which may be the type's name. */
function behindWords(text: string): Pick<TypedOwner, 'id' | 'idOfType'> {
  const place = text.lastIndexOf(' ')
  const digits = trimCharacters(text.slice(place + 1), '#№')
  const id = place > 0 ? toId(digits) : undefined
  return id === undefined ? {} : { id, idOfType: toFolded(text.slice(0, place)) }
}

/**
 * Reads what a person typed or pasted to find an owner: a title or words of it, an id, the type's name before it, or the
 * address of its card. Takes time in proportion to the text's length. Nothing for a text of spaces.
 */
export function readTypedOwner(typed: string, type: SearchedType = {}): TypedOwner | undefined {
  const clean = cleanText(typed)
  if (clean === '') return undefined
  if (clean.toLowerCase().includes(CARD)) return readAddress(clean, type)
  const words = readTypedWords(typed)
  const whole = trimCharacters(clean, AROUND)
  const { rest } = stripLabels(whole, labelsWith(type.names ?? []))
  const id = toId(rest)
  return { ...(words ? { words } : {}), ...(id === undefined ? behindWords(whole) : { id }) }
}
