import type { CrmItemRow } from '@contract/crm-items'
import type { Random } from '@emulator/portal/random'
import type { PortalData, StoredOrder } from '@emulator/portal/state'
import type { Customer } from './clients'
import type { OrderState } from './orders'
import { ENTITY_TYPE } from '@contract/entity-types'
import { createRandom } from '@emulator/portal/random'
import { toPortalDate } from '@emulator/portal/time'
import { toAccountNumber } from '@emulator/rows/order-fields'
import { seedClients } from './clients'
import { toDeal } from './items'
import { DEAL_TITLES } from './names'
import { seedOrder } from './orders'
import { seedProductRows } from './product-rows'
import { SALES_STAGES } from './stages'

const ORDERS = 20_000
const DEALS = 8_000
const TEMPLATES = 400
const FIRST_DEAL_ID = 10_001
const FIRST_ROW_ID = 10_001
const ROWS_OF_DEAL = 4
/** The big portal's own rows are older than the sample's: one order every forty minutes, back from August 2026. */
const ORDER_INTERVAL_MS = 40 * 60_000
const NEWEST_CREATED_AT = Date.UTC(2026, 7, 1)
const STATES: readonly OrderState[] = ['N', 'P', 'S', 'F', 'F', 'F', 'D']

/** Above every id of the big portal. */
export const FIRST_FREE_ID_LARGE = 100_001

function addDeals(deals: Map<number, CrmItemRow>, random: Random, customers: readonly Customer[]): void {
  const missing = DEALS - deals.size
  for (let index = 0; index < missing; index++) {
    const title = random.pick(DEAL_TITLES)
    const id = FIRST_DEAL_ID + index
    const draft = {
      title: `${title.en} ${id}`,
      customer: random.pick(customers),
      createdAt: NEWEST_CREATED_AT - (missing - index) * 2 * ORDER_INTERVAL_MS,
      sum: random.nextInt(2, 900) * 10,
      currency: 'USD',
      categoryId: 0,
      stage: random.pick(SALES_STAGES),
      assignedById: random.nextInt(1, 4),
      opened: 'Y' as const,
      isManual: true,
    }
    deals.set(id, toDeal(id, draft))
  }
}

/** Orders are copies of these, with numbers and moments of their own: making each from nothing takes ten times as long. */
function makeTemplates(random: Random, customers: readonly Customer[], language: string): StoredOrder[] {
  return Array.from({ length: TEMPLATES }, (_, index) =>
    seedOrder(
      {
        id: 1,
        customer: random.pick(customers),
        createdAt: NEWEST_CREATED_AT,
        currency: 'USD',
        state: random.pick(STATES),
        isSmall: true,
        fromShop: index % 3 === 0,
        language,
      },
      random,
    ),
  )
}

/** Ids of rows that belong to an order follow the order's own, as in the sample. */
function copyOrder(template: StoredOrder, id: number, createdAt: number): StoredOrder {
  const moment = toPortalDate(createdAt)
  const accountNumber = toAccountNumber(id)
  const number = (index: number) => `${accountNumber}/${index + 1}`
  return {
    ...template,
    id,
    accountNumber,
    dateInsert: moment,
    dateUpdate: moment,
    dateStatus: moment,
    xmlId: `bx_${id.toString(16).padStart(13, '0')}`,
    basketItems: template.basketItems.map((row, index) => ({
      ...row,
      id: String(id * 10 + index),
      orderId: String(id),
    })),
    clients: template.clients.map((row, index) => ({ ...row, id: 900 + id * 2 + index, orderId: id })),
    payments: template.payments.map((row, index) => ({
      ...row,
      id: 400 + id * 2 + index,
      orderId: id,
      accountNumber: number(index),
    })),
    shipments: template.shipments.map((row, index) => ({
      ...row,
      id: 800 + id * 2 + index,
      orderId: id,
      accountNumber: number(index),
    })),
    propertyValues: template.propertyValues.map((row, index) => ({ ...row, id: id * 10 + index })),
    tradeBindings: template.tradeBindings.map((row) => ({ ...row, id: 300 + id, orderId: id })),
  }
}

function addProductRows(data: PortalData, deals: ReadonlyMap<number, CrmItemRow>, language: string): void {
  const toFirstId = (id: number) => FIRST_ROW_ID + (id - FIRST_DEAL_ID) * ROWS_OF_DEAL
  const added = [...deals.values()].filter(({ id }) => id >= FIRST_DEAL_ID)
  const rows = seedProductRows({ entityTypeId: ENTITY_TYPE.deal, language, toFirstId }, added)
  for (const row of rows) data.productRows.set(row.id, row)
}

function addOrders(data: PortalData, random: Random, templates: readonly StoredOrder[]): void {
  const first = data.orders.size + 1
  for (let id = first; id <= ORDERS; id++) {
    data.orders.set(id, copyOrder(random.pick(templates), id, NEWEST_CREATED_AT - (ORDERS - id) * ORDER_INTERVAL_MS))
    const ownerId = FIRST_DEAL_ID + random.nextInt(0, DEALS - 100)
    // Every twelfth order has no owner.
    if (id % 12 !== 0) data.bindings.set(id, { ownerId, ownerTypeId: ENTITY_TYPE.deal })
  }
}

/** Makes the sample portal big: 20,000 orders and 8,000 deals, the sample's own rows and samples among them. */
export function enlargePortal(data: PortalData, language: string): PortalData {
  const random = createRandom(20_000)
  const { customers } = seedClients()
  const deals = data.items.get(ENTITY_TYPE.deal) ?? new Map()
  addDeals(deals, random, customers)
  addProductRows(data, deals, language)
  addOrders(data, random, makeTemplates(random, customers, language))
  return data
}

/** Takes every row of business away; pipelines, stages and types stay, as on a portal of its first day. */
export function emptyPortal(data: PortalData): PortalData {
  for (const rows of data.items.values()) rows.clear()
  for (const rows of [data.contacts, data.companies, data.orders, data.bindings, data.productRows]) rows.clear()
  return { ...data, samples: {} }
}
