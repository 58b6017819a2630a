import type { CrmItemRow } from '@contract/crm-items'
import type { Random } from '@emulator/portal/random'
import type { Samples, BindingOwner, PortalData, StoredOrder } from '@emulator/portal/state'
import type { Customer } from './clients'
import type { DealDraft } from './items'
import type { OrderState } from './orders'
import { ENTITY_TYPE } from '@contract/entity-types'
import { messagesOf } from '@emulator/portal/messages'
import { createRandom } from '@emulator/portal/random'
import { seedClients } from './clients'
import { BIG_DEAL, HIDDEN_DEALS, draftHandmadeDeals, seedContracts, seedInvoices, toDeal } from './items'
import { seedLeads, seedQuotes } from './leads'
import { seedOrderTimes, seedOrder } from './orders'
import { seedProductRows } from './product-rows'
import { CONTRACT_TYPE, SALES_STAGES, seedCategories, seedStatuses, seedTypes } from './stages'

/** What an order is bound to: its own twin deal, the deal with many orders, another deal, an invoice, a deleted deal, nothing. */
type OrderRole = 'twin' | 'many' | 'deal' | 'invoice' | 'gone' | 'unbound'

const ROLES: Record<OrderRole, number> = { twin: 35, many: 55, deal: 76, invoice: 8, gone: 6, unbound: 20 }
const FIRST_DEAL_ID = 201
/** Deals that were deleted before the sample begins. */
const FIRST_GONE_DEAL_ID = 151
/** Places in the list of deals made by hand. */
const HANDMADE = { many: 0, moveTarget: BIG_DEAL, withoutOrders: [2, 9, 20] }
const MOVE_TARGET_ORDERS = 2

interface OrderPlan {
  role: OrderRole
  /** Place of the owner among the deals made by hand, for the roles `many` and `deal`. */
  handmade?: number
  customer: Customer
  currency: string
  state: OrderState
}

function planRoles(random: Random): OrderRole[] {
  const roles: OrderRole[] = ['twin', 'many', 'deal', 'invoice', 'gone', 'unbound']
  return random.shuffle(roles.flatMap((role) => Array.from({ length: ROLES[role] }, () => role)))
}

const STATES: readonly OrderState[] = ['N', 'N', 'N', 'N', 'P', 'P', 'P', 'S', 'F', 'F', 'F', 'D']

/** Which deal made by hand each order of the role `deal` goes to: the move target gets few, some deals get none. */
function planHandmade(random: Random, count: number): number[] {
  const excluded = [HANDMADE.many, HANDMADE.moveTarget, ...HANDMADE.withoutOrders]
  const open = Array.from({ length: 25 }, (_, index) => index).filter((index) => !excluded.includes(index))
  const required = [...Array.from({ length: MOVE_TARGET_ORDERS }, () => HANDMADE.moveTarget), ...open]
  const rest = Array.from({ length: count - required.length }, () => random.pick(open))
  return random.shuffle([...required, ...rest])
}

function planOrders(random: Random, customers: readonly Customer[], handmade: readonly DealDraft[]): OrderPlan[] {
  const dealIndexes = planHandmade(random, ROLES.deal)
  let isFirstTwin = true
  return planRoles(random).map((role) => {
    const place = role === 'deal' ? dealIndexes.pop() : role === 'many' ? HANDMADE.many : undefined
    const deal = place === undefined ? undefined : handmade[place]
    const state = random.pick(STATES)
    const defaults = { customer: random.pick(customers), currency: random.next() < 0.2 ? 'EUR' : 'USD' }
    if (deal && place !== undefined)
      return { role, handmade: place, customer: deal.customer, currency: deal.currency, state }
    if (role !== 'twin' || !isFirstTwin) return { role, ...defaults, state }
    // The order of the sample `move`: paid, not sent, from the customer of the deal it belongs to.
    isFirstTwin = false
    const target = handmade[HANDMADE.moveTarget]
    return { role, customer: target?.customer ?? defaults.customer, currency: target?.currency ?? 'USD', state: 'P' }
  })
}

function toTwinStage(state: OrderState) {
  const id = { N: 'NEW', P: 'EXECUTING', S: 'FINAL_INVOICE', F: 'WON', D: 'LOSE' }[state]
  return SALES_STAGES.find((stage) => stage.id === id) ?? { id: 'NEW', semantics: 'P' as const }
}

/** The deal that the portal made by itself when the order came in: same sum, same customer, same moment. */
function draftTwin(order: StoredOrder, plan: OrderPlan, language: string): DealDraft {
  return {
    title: messagesOf(language).orderTitle(order.accountNumber),
    customer: plan.customer,
    createdAt: Date.parse(order.dateInsert),
    sum: order.price,
    currency: order.currency,
    categoryId: 0,
    stage: toTwinStage(plan.state),
    assignedById: order.responsibleId ?? 1,
    opened: 'Y',
    // Its product rows are goods only.
    isManual: order.shipments.some(({ priceDelivery }) => priceDelivery > 0),
  }
}

interface SampleDraft {
  plans: OrderPlan[]
  orders: StoredOrder[]
  deals: CrmItemRow[]
  dealOf: Map<DealDraft, CrmItemRow>
  handmade: DealDraft[]
  twins: Map<number, DealDraft>
  invoices: CrmItemRow[]
}

function toOwner(
  sample: SampleDraft,
  index: number,
  counters: Record<'invoice' | 'gone', number>,
): BindingOwner | undefined {
  const plan = sample.plans[index]
  const order = sample.orders[index]
  if (!plan || !order || plan.role === 'unbound') return undefined
  if (plan.role === 'gone') return { ownerId: FIRST_GONE_DEAL_ID + 7 * counters.gone++, ownerTypeId: ENTITY_TYPE.deal }
  if (plan.role === 'invoice') {
    const invoice = sample.invoices[(2 * counters.invoice++) % sample.invoices.length]
    return invoice && { ownerId: invoice.id, ownerTypeId: ENTITY_TYPE.smartInvoice }
  }
  const draft = plan.role === 'twin' ? sample.twins.get(order.id) : sample.handmade[plan.handmade ?? 0]
  const deal = draft && sample.dealOf.get(draft)
  return deal && { ownerId: deal.id, ownerTypeId: ENTITY_TYPE.deal }
}

function bindOrders(sample: SampleDraft): Map<number, BindingOwner> {
  const counters = { invoice: 0, gone: 0 }
  const bindings = new Map<number, BindingOwner>()
  sample.orders.forEach((order, index) => {
    const owner = toOwner(sample, index, counters)
    if (owner) bindings.set(order.id, owner)
  })
  return bindings
}

function pickSamples(sample: SampleDraft, bindings: Map<number, BindingOwner>): Samples {
  const ownerType = ENTITY_TYPE.deal
  const toHandmadeOwner = (place: number) => {
    const draft = sample.handmade[place]
    return { ownerId: draft && sample.dealOf.get(draft)?.id, ownerTypeId: ownerType }
  }
  const findBoundOrder = (matches: (order: StoredOrder, plan: OrderPlan) => boolean) => {
    const order = sample.orders.find((candidate, index) => {
      const plan = sample.plans[index]
      return plan !== undefined && matches(candidate, plan)
    })
    return { orderId: order?.id, ...(order && bindings.get(order.id)) }
  }
  const findByRole = (role: OrderRole) => findBoundOrder((_, plan) => plan.role === role)
  const twins = sample.orders.filter((order) => sample.twins.has(order.id))
  const sumDiffersOrder = twins[4]
  return {
    move: findByRole('twin'),
    moveTarget: toHandmadeOwner(HANDMADE.moveTarget),
    unbound: findByRole('unbound'),
    goneOwner: findByRole('gone'),
    invoiceOrder: findByRole('invoice'),
    paidWithShipment: findBoundOrder(
      (order, plan) => plan.role === 'twin' && order.statusId === 'F' && order.shipments.length > 0,
    ),
    dealWithoutOrders: toHandmadeOwner(HANDMADE.withoutOrders[0] ?? 2),
    dealWithManyOrders: toHandmadeOwner(HANDMADE.many),
    sumDiffers: { orderId: sumDiffersOrder?.id, ...(sumDiffersOrder && bindings.get(sumDiffersOrder.id)) },
    hiddenOwner: findBoundOrder((_, plan) => plan.handmade === HIDDEN_DEALS[0]),
    wholesaleOrder: findBoundOrder((_, plan) => (plan.handmade ?? 0) >= 16),
  }
}

/** Someone raised the sum of the fifth twin deal by hand, for the sample `sumDiffers`. */
function changeOneSum(twins: Map<number, DealDraft>): void {
  const draft = [...twins.values()][4]
  if (!draft) return
  draft.sum = Math.round((draft.sum + 150) * 100) / 100
  draft.isManual = true
}

function draftSample(random: Random, customers: readonly Customer[], language: string): SampleDraft {
  const handmade = draftHandmadeDeals(random, customers, language)
  const plans = planOrders(random, customers, handmade)
  const moments = seedOrderTimes(plans.length, random)
  const orders = plans.map((plan, index) => {
    const createdAt = moments[index] ?? 0
    const { customer, currency, state, role } = plan
    const draft = {
      id: index + 1,
      customer,
      createdAt,
      currency,
      state,
      isSmall: role === 'many',
      fromShop: role === 'twin' || index % 3 !== 0,
      language,
    }
    return seedOrder(draft, random)
  })
  const twins = new Map<number, DealDraft>()
  plans.forEach((plan, index) => {
    const order = orders[index]
    if (plan.role === 'twin' && order) twins.set(order.id, draftTwin(order, plan, language))
  })
  changeOneSum(twins)
  const drafts = [...handmade, ...twins.values()].sort((left, right) => left.createdAt - right.createdAt)
  const deals = drafts.map((draft, index) => toDeal(FIRST_DEAL_ID + index, draft))
  const dealOf = new Map(drafts.flatMap((draft, index) => (deals[index] ? [[draft, deals[index]] as const] : [])))
  const ownDeals = handmade.flatMap((draft) => dealOf.get(draft) ?? [])
  return { plans, orders, deals, dealOf, handmade, twins, invoices: seedInvoices(random, ownDeals, language) }
}

/** The order that has made each twin deal, by the deal's id. */
function toMakers({ orders, twins, dealOf }: SampleDraft): Map<number, StoredOrder> {
  const made = orders.flatMap((order) => {
    const draft = twins.get(order.id)
    const deal = draft && dealOf.get(draft)
    return deal ? [[deal.id, order] as const] : []
  })
  return new Map(made)
}

function byId<Row extends { id: number }>(rows: readonly Row[]): Map<number, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

/** Makes the sample portal's data. The same language gives the same data; another language changes words, not ids. */
export function seedPortal(language: string): PortalData {
  const random = createRandom(20260803)
  const { contacts, companies, customers } = seedClients()
  const sample = draftSample(random, customers, language)
  const bindings = bindOrders(sample)
  const contracts = seedContracts(random, customers, language)
  const makers = toMakers(sample)
  // Those of deal 201 are 2010, 2011, …: no two objects of the sample share ten ids.
  const seed = { language, toFirstId: (id: number) => id * 10 }
  const productRows = [
    ...seedProductRows({ ...seed, entityTypeId: ENTITY_TYPE.deal, orderOf: (id) => makers.get(id) }, sample.deals),
    ...seedProductRows({ ...seed, entityTypeId: ENTITY_TYPE.smartInvoice }, sample.invoices),
    ...seedProductRows({ ...seed, entityTypeId: CONTRACT_TYPE }, contracts),
  ]
  return {
    items: new Map([
      [ENTITY_TYPE.deal, byId(sample.deals)],
      [ENTITY_TYPE.smartInvoice, byId(sample.invoices)],
      [CONTRACT_TYPE, byId(contracts)],
      [ENTITY_TYPE.lead, byId(seedLeads(language))],
      [ENTITY_TYPE.quote, byId(seedQuotes(language))],
    ]),
    contacts,
    companies,
    orders: byId(sample.orders),
    bindings,
    productRows: byId(productRows),
    categories: seedCategories(language),
    statuses: seedStatuses(language),
    types: seedTypes(language),
    samples: pickSamples(sample, bindings),
  }
}
