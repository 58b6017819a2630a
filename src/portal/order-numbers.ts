import type { OrderId } from '@/domain/id'
import type { Cursor } from '@/domain/page'
import type { Ask } from './ask'
import type { Portal } from './portal'
import type { ReadRow, ReadRows } from './row-fields'
import { PAGE_SIZE } from '@contract/rest'
import { anOrderId, optionalText, unreadable } from './decode'
import { nextCursor, toPageFilter } from './id-paging'
import { inPages } from './in-pages'
import { aRow, countLost, readableRowsUnder } from './row-fields'

/** What a number is compared by, and nothing else. */
const FIELDS = { accountNumber: optionalText }
const ROWS = readableRowsUnder('orders', aRow(anOrderId, FIELDS))

type NumberedOrder = ReadRow<OrderId, typeof FIELDS>
/** One less than a page has: where each number is one order, the answer is no full page. */
const NUMBERS_A_PAGE = PAGE_SIZE - 1
/** Two orders of one number are as many as anybody needs to know of. */
const ENOUGH = 2

/**
 * Makes the search for orders by their exact numbers.
 * @see api-reference/sale/order/sale-order-list.md
 */
export function createFindByNumbers(ask: Ask): Portal['orders']['findByNumbers'] {
  async function readPage(filter: Record<string, unknown>): Promise<ReadRows<NumberedOrder>> {
    const params = { select: ['id', 'accountNumber'], filter, order: { id: 'desc' }, start: -1 }
    const { result } = await ask({ method: 'sale.order.list', params }, ROWS)
    // The order that cannot be identified may be the one: nobody may be told that there is none.
    if (countLost(result) > 0) throw unreadable('orders.0.id')
    return result
  }

  /** The portal compares more loosely than we do: what it takes for one number may fill pages. */
  async function readOne(number: string, cursor?: Cursor): Promise<NumberedOrder[]> {
    const page = await readPage({ '@accountNumber': [number], ...toPageFilter(cursor) })
    const found = page.rows.filter((row) => row.values.accountNumber === number)
    const next = nextCursor(page)
    // Pages that do not go down never end.
    if (next === undefined || found.length >= ENOUGH || (cursor !== undefined && next >= cursor)) return found
    return [...found, ...(await readOne(number, next))]
  }

  /** A full page may lack orders: its halves are asked anew. */
  async function read(numbers: readonly string[]): Promise<NumberedOrder[]> {
    const [first, ...others] = numbers
    if (first === undefined) return []
    if (others.length === 0) return readOne(first)
    const page = await readPage({ '@accountNumber': numbers })
    if (page.sent < PAGE_SIZE) return page.rows
    const middle = Math.ceil(numbers.length / 2)
    return (await Promise.all([read(numbers.slice(0, middle)), read(numbers.slice(middle))])).flat()
  }

  return async (numbers) => {
    const wanted = new Map<string, OrderId[]>(numbers.map((number) => [number, []]))
    const rows = (await Promise.all(inPages(wanted.keys(), NUMBERS_A_PAGE).map(read))).flat()
    for (const { id, values } of rows) {
      const ids = wanted.get(values.accountNumber ?? '')
      if (ids && !ids.includes(id)) ids.push(id)
    }
    return wanted
  }
}
