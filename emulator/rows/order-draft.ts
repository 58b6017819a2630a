import type { OrderRow } from '@contract/orders'
import type { Caller, Params } from '@emulator/calls/call'
import type { LocalPortal, StoredOrder } from '@emulator/portal/state'
import { toPortalDate } from '@emulator/portal/time'
import { toAccountNumber } from './order-fields'

/** unconfirmed: the site user of an order that names none. */
const ANONYMOUS_BUYER_ID = 99

/** Moments and people that follow from what a call sets. */
function toAuditFields(values: Params, { caller, at }: { caller: Caller; at: string }, before?: OrderRow): Params {
  const by = caller.user.id
  const isNew = (name: keyof OrderRow) => Object.hasOwn(values, name) && values[name] !== before?.[name]
  return {
    ...(isNew('statusId') ? { dateStatus: at, empStatusId: values.empStatusId ?? by } : {}),
    ...(isNew('canceled') && values.canceled === 'Y'
      ? { dateCanceled: at, empCanceledId: values.empCanceledId ?? by }
      : {}),
    ...(isNew('marked') && values.marked === 'Y' ? { dateMarked: at, empMarkedId: values.empMarkedId ?? by } : {}),
  }
}

/** Values of a new order that its call does not set. */
const DEFAULTS = {
  additionalInfo: '',
  affiliateId: null,
  canceled: 'N',
  comments: '',
  companyId: null,
  dateCanceled: null,
  dateLock: null,
  dateMarked: null,
  deducted: 'N',
  discountValue: 0,
  empCanceledId: null,
  empMarkedId: null,
  externalOrder: 'N',
  id1c: '',
  lid: 's1',
  lockedBy: null,
  marked: 'N',
  orderTopic: '',
  payed: 'N',
  personTypeXmlId: '',
  price: 0,
  reasonCanceled: '',
  reasonMarked: '',
  recountFlag: 'Y',
  recurringId: null,
  statusId: 'N',
  statusXmlId: '',
  taxValue: 0,
  updated1c: 'N',
  userDescription: '',
  version: 1,
  version1c: '',
} as const

function toDefaultOrder(portal: LocalPortal, caller: Caller): StoredOrder {
  const id = portal.nextId()
  const at = toPortalDate(portal.now())
  return {
    ...DEFAULTS,
    accountNumber: toAccountNumber(id),
    basketItems: [],
    clients: [],
    currency: '',
    dateInsert: at,
    dateStatus: at,
    dateUpdate: at,
    empStatusId: caller.user.id,
    id,
    payments: [],
    personTypeId: 0,
    propertyValues: [],
    requisiteLink: [],
    responsibleId: caller.user.id,
    shipments: [],
    tradeBindings: [],
    userId: ANONYMOUS_BUYER_ID,
    xmlId: `bx_${portal.randomHex().slice(0, 13)}`,
  }
}

/** Makes a new order from checked values. */
export function draftOrder(portal: LocalPortal, caller: Caller, values: Params): StoredOrder {
  const order = toDefaultOrder(portal, caller)
  const named = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== null))
  return Object.assign(order, named, toAuditFields(named, { caller, at: order.dateUpdate }))
}

/** Changes an order in place; its version counts up. */
export function changeOrder(portal: LocalPortal, caller: Caller, change: { order: StoredOrder; values: Params }): void {
  const { order, values } = change
  const at = toPortalDate(portal.now())
  Object.assign(order, toAuditFields(values, { caller, at }, order), values, {
    dateUpdate: at,
    version: order.version + 1,
  })
}
