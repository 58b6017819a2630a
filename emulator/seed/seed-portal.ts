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
import { seedMoments, seedOrder } from './orders'
import { CONTRACT_TYPE, SALES_STAGES, seedCategories, seedStatuses, seedTypes } from './stages'

/** What an order is bound to: its own twin deal, the deal with many orders, another deal, an invoice, a deleted deal, nothing. */
type Role = 'twin' | 'many' | 'deal' | 'invoice' | 'gone' | 'unbound'

const ROLES: Record<Role, number> = { twin: 35, many: 55, deal: 76, invoice: 8, gone: 6, unbound: 20 }
const FIRST_DEAL_ID = 201
/** Deals that were deleted before the sample begins. */
const FIRST_GONE_DEAL_ID = 151
/** Places in the list of deals made by hand. */
const HANDMADE = { many: 0, moveTarget: BIG_DEAL, withoutOrders: [2, 9, 20] }
const MOVE_TARGET_ORDERS = 2

interface Plan {
  role: Role
  /** Place of the owner among the deals made by hand, for the roles `many` and `deal`. */
  handmade?: number
  customer: Customer
  currency: string
  state: OrderState
}

function planRoles(random: Random): Role[] {
  const roles: Role[] = ['twin', 'many', 'deal', 'invoice', 'gone', 'unbound']
  return random.shuffle(roles.flatMap((role) => Array.from({ length: ROLES[role] }, () => role)))
}

const STATES: readonly OrderState[] = ['N', 'N', 'N', 'N', 'P', 'P', 'P', 'S', 'F', 'F', 'F', 'D']

/** Which deal made by hand each order of the role `deal` goes to: the move target gets few, some deals get none. */
function planHandmade(random: Random, count: number): number[] {
  const closed = [HANDMADE.many, HANDMADE.moveTarget, ...HANDMADE.withoutOrders]
  const open = Array.from({ length: 25 }, (_, index) => index).filter((index) => !closed.includes(index))
  const sure = [...Array.from({ length: MOVE_TARGET_ORDERS }, () => HANDMADE.moveTarget), ...open]
  const rest = Array.from({ length: count - sure.length }, () => random.pick(open))
  return random.shuffle([...sure, ...rest])
}

function planOrders(random: Random, buyers: readonly Customer[], handmade: readonly DealDraft[]): Plan[] {
  const places = planHandmade(random, ROLES.deal)
  let isFirstTwin = true
  return planRoles(random).map((role) => {
    const place = role === 'deal' ? places.pop() : role === 'many' ? HANDMADE.many : undefined
    const deal = place === undefined ? undefined : handmade[place]
    const state = random.pick(STATES)
    const free = { customer: random.pick(buyers), currency: random.next() < 0.2 ? 'EUR' : 'USD' }
    if (deal && place !== undefined)
      return { role, handmade: place, customer: deal.customer, currency: deal.currency, state }
    if (role !== 'twin' || !isFirstTwin) return { role, ...free, state }
    // The order of the sample `move`: paid, not sent, from the customer of the deal it belongs to.
    isFirstTwin = false
    const target = handmade[HANDMADE.moveTarget]
    return { role, customer: target?.customer ?? free.customer, currency: target?.currency ?? 'USD', state: 'P' }
  })
}

function toTwinStage(state: OrderState) {
  const id = { N: 'NEW', P: 'EXECUTING', S: 'FINAL_INVOICE', F: 'WON', D: 'LOSE' }[state]
  return SALES_STAGES.find((stage) => stage.id === id) ?? { id: 'NEW', semantics: 'P' as const }
}

/** The deal that the portal made by itself when the order came in: same sum, same customer, same moment. */
function draftTwin(order: StoredOrder, plan: Plan, language: string): DealDraft {
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
    isManual: false,
  }
}

interface Made {
  plans: Plan[]
  orders: StoredOrder[]
  deals: CrmItemRow[]
  dealOf: Map<DealDraft, CrmItemRow>
  handmade: DealDraft[]
  twins: Map<number, DealDraft>
  invoices: CrmItemRow[]
}

function toOwner(made: Made, index: number, counters: Record<'invoice' | 'gone', number>): BindingOwner | undefined {
  const plan = made.plans[index]
  const order = made.orders[index]
  if (!plan || !order || plan.role === 'unbound') return undefined
  if (plan.role === 'gone') return { ownerId: FIRST_GONE_DEAL_ID + 7 * counters.gone++, ownerTypeId: ENTITY_TYPE.deal }
  if (plan.role === 'invoice') {
    const invoice = made.invoices[(2 * counters.invoice++) % made.invoices.length]
    return invoice && { ownerId: invoice.id, ownerTypeId: ENTITY_TYPE.smartInvoice }
  }
  const draft = plan.role === 'twin' ? made.twins.get(order.id) : made.handmade[plan.handmade ?? 0]
  const deal = draft && made.dealOf.get(draft)
  return deal && { ownerId: deal.id, ownerTypeId: ENTITY_TYPE.deal }
}

function bindOrders(made: Made): Map<number, BindingOwner> {
  const counters = { invoice: 0, gone: 0 }
  const bindings = new Map<number, BindingOwner>()
  made.orders.forEach((order, index) => {
    const owner = toOwner(made, index, counters)
    if (owner) bindings.set(order.id, owner)
  })
  return bindings
}

function pickSamples(made: Made, bindings: Map<number, BindingOwner>): Samples {
  const ownerType = ENTITY_TYPE.deal
  const ofHandmade = (place: number) => {
    const draft = made.handmade[place]
    return { ownerId: draft && made.dealOf.get(draft)?.id, ownerTypeId: ownerType }
  }
  const withOwner = (accepts: (order: StoredOrder, plan: Plan) => boolean) => {
    const order = made.orders.find((candidate, index) => {
      const plan = made.plans[index]
      return plan !== undefined && accepts(candidate, plan)
    })
    return { orderId: order?.id, ...(order && bindings.get(order.id)) }
  }
  const ofRole = (role: Role) => withOwner((_, plan) => plan.role === role)
  const twins = made.orders.filter((order) => made.twins.has(order.id))
  const differing = twins[4]
  return {
    move: ofRole('twin'),
    moveTarget: ofHandmade(HANDMADE.moveTarget),
    unbound: ofRole('unbound'),
    goneOwner: ofRole('gone'),
    invoiceOrder: ofRole('invoice'),
    paidWithShipment: withOwner(
      (order, plan) => plan.role === 'twin' && order.statusId === 'F' && order.shipments.length > 0,
    ),
    dealWithoutOrders: ofHandmade(HANDMADE.withoutOrders[0] ?? 2),
    dealWithManyOrders: ofHandmade(HANDMADE.many),
    sumDiffers: { orderId: differing?.id, ...(differing && bindings.get(differing.id)) },
    hiddenOwner: withOwner((_, plan) => plan.handmade === HIDDEN_DEALS[0]),
    wholesaleOrder: withOwner((_, plan) => (plan.handmade ?? 0) >= 16),
  }
}

/** Someone raised the sum of the fifth twin deal by hand, as the sample `sumDiffers` tells. */
function raiseOneSum(twins: Map<number, DealDraft>): void {
  const draft = [...twins.values()][4]
  if (!draft) return
  draft.sum = Math.round((draft.sum + 150) * 100) / 100
  draft.isManual = true
}

function make(random: Random, buyers: readonly Customer[], language: string): Made {
  const handmade = draftHandmadeDeals(random, buyers, language)
  const plans = planOrders(random, buyers, handmade)
  const moments = seedMoments(plans.length, random)
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
  raiseOneSum(twins)
  const drafts = [...handmade, ...twins.values()].sort((left, right) => left.createdAt - right.createdAt)
  const deals = drafts.map((draft, index) => toDeal(FIRST_DEAL_ID + index, draft))
  const dealOf = new Map(drafts.flatMap((draft, index) => (deals[index] ? [[draft, deals[index]] as const] : [])))
  const ownDeals = handmade.flatMap((draft) => dealOf.get(draft) ?? [])
  return { plans, orders, deals, dealOf, handmade, twins, invoices: seedInvoices(random, ownDeals, language) }
}

function byId<Row extends { id: number }>(rows: readonly Row[]): Map<number, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

/** Makes the sample portal's data. The same language gives the same data; another language changes words, not ids. */
export function seedPortal(language: string): PortalData {
  const random = createRandom(20260803)
  const { contacts, companies, buyers } = seedClients()
  const made = make(random, buyers, language)
  const bindings = bindOrders(made)
  return {
    items: new Map([
      [ENTITY_TYPE.deal, byId(made.deals)],
      [ENTITY_TYPE.smartInvoice, byId(made.invoices)],
      [CONTRACT_TYPE, byId(seedContracts(random, buyers, language))],
      [ENTITY_TYPE.lead, byId(seedLeads(language))],
      [ENTITY_TYPE.quote, byId(seedQuotes(language))],
    ]),
    contacts,
    companies,
    orders: byId(made.orders),
    bindings,
    categories: seedCategories(language),
    statuses: seedStatuses(language),
    types: seedTypes(language),
    samples: pickSamples(made, bindings),
  }
}
