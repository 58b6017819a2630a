import type { OrderId } from '@/domain/id'
import type { Order, OrderDocuments, OrderStatus } from '@/domain/order'
import type { Page } from '@/domain/page'
import type { Ask } from './ask'
import type { OrderCustomers } from './order-customers'
import type { OrderQuery, Portal } from './portal'
import * as v from 'valibot'
import { asFailure } from '@/domain/failure'
import { toTypedId } from '@/domain/id'
import { ifReadable } from './ask'
import { amount, anOrderId, date, optionalText, rowsUnder, text, yesNo } from './decode'
import { nextCursor, toPageFilter } from './id-paging'
import { inPages } from './in-pages'

/** Only what is shown: an order has some fifty fields. */
const FIELDS = ['id', 'accountNumber', 'dateInsert', 'price', 'currency', 'statusId', 'payed', 'canceled']

const ORDERS = rowsUnder(
  'orders',
  v.object({
    id: anOrderId,
    accountNumber: optionalText,
    dateInsert: date,
    price: amount,
    currency: text,
    statusId: text,
    payed: yesNo,
    canceled: yesNo,
  }),
)
type DecodedOrder = v.InferOutput<typeof ORDERS>[number]

const ROWS = v.array(v.unknown())
const DOCUMENTS = v.pipe(
  v.object({ order: v.object({ payments: ROWS, shipments: ROWS }) }),
  v.transform(({ order }): OrderDocuments => ({ payments: order.payments.length, shipments: order.shipments.length })),
)

type OrderFilter = Record<string, unknown>

/** What every read of a search must match. Unknown filter keys are ignored by the portal, so each key is tested. */
function toFilter({ statusCode, isPaid, cursor }: OrderQuery): OrderFilter {
  return {
    ...(statusCode === undefined ? {} : { statusId: statusCode }),
    ...(isPaid === undefined ? {} : { payed: isPaid ? 'Y' : 'N' }),
    ...toPageFilter(cursor),
  }
}

function toOrder(row: DecodedOrder, statuses: OrderStatus[], customer: string | undefined): Order {
  return {
    id: row.id,
    number: row.accountNumber ?? String(row.id),
    createdAt: row.dateInsert,
    sum: { amount: row.price, currency: row.currency },
    status: statuses.find(({ code }) => code === row.statusId) ?? { code: row.statusId, name: row.statusId },
    isPaid: row.payed,
    isCancelled: row.canceled,
    ...(customer === undefined ? {} : { customer }),
  }
}

interface OrderParts {
  customers: OrderCustomers
  readStatuses(): Promise<OrderStatus[]>
}

/** Store orders. @see api-reference/sale/order/sale-order-list.md */
export function createOrders(ask: Ask, { customers, readStatuses }: OrderParts): Portal['orders'] {
  /** One page, newest first. */
  async function readRows(filter: OrderFilter): Promise<DecodedOrder[]> {
    const params = { select: FIELDS, filter, order: { id: 'desc' }, start: -1 }
    return (await ask({ method: 'sale.order.list', params }, ORDERS)).result
  }

  async function toOrders(reading: Promise<DecodedOrder[]>): Promise<Order[]> {
    // Started together, so that both travel in one batch. Without names the codes still say something.
    const [rows, statuses] = await Promise.all([reading, ifReadable(readStatuses(), [])])
    const names = await customers.read(rows.map((row) => row.id))
    return rows.map((row) => toOrder(row, statuses, names.get(row.id)))
  }

  /** Digits may be a part of a number, or an id: both are read, and the order with that id is on the first page only. */
  async function findByDigits(query: OrderQuery, typedId: number): Promise<Page<Order>> {
    const filter = toFilter(query)
    const numbered = readRows({ ...filter, '%accountNumber': String(typedId) })
    const exact = query.cursor === undefined ? readRows({ ...filter, id: typedId }) : Promise.resolve([])
    const merged = Promise.all([exact, numbered]).then(([first, rows]) => [
      ...first,
      ...rows.filter((row) => row.id !== typedId),
    ])
    const orders = await toOrders(merged)
    return { rows: orders, next: nextCursor(await numbered) }
  }

  async function find(query: OrderQuery): Promise<Page<Order>> {
    const searched = query.text?.trim() ?? ''
    const typedId = toTypedId(searched)
    if (typedId !== undefined) return findByDigits(query, typedId)
    const reading = readRows({ ...toFilter(query), ...(searched === '' ? {} : { '%accountNumber': searched }) })
    const orders = await toOrders(reading)
    return { rows: orders, next: nextCursor(await reading) }
  }

  async function read(ids: readonly OrderId[]): Promise<ReadonlyMap<OrderId, Order>> {
    const pages = inPages(ids).map((page) => toOrders(readRows({ '@id': page })))
    return new Map((await Promise.all(pages)).flat().map((order) => [order.id, order]))
  }

  /** The whole order, as only this method tells one that is gone from one that this person may not see. */
  async function readPresence(id: OrderId): Promise<'present' | 'gone' | 'unread'> {
    try {
      await ask({ method: 'sale.order.get', params: { id }, isProbe: true }, v.unknown())
      return 'present'
    } catch (error) {
      return asFailure(error).kind === 'order-gone' ? 'gone' : 'unread'
    }
  }

  return {
    find,
    read,
    readPresence,
    readDocuments: async (id) => (await ask({ method: 'sale.order.get', params: { id } }, DOCUMENTS)).result,
    readStatuses,
  }
}
