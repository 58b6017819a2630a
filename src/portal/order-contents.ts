import type { OrderContents } from '@/domain/order-contents'
import type { Ask } from './ask'
import type { Fields, ReadFields } from './decode'
import type { Portal } from './portal'
import * as v from 'valibot'
import { amount, date, filledText, listOf, MAX_DIRECTORY, readFields, text, yesNo } from './decode'
import { toMoney } from './order-rows'

/** Text that may be empty, which says that there is none. */
const anyText = v.pipe(
  v.nullable(text),
  v.transform((value) => value ?? ''),
)

const TOTAL = { price: amount, currency: filledText }
const PRODUCT = { name: filledText, quantity: amount, price: amount, currency: filledText }
const PAYMENT = {
  paySystemName: anyText,
  sum: amount,
  currency: filledText,
  paid: yesNo,
  datePaid: v.nullish(date),
  isReturn: yesNo,
}
const SHIPMENT = { accountNumber: anyText, deliveryName: anyText, deducted: yesNo, canceled: yesNo }

const ROW = v.fallback(v.record(v.string(), v.unknown()), {})
const ROWS = v.fallback(listOf(ROW, MAX_DIRECTORY), [])
const ANY_LIST = v.array(v.unknown())
const ONE_ORDER = v.object({ order: v.record(v.string(), v.unknown()) })

/** The rows of one list, field by field. */
function readRows<F extends Fields>(fields: F, sent: unknown): ReadFields<F>['values'][] | 'unread' {
  if (!v.is(ANY_LIST, sent) || sent.length > MAX_DIRECTORY) return 'unread'
  return v.parse(ROWS, sent).map((row) => readFields(fields, row).values)
}

/** Changes each row of a list that could be read. */
function mapRows<From, To>(rows: readonly From[] | 'unread', change: (row: From) => To): To[] | 'unread' {
  return rows === 'unread' ? rows : rows.map(change)
}

function toContents(order: Record<string, unknown>): OrderContents {
  const { price, currency } = readFields(TOTAL, order).values
  return {
    sum: toMoney(price, currency),
    products: mapRows(readRows(PRODUCT, order.basketItems), (row) => ({
      name: row.name,
      quantity: row.quantity,
      sum:
        row.quantity === undefined || row.price === undefined
          ? undefined
          : toMoney(row.price * row.quantity, row.currency),
    })),
    payments: mapRows(readRows(PAYMENT, order.payments), (row) => ({
      system: row.paySystemName,
      sum: toMoney(row.sum, row.currency),
      isPaid: row.paid,
      paidAt: row.datePaid ?? undefined,
      isReturn: row.isReturn,
    })),
    shipments: mapRows(readRows(SHIPMENT, order.shipments), (row) => ({
      number: row.accountNumber,
      delivery: row.deliveryName,
      isShipped: row.deducted,
      isCancelled: row.canceled,
    })),
  }
}

/** Makes the read of what an order consists of; the names of payment systems and deliveries are in the answer. @see api-reference/sale/order/sale-order-get.md */
export function createReadContents(ask: Ask): Portal['orders']['readContents'] {
  return async (id) => toContents((await ask({ method: 'sale.order.get', params: { id } }, ONE_ORDER)).result.order)
}
