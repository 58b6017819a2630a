import type { Moment } from './moment'
import type { Money } from './money'
import { toFolded } from './fold-text'
import { isSameMoney } from './money'
import { readTypedOrder } from './typed-order'

/** What a twin repeats of its order. */
export interface TwinOrder {
  number: string
  createdAt?: Moment | undefined
  sum?: Money | undefined
}

/** An owner that may be a twin. */
interface TwinOwner {
  title: string
  sum?: Money | undefined
  openedAt?: Moment | undefined
}

const MINUTE = 60_000
const PART_OF_WORD = /^[\p{L}\p{N}]$/u
/** No number of an order is longer, when people or a store make it. */
const LONGEST_NUMBER = 30

function hasWord(title: string, word: string): boolean {
  if (word === '') return false
  for (let start = title.indexOf(word); start !== -1; start = title.indexOf(word, start + 1)) {
    const around = [title.charAt(start - 1), title.charAt(start + word.length)]
    if (!around.some((character) => PART_OF_WORD.test(character))) return true
  }
  return false
}

/**
 * Tells whether an owner is the twin that the store made for an order: titled by its number, with the same sum in the same currency,
 * and made within a minute of it. Whose sum or title was changed by hand is none any more.
 */
export function isTwin({ number, createdAt, sum }: TwinOrder, owner: TwinOwner): boolean {
  if (!createdAt || !owner.openedAt || !sum || !owner.sum) return false
  const isSameMinute = Math.abs(createdAt.at - owner.openedAt.at) <= MINUTE
  return isSameMinute && isSameMoney(sum, owner.sum) && hasWord(toFolded(owner.title), toFolded(number))
}

/** Gives the number that a title names as that of an order, with nothing behind it: `Order No. 1031`. */
export function orderNumberIn(title: string): string | undefined {
  const number = readTypedOrder(title)?.number ?? ''
  const isNumber = /\d/.test(number) && !number.includes(' ') && number.length <= LONGEST_NUMBER
  const whole = title.trim()
  return isNumber && whole !== number && whole.endsWith(number) ? number : undefined
}

/**
 * Gives the number of the other order whose twin an owner is; `orders` are those that the titles name, by their numbers. A title that
 * names an order which could not be read counts by itself.
 */
export function otherTwinOf(owner: TwinOwner, orders: ReadonlyMap<string, TwinOrder>): string | undefined {
  const number = orderNumberIn(owner.title)
  if (number === undefined) return undefined
  const order = orders.get(number)
  return !order || isTwin(order, owner) ? number : undefined
}
