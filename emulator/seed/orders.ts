import type { OrderPropertyRow } from '@contract/order-documents'
import type { OrderClientRow } from '@contract/orders'
import type { YesNo } from '@contract/rest'
import type { CatalogueEntry } from '@emulator/portal/catalogue'
import type { Random } from '@emulator/portal/random'
import type { StoredOrder } from '@emulator/portal/state'
import type { Customer } from './clients'
import { ENTITY_TYPE } from '@contract/entity-types'
import { CATALOGUE, productName, toProductId } from '@emulator/portal/catalogue'
import { messagesOf } from '@emulator/portal/messages'
import { toPortalDate } from '@emulator/portal/time'
import { toAccountNumber } from '@emulator/rows/order-fields'

/** How far an order has come: N accepted, P paid, S sent, F completed, D cancelled. */
export type OrderState = 'N' | 'P' | 'S' | 'F' | 'D'

/** What an order is made from. */
interface OrderDraft {
  id: number
  customer: Customer
  createdAt: number
  currency: string
  state: OrderState
  /** A few cheap things instead of furniture. */
  isSmall: boolean
  /** Placed by the customer in the shop; staff made the others by hand. */
  fromShop: boolean
  language: string
}

const DAY = 86_400_000
const money = (sum: number) => Math.round(sum * 100) / 100
const yes = (flag: boolean): YesNo => (flag ? 'Y' : 'N')

function seedBasket(draft: OrderDraft, random: Random): StoredOrder['basketItems'] {
  const pool: readonly CatalogueEntry[] = draft.isSmall ? CATALOGUE.filter(({ price }) => price < 50) : CATALOGUE
  const entries = random.shuffle(pool).slice(0, random.nextInt(1, draft.isSmall ? 2 : 4))
  return entries.map((entry, index) => ({
    id: String(draft.id * 10 + index),
    orderId: String(draft.id),
    name: productName(entry, draft.language),
    price: entry.price,
    quantity: random.nextInt(1, entry.price > 1000 ? 1 : 4),
    currency: draft.currency,
    productId: toProductId(entry),
    xmlId: `bx_${random.hex().slice(0, 13)}`,
  }))
}

function seedOrderClients(draft: OrderDraft): OrderClientRow[] {
  const { customer, id } = draft
  const common = { orderId: id, isPrimary: 'Y' as const, roleId: 0, sort: 0 }
  const contact = { ...common, id: 900 + id * 2, entityTypeId: ENTITY_TYPE.contact, entityId: customer.contactId }
  if (customer.companyId === null) return [contact]
  return [contact, { ...common, id: 901 + id * 2, entityTypeId: ENTITY_TYPE.company, entityId: customer.companyId }]
}

/** A new order may have no payment at all, a big one has two halves; the first half of an unpaid pair is sometimes paid. */
function seedPayments(draft: OrderDraft, price: number, random: Random): StoredOrder['payments'] {
  const { id, state, currency } = draft
  const isPaid = state === 'P' || state === 'S' || state === 'F'
  if (!isPaid && random.next() < 0.4) return []
  const sums = price > 900 && random.next() < 0.5 ? [money(price / 2), money(price - money(price / 2))] : [price]
  const names = messagesOf(draft.language).paySystems
  return sums.map((sum, index) => ({
    id: 400 + id * 2 + index,
    orderId: id,
    accountNumber: `${toAccountNumber(id)}/${index + 1}`,
    paid: yes(isPaid || (state === 'N' && sums.length === 2 && index === 0)),
    sum,
    currency,
    paySystemId: 1 + ((id + index) % names.length),
    paySystemName: names[(id + index) % names.length] ?? '',
  }))
}

function seedShipments(draft: OrderDraft, priceDelivery: number, random: Random): StoredOrder['shipments'] {
  const { id, state, currency } = draft
  const isSent = state === 'S' || state === 'F'
  if (!isSent && random.next() < 0.3) return []
  const count = !draft.isSmall && random.next() < 0.2 ? 2 : 1
  const names = messagesOf(draft.language).deliveries
  return Array.from({ length: count }, (_, index) => ({
    id: 800 + id * 2 + index,
    orderId: id,
    accountNumber: `${toAccountNumber(id)}/${index + 1}`,
    deducted: yes(isSent),
    deliveryId: 1 + ((id + index) % names.length),
    deliveryName: names[(id + index) % names.length] ?? '',
    priceDelivery: index === 0 ? priceDelivery : 0,
    currency,
  }))
}

function seedProperties(draft: OrderDraft): OrderPropertyRow[] {
  const { customer, id } = draft
  const { properties } = messagesOf(draft.language)
  const rows = [
    { code: 'FIO', name: properties.name, value: customer.name },
    { code: 'EMAIL', name: properties.email, value: customer.email },
    { code: 'PHONE', name: properties.phone, value: customer.phone },
  ]
  return rows.map((row, index) => ({
    id: id * 10 + index,
    orderPropsId: 20 + index,
    orderPropsXmlId: `bx_prop_${row.code.toLowerCase()}`,
    ...row,
  }))
}

/** A company pays by its requisites, whose ids are those of the companies; people have none. */
function toRequisiteLink({ companyId }: Customer): StoredOrder['requisiteLink'] {
  if (companyId === null) return []
  return { bankDetailId: 0, mcBankDetailId: 0, mcRequisiteId: 0, requisiteId: companyId }
}

/** Makes one order with everything related to it. */
export function seedOrder(draft: OrderDraft, random: Random): StoredOrder {
  const { id, state, customer } = draft
  const basketItems = seedBasket(draft, random)
  const shipments = seedShipments(draft, draft.isSmall ? 0 : random.pick([0, 12, 25, 40]), random)
  const priceDelivery = shipments.reduce((sum, row) => sum + row.priceDelivery, 0)
  const goods = basketItems.reduce((sum, row) => sum + row.price * row.quantity, 0)
  const price = money(goods + priceDelivery)
  const payments = seedPayments(draft, price, random)
  const isCancelled = state === 'D'
  const isSent = state === 'S' || state === 'F'
  const messages = messagesOf(draft.language)
  const changedAt = draft.createdAt + random.nextInt(1, 70) * 3_600_000
  return {
    accountNumber: toAccountNumber(id),
    additionalInfo: '',
    affiliateId: null,
    basketItems,
    canceled: yes(isCancelled),
    clients: seedOrderClients(draft),
    comments: '',
    companyId: null,
    currency: draft.currency,
    dateCanceled: isCancelled ? toPortalDate(changedAt) : null,
    dateInsert: toPortalDate(draft.createdAt),
    dateLock: null,
    dateMarked: null,
    dateStatus: state === 'N' ? toPortalDate(draft.createdAt) : toPortalDate(changedAt),
    dateUpdate: toPortalDate(changedAt),
    deducted: yes(isSent),
    discountValue: 0,
    empCanceledId: isCancelled ? 1 : null,
    empMarkedId: null,
    empStatusId: state === 'N' ? null : 1,
    externalOrder: 'N',
    id,
    id1c: '',
    lid: 's1',
    lockedBy: null,
    marked: 'N',
    orderTopic: '',
    payed: yes(state === 'P' || isSent),
    payments,
    personTypeId: customer.companyId === null ? 3 : 4,
    personTypeXmlId: '',
    price,
    propertyValues: seedProperties(draft),
    reasonCanceled: isCancelled ? messages.cancelReason : '',
    reasonMarked: '',
    recountFlag: 'Y',
    recurringId: null,
    requisiteLink: toRequisiteLink(customer),
    responsibleId: random.pick([1, 2, 4]),
    shipments,
    statusId: state,
    statusXmlId: '',
    taxValue: 0,
    tradeBindings: draft.fromShop ? [{ id: 300 + id, orderId: id, tradingPlatformId: 1, externalOrderId: '' }] : [],
    updated1c: 'N',
    userDescription: random.next() < 0.1 ? messages.orderNote : '',
    userId: draft.fromShop ? 100 + customer.contactId : 1,
    version: random.nextInt(1, 9),
    version1c: '',
    xmlId: `bx_${random.hex().slice(0, 13)}`,
  }
}

/** Moments of the even flow, and where they are put: orders come more slowly after the first, quickly after the second. */
const PACE = [
  [Date.UTC(2026, 9, 31, 12), Date.UTC(2026, 9, 31, 12)],
  [Date.UTC(2026, 10, 6, 20), Date.UTC(2026, 10, 14, 12)],
  [Date.UTC(2026, 10, 18, 20), Date.UTC(2026, 10, 18, 9)],
] as const

/** The last days are the busiest, so that views of a week show orders and the deals that were made for them. */
function toPace(moment: number): number {
  const [begin, middle, end] = PACE
  if (moment < begin[0]) return moment
  const [from, to] = moment < middle[0] ? [begin, middle] : [middle, end]
  return to[1] - Math.round(((to[0] - moment) / (to[0] - from[0])) * (to[1] - from[1]))
}

/** Moments at which the sample orders came in: one every twelve hours or so from 3 August 2026 on, more at the end. */
export function seedOrderTimes(count: number, random: Random): number[] {
  const first = Date.UTC(2026, 7, 3, 6)
  return Array.from({ length: count }, (_, index) =>
    toPace(first + Math.floor(index * 0.54 * DAY) + random.nextInt(0, 600) * 60_000),
  )
}
