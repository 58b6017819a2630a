import type { Money } from '@/domain/money'
import type { Order } from '@/domain/order'
import type { ReadRow } from './row-fields'
import type { RestCommand } from './transport'
import * as v from 'valibot'
import { amount, anOrderId, date, filledText, optionalText, yesNo } from './decode'
import { aRow, readableRowsUnder } from './row-fields'

/** Only what is shown: an order has some fifty fields. */
const FIELDS = {
  accountNumber: optionalText,
  dateInsert: date,
  price: amount,
  currency: filledText,
  statusId: filledText,
  payed: yesNo,
  canceled: yesNo,
}
const ORDER_FIELDS = ['id', ...Object.keys(FIELDS)]

const ORDER_ROW = aRow(anOrderId, FIELDS)
type OrderRow = ReadRow<Order['id'], typeof FIELDS>

/** Lists one page of orders, newest first. */
export function listOrders(filter: Record<string, unknown>): RestCommand {
  const params = { select: ORDER_FIELDS, filter, order: { id: 'desc' }, start: -1 }
  return { method: 'sale.order.list', params }
}

function toOrder({ id, values, unreadable }: OrderRow): Order {
  return {
    id,
    number: values.accountNumber ?? String(id),
    createdAt: values.dateInsert,
    sum: toMoney(values.price, values.currency),
    statusCode: values.statusId,
    isPaid: values.payed,
    isCancelled: values.canceled,
    unreadable,
  }
}

/** A sum needs both: a number without its currency says nothing. */
export function toMoney(sum: number | undefined, currency: string | undefined): Money | undefined {
  return sum === undefined || currency === undefined ? undefined : { amount: sum, currency }
}

/** One row of `sale.order.list`, or the order that `sale.order.get` answers. */
export const ONE_ORDER = v.pipe(ORDER_ROW, v.transform(toOrder))
/** The orders of an answer; `sale.order.list` wraps its rows so. */
export const ORDER_ROWS = readableRowsUnder('orders', ONE_ORDER)
