import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { RunRow } from '@/domain/run'
import * as v from 'valibot'
import { isSameOwner } from '@/domain/owner'
import { anOrderId, anOwnerId, id, wholeNumber } from './decode'
import { OWNER } from './journal-text'

/*
 * A page is `1 <its number>`, then its rows, each after a semicolon: by how much the order's id is above that of the row before, the
 * expected owner and the wished one. `-` is no owner, `=` the owner that this place named last, an id alone one of that owner's type.
 */

const VERSION = '1'
const NONE = '-'
const SAME = '='
/** How many rows a page has at most. */
const MOST_ROWS = 150
/** How long a page is at most, in bytes: all of it is ASCII. Undocumented: how long a text the portal keeps. */
const MOST_BYTES = 3_500

/** What the rows above a row have named. */
interface Above {
  orderId: number
  expected?: OwnerRef | undefined
  after?: OwnerRef | undefined
}

const NOTHING_ABOVE: Above = { orderId: 0 }

const below = ({ orderId, expected, after }: RunRow, above: Above): Above => ({
  orderId,
  expected: expected ?? above.expected,
  after: after ?? above.after,
})

function toWord(owner: OwnerRef | null, above: OwnerRef | undefined): string {
  if (owner === null) return NONE
  if (above && isSameOwner(owner, above)) return SAME
  return owner.typeId === above?.typeId ? `${owner.id}` : `${owner.typeId}:${owner.id}`
}

function toRowText(row: RunRow, above: Above): string {
  const step = row.orderId - above.orderId
  if (step <= 0) throw new RangeError('The rows of a run stand by order id, each order once.')
  return `;${step} ${toWord(row.expected, above.expected)} ${toWord(row.after, above.after)}`
}

/** A page as it is stored. */
export interface PageText {
  body: string
  /** The least and the greatest order id. */
  low: OrderId
  high: OrderId
}

/** A page that may have room for more. */
interface OpenPage extends PageText {
  count: number
  above: Above
}

function startPage(number: number, row: RunRow): OpenPage {
  const { orderId } = row
  const body = `${VERSION} ${number}${toRowText(row, NOTHING_ABOVE)}`
  return { body, low: orderId, high: orderId, count: 1, above: below(row, NOTHING_ABOVE) }
}

function withRow({ body, low, count, above }: OpenPage, row: RunRow): OpenPage {
  return { body: body + toRowText(row, above), low, high: row.orderId, count: count + 1, above: below(row, above) }
}

/** Writes rows down, as many on each page as fit. @throws RangeError unless they stand by order id, each order once */
export function toPages(rows: readonly RunRow[]): PageText[] {
  const pages: OpenPage[] = []
  for (const row of rows) {
    const last = pages.at(-1)
    const longer = last && withRow(last, row)
    if (longer && longer.count <= MOST_ROWS && longer.body.length <= MOST_BYTES) pages[pages.length - 1] = longer
    else pages.push(startPage(pages.length, row))
  }
  return pages.map(({ body, low, high }) => ({ body, low, high }))
}

/** A page as it was read. */
export interface ReadPage {
  number: number
  rows: RunRow[]
}

const HEAD = v.strictTuple([v.literal(VERSION), wholeNumber])

/** Gives the owner that a word names; nothing where it cannot be read. */
function readOwner(word: string, above: OwnerRef | undefined): OwnerRef | null | undefined {
  if (word === NONE) return null
  if (word === SAME) return above
  const ofSameType = v.safeParse(anOwnerId, word)
  if (ofSameType.success) return above && { typeId: above.typeId, id: ofSameType.output }
  const owner = v.safeParse(OWNER, word)
  return owner.success ? owner.output : undefined
}

function readRow(text: string, above: Above): RunRow | undefined {
  const [step, expectedWord = '', afterWord = '', ...more] = text.split(' ')
  const parsed = v.safeParse(id, step)
  const order = parsed.success ? v.safeParse(anOrderId, above.orderId + parsed.output) : undefined
  const [expected, after] = [readOwner(expectedWord, above.expected), readOwner(afterWord, above.after)]
  if (!order?.success || expected === undefined || after === undefined || more.length > 0) return undefined
  return { orderId: order.output, expected, after }
}

/** Reads the body of a page; nothing where this version cannot. */
export function readPage(body: string): ReadPage | undefined {
  const [head = '', ...texts] = body.split(';', MOST_ROWS + 2)
  const read = v.safeParse(HEAD, head.split(' '))
  if (!read.success || texts.length === 0 || texts.length > MOST_ROWS) return undefined
  const rows: RunRow[] = []
  let above = NOTHING_ABOVE
  for (const text of texts) {
    const row = readRow(text, above)
    if (!row) return undefined
    rows.push(row)
    above = below(row, above)
  }
  return { number: read.output[1], rows }
}
