import type { OrderId } from './id'
import { APOSTROPHES, INVISIBLE, QUOTES, trimCharacters } from './characters'
import { cleanText } from './clean-text'
import { orderId } from './id'
import { toPlainId, withoutThousands } from './import-ids'
import { labelsWith, stripLabels } from './typed-label'
import { readTypedOrder } from './typed-order'

/** What a column says of its orders. */
export type OrderReading = 'number' | 'id'

/** What a cell says of an order. */
export interface NamedOrder {
  /** How it is meant: by its own words, else as its column is. */
  said: OrderReading
  /** The order's number, in every way that the text may write it; empty where it cannot be one. */
  numbers: readonly string[]
  /** The order's id, if it may be one. */
  id?: OrderId
}

/** What a spreadsheet makes of long numbers: `1,23E+05`, `1.2E5`; a number as `12E5` may be an order's. */
const SCIENTIFIC = /^[+-]?(?:\d+(?:[.,]\d+)?[EЕ][+-]\d+|\d+[.,]\d+[EЕ]\d+)$/i
/** `="00165"`: how lists keep spreadsheets from counting. */
const FORMULA_TEXT = /^="([^"]*)"$/
const HAS_CHARACTER = /[\p{L}\p{N}]/u
/** The portal keeps no longer ones. */
const LONGEST_NUMBER = 100
const AROUND = ` ${QUOTES}${APOSTROPHES}`
const LABELS = labelsWith(['order', 'заказ'])

/** Tells whether a spreadsheet has made a power of ten of a number, so that nobody knows what it was. */
export function isScientific(cell: string): boolean {
  return SCIENTIFIC.test(trimCharacters(cleanText(cell), AROUND))
}

/** The text itself, without what nobody sees. */
function trimmed(cell: string): string {
  return [...cell]
    .filter((character) => /^\s$/.test(character) || !INVISIBLE.test(character))
    .join('')
    .trim()
}

/** The whole text first, then without what stands around a number. */
function numbersOf(cell: string, clean: string): string[] {
  const bare = trimCharacters(FORMULA_TEXT.exec(clean)?.[1] ?? clean, AROUND)
  const { rest } = stripLabels(bare, LABELS)
  const written = [trimmed(cell), clean, bare, rest, withoutThousands(rest)]
  return [...new Set(written)].filter((number) => number !== '' && number.length <= LONGEST_NUMBER)
}

/**
 * Reads the cell of an order. Numbers are texts: `00165` is not `165`. Nothing where the cell names no order, or where what
 * it named is lost.
 */
export function readOrderCell(cell: string, reading: OrderReading): NamedOrder | undefined {
  const clean = cleanText(cell)
  if (!HAS_CHARACTER.test(clean) || isScientific(clean)) return undefined
  const typed = readTypedOrder(clean)
  if (typed?.number === '')
    return typed.id === undefined ? undefined : { said: 'id', numbers: [], id: orderId(typed.id) }
  const written = numbersOf(cell, clean)
  const [id] = typed?.said === 'number' ? [] : written.map(toPlainId).filter((one) => one !== undefined)
  const said = typed?.said ?? reading
  // `ID7` says an id; all of it may be a number, too.
  const numbers = typed?.said === 'id' ? written.filter((number) => toPlainId(number) === undefined) : written
  if (said === 'id' ? id === undefined : numbers.length === 0) return undefined
  return { said, numbers, ...(id === undefined ? {} : { id: orderId(id) }) }
}
