import type { Found } from '@/domain/found'
import type { Order } from '@/domain/order'
import type { OrderMatch } from '@/domain/order-match'
import type { Cursor, Page } from '@/domain/page'
import type { TypedOrder } from '@/domain/typed-order'
import type { MatchingRows } from './matching-rows'
import type { OrderFilter, ReadOrderPage } from './newest-orders'
import type { OrderQuery } from './order-queries'
import type { ReadRows } from './row-fields'
import { toFound } from '@/domain/found'
import { orderMatcher, rankOrders } from '@/domain/order-match'
import { readTypedOrder } from '@/domain/typed-order'
import { toPageFilter } from './id-paging'
import { joinPages, NO_ROWS, readMatching, toPage } from './matching-rows'
import { toNewestFilter, toNewestPage, toOrderFilter } from './newest-orders'
import { countLost } from './row-fields'

/** The portal keeps no longer ones. */
const LONGEST_NUMBER = 100
const WHERE = 'orders'
const PARTS: readonly OrderMatch[] = ['starts', 'contains']

/** The longest part of a number that the portal can search for: `%` means any text to it, and `\` may. */
function toContainsFilter(number: string): OrderFilter {
  const part = number.split(/[%\\]/).reduce((longest, one) => (one.length > longest.length ? one : longest), '')
  return part === '' ? {} : { '%accountNumber': part }
}

/** What finds the orders that were typed exactly, and those whose number starts so: whatever is newer, they come first. */
function exactFilters({ number, otherNumbers, id, said }: TypedOrder): OrderFilter[] {
  const numbers = [number, ...otherNumbers].filter((one) => one !== '' && one.length <= LONGEST_NUMBER)
  return [
    ...(numbers.length > 0 ? [{ '@accountNumber': numbers }] : []),
    ...(id === undefined ? [] : [{ id }]),
    ...(mayBePart({ number, said }) && !number.includes('\\') ? [{ '=%accountNumber': `${number}%` }] : []),
  ]
}

/** Who said that it is an id did not mean a part of a number. */
function mayBePart({ number, said }: Pick<TypedOrder, 'number' | 'said'>): boolean {
  return said !== 'id' && number !== '' && number.length <= LONGEST_NUMBER
}

/** Makes the search for orders. @see api-reference/sale/order/sale-order-list.md */
export function createFindOrders(readPage: ReadOrderPage): (query: OrderQuery) => Promise<Page<Found<Order>>> {
  async function readExact(query: OrderQuery, typed: TypedOrder): Promise<ReadRows<Order>> {
    if (query.cursor !== undefined) return NO_ROWS
    const base = toOrderFilter(query)
    return joinPages(exactFilters(typed).map((filter) => readPage({ ...base, ...filter })))
  }

  async function readParts(query: OrderQuery, typed: TypedOrder): Promise<MatchingRows<Order>> {
    if (!mayBePart(typed)) return { rows: [], lost: 0 }
    const filter = { ...toOrderFilter(query), ...toContainsFilter(typed.number) }
    const matchOf = orderMatcher(typed)
    const isMatch = (order: Order) => matchOf(order) !== undefined
    const readBelow = (cursor?: Cursor) => readPage({ ...filter, ...toPageFilter(cursor) })
    return readMatching({ readPage: readBelow, isMatch }, query.cursor)
  }

  return async (query) => {
    const typed = readTypedOrder(query.text ?? '')
    if (!typed) return toNewestPage(await readPage(toNewestFilter(query)))
    // Asked for together, so that all of it travels in one batch.
    const [exact, parts] = await Promise.all([readExact(query, typed), readParts(query, typed)])
    const ranked = rankOrders([...exact.rows, ...parts.rows], typed)
    // What was typed exactly stands on the first page.
    const shown = query.cursor === undefined ? ranked : ranked.filter(({ match }) => PARTS.includes(match))
    const rows = shown.map(({ order, match }) => toFound(order, match === 'id'))
    return toPage(rows, { lost: countLost(exact) + parts.lost, next: parts.next }, WHERE)
  }
}
