import type { OrderRow } from '@contract/orders'
import type { Params } from '@emulator/calls/call'
import type { FieldKind, FieldKinds } from '@emulator/lists/filter'
import { isMap, toCamelCase, toFlag, toInt, toNumber } from '@emulator/calls/params'
import { readDate, toPortalDate } from '@emulator/portal/time'

/** The scalar fields of an order; what is not here is never listed. @see api-reference/sale/order/sale-order-list.md */
export const ORDER_KINDS: FieldKinds = {
  accountNumber: 'string',
  additionalInfo: 'string',
  affiliateId: 'int',
  canceled: 'flag',
  comments: 'string',
  companyId: 'int',
  currency: 'string',
  dateCanceled: 'date',
  dateInsert: 'date',
  dateLock: 'date',
  dateMarked: 'date',
  dateStatus: 'date',
  dateUpdate: 'date',
  deducted: 'flag',
  discountValue: 'float',
  empCanceledId: 'int',
  empMarkedId: 'int',
  empStatusId: 'int',
  externalOrder: 'flag',
  id: 'int',
  id1c: 'string',
  lid: 'string',
  lockedBy: 'int',
  marked: 'flag',
  orderTopic: 'string',
  payed: 'flag',
  personTypeId: 'int',
  personTypeXmlId: 'string',
  price: 'float',
  reasonCanceled: 'string',
  reasonMarked: 'string',
  recountFlag: 'flag',
  recurringId: 'int',
  responsibleId: 'int',
  statusId: 'string',
  statusXmlId: 'string',
  taxValue: 'float',
  updated1c: 'flag',
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

/** unconfirmed: what is no date is dropped. */
function toValue(kind: FieldKind, value: unknown): unknown {
  if (kind === 'flag') return toFlag(value) ?? 'N'
  if (kind === 'float') return toNumber(value) ?? 0
  if (kind === 'int') return toInt(value) || null
  if (kind === 'string') return isMap(value) ? '' : String(value ?? '')
  const moment = typeof value === 'string' ? readDate(value) : undefined
  return moment === undefined ? undefined : toPortalDate(moment)
}

/** Reads the values that a call writes to an order, cast to the kinds of its fields; all else is dropped. */
export function toOrderValues(fields: Params, purpose: 'add' | 'update'): Params {
  const names: readonly string[] = purpose === 'add' ? ADDABLE : CHANGEABLE
  const written = Object.entries(fields).map(([name, value]) => [toCamelCase(name), value] as const)
  const cast = written.flatMap(([name, value]) => {
    const kind = names.includes(name) ? ORDER_KINDS[name] : undefined
    const stored = kind === undefined ? undefined : toValue(kind, value)
    return stored === undefined ? [] : [[name, stored] as const]
  })
  return Object.fromEntries(cast)
}

/** The number that people see; it is never the id. */
export function toAccountNumber(id: number): string {
  return String(1000 + id)
}
