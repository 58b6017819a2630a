import type { OrderRow } from '@contract/orders'
import type { Params } from '@emulator/calls/call'
import type { FieldKind, FieldKinds } from '@emulator/lists/filter'
import { isMap, toCamelCase, toInt } from '@emulator/calls/params'
import { toPortalDate } from '@emulator/portal/time'

/** The scalar fields of an order; what is not here is never listed. @see api-reference/sale/order/sale-order-list.md */
export const ORDER_KINDS: FieldKinds = {
  accountNumber: 'string',
  additionalInfo: 'string',
  affiliateId: 'int',
  canceled: 'string',
  comments: 'string',
  companyId: 'int',
  currency: 'string',
  dateCanceled: 'date',
  dateInsert: 'date',
  dateLock: 'date',
  dateMarked: 'date',
  dateStatus: 'date',
  dateUpdate: 'date',
  deducted: 'string',
  discountValue: 'float',
  empCanceledId: 'int',
  empMarkedId: 'int',
  empStatusId: 'int',
  externalOrder: 'string',
  id: 'int',
  id1c: 'string',
  lid: 'string',
  lockedBy: 'int',
  marked: 'string',
  orderTopic: 'string',
  payed: 'string',
  personTypeId: 'int',
  personTypeXmlId: 'string',
  price: 'float',
  reasonCanceled: 'string',
  reasonMarked: 'string',
  recountFlag: 'string',
  recurringId: 'int',
  responsibleId: 'int',
  statusId: 'string',
  statusXmlId: 'string',
  taxValue: 'float',
  updated1c: 'string',
  userDescription: 'string',
  userId: 'int',
  version: 'int',
  version1c: 'string',
  xmlId: 'string',
} satisfies Record<keyof OrderRow, FieldKind>

/** What calls may set on an order, beside `lid`, `personTypeId`, `currency` and `userId`, which an order gets once. @see api-reference/sale/order/sale-order-update.md */
const CHANGEABLE = [
  'price',
  'discountValue',
  'statusId',
  'empStatusId',
  'dateInsert',
  'marked',
  'empMarkedId',
  'reasonMarked',
  'userDescription',
  'additionalInfo',
  'comments',
  'responsibleId',
  'recurringId',
  'lockedBy',
  'recountFlag',
  'affiliateId',
  'updated1c',
  'orderTopic',
  'xmlId',
  'id1c',
  'version1c',
  'externalOrder',
  'canceled',
  'empCanceledId',
  'reasonCanceled',
] as const

/** Fields of `sale.order.add`. @see api-reference/sale/order/sale-order-add.md */
const ADDABLE = [...CHANGEABLE, 'lid', 'personTypeId', 'currency', 'userId'] as const

const FLAGS: readonly string[] = ['marked', 'recountFlag', 'updated1c', 'externalOrder', 'canceled']

function toValue(name: string, kind: FieldKind, value: unknown): unknown {
  if (FLAGS.includes(name)) return value === 'Y' || value === true ? 'Y' : 'N'
  if (kind === 'float') return Number(value) || 0
  if (kind === 'int') return toInt(value) || null
  if (kind === 'string') return isMap(value) ? '' : String(value ?? '')
  const moment = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(moment) ? undefined : toPortalDate(moment)
}

/** Reads the values that a call writes to an order, cast to the kinds of its fields; all else is dropped. */
export function toOrderValues(fields: Params, purpose: 'add' | 'update'): Params {
  const names: readonly string[] = purpose === 'add' ? ADDABLE : CHANGEABLE
  const written = Object.entries(fields).map(([name, value]) => [toCamelCase(name), value] as const)
  const cast = written.flatMap(([name, value]) => {
    const kind = names.includes(name) ? ORDER_KINDS[name] : undefined
    const stored = kind === undefined ? undefined : toValue(name, kind, value)
    return stored === undefined ? [] : [[name, stored] as const]
  })
  return Object.fromEntries(cast)
}

/** The number that people see; it is never the id. */
export function toAccountNumber(id: number): string {
  return String(1000 + id)
}
