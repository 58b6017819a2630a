import type { Labels, Unlabelled } from './typed-label'
import { APOSTROPHES, DIGIT, digitsAt, QUOTES, toId, trimCharacters } from './characters'
import { cleanText } from './clean-text'
import { labelsWith, stripLabels } from './typed-label'

/** What a person who looks for an order typed or pasted. */
export interface TypedOrder {
  /** What numbers are compared with: leading zeros are kept. Empty where only an id was said. */
  number: string
  /** Other numbers that the text may mean, the likelier first: an order has them whole, or it does not match. */
  otherNumbers: readonly string[]
  /** The order's id, if it may be one. */
  id?: number
  /** What the person called it; absent where it may be either. */
  said?: 'id' | 'number'
}

const ORDER_LABELS: Labels = labelsWith([
  ...['order', 'orders', 'bestellung', 'auftrag', 'pedido', 'commande', 'ordine', 'zamówienie'],
  ...['заказ', 'заказа', 'заказу', 'заказе', 'заказы', 'замовлення'],
])
/** The address of an order's page, in the portal's Orders section. */
const ORDER_PAGE = 'orders/details/'
/** What stands around a number in a text that it was copied from. */
const AROUND = ` ${QUOTES}${APOSTROPHES}()[]{}<>.,;:!?/`

/** `/shop/orders/details/1123/`, with a host before it and a query after it or not. */
function readAddress(text: string): TypedOrder | undefined {
  const place = text.toLowerCase().indexOf(ORDER_PAGE)
  const id = place === -1 ? undefined : toId(digitsAt(text, place + ORDER_PAGE.length))
  return id === undefined ? undefined : { number: '', otherNumbers: [], id, said: 'id' }
}

/** The first `№` or `#` before a digit: in a sentence, the number stands behind it. */
function behindSign(text: string): Unlabelled | undefined {
  for (let place = 1; place < text.length - 1; place += 1) {
    const sign = text.charAt(place)
    if (sign !== '№' && sign !== '#') continue
    const start = text.charAt(place + 1) === ' ' ? place + 2 : place + 1
    if (DIGIT.test(text.charAt(start))) return { rest: text.slice(start), said: sign === '№' ? 'number' : 'either' }
  }
  return undefined
}

/** Takes away what announces a number: words and signs before it, or a sentence that it stands in. */
function readAnnounced(text: string): Unlabelled {
  const labelled = stripLabels(text, ORDER_LABELS)
  const isClear = labelled.said === 'id' || (labelled.said && DIGIT.test(labelled.rest.charAt(0)))
  return isClear ? labelled : (behindSign(text) ?? labelled)
}

/** Where a number was announced, it is the first word with a digit: `1123 of 12 October`. */
function firstNumber(text: string): string {
  const word = text.split(' ').find((part) => /\d/.test(part))
  return word === undefined ? text : trimCharacters(word, AROUND)
}

/** `1 123`: a number with spaces between its thousands. */
function withoutThousands(text: string): string | undefined {
  return /^\d{1,3}(?: \d{3})+$/.test(text) ? text.replaceAll(' ', '') : undefined
}

/** `1123/1`, as payments and shipments are numbered: the number of their order. */
function orderOfDocument(text: string): string | undefined {
  const place = text.lastIndexOf('/')
  return place > 0 && toId(text.slice(place + 1)) !== undefined ? text.slice(0, place) : undefined
}

/**
 * Reads what a person typed or pasted to find an order: a number, an id, words before it, or the address of its page.
 * Takes time in proportion to the text's length. Nothing for a text of spaces.
 */
export function readTypedOrder(typed: string): TypedOrder | undefined {
  const clean = cleanText(typed)
  if (clean === '') return undefined
  const address = readAddress(clean)
  if (address) return address
  const whole = trimCharacters(clean, AROUND) || clean
  const announced = readAnnounced(whole)
  const thousands = withoutThousands(announced.rest)
  const number = announced.said && !thousands ? firstNumber(announced.rest) : announced.rest
  const others = [whole, announced.rest, thousands, orderOfDocument(number)].filter((other) => other !== undefined)
  const said = announced.said === 'either' ? undefined : announced.said
  const id = said === 'number' ? undefined : toId(thousands ?? number)
  return {
    number,
    otherNumbers: [...new Set(others)].filter((other) => other !== number),
    ...(id === undefined ? {} : { id }),
    ...(said ? { said } : {}),
  }
}
