import type { CrmItemRow } from '@contract/crm-items'
import type { Random } from '@emulator/portal/random'
import type { Customer } from './clients'
import type { SampleStage } from './stages'
import { WHOLESALE_CATEGORY } from '@emulator/calls/rights'
import { messagesOf } from '@emulator/portal/messages'
import { toPortalDate } from '@emulator/portal/time'
import { DEAL_FIELDS, toFlags } from '@emulator/rows/item-fields'
import { DEAL_TITLES, INVOICE_SUBJECTS } from './names'
import {
  CONTRACT_CATEGORY,
  CONTRACT_STAGES,
  INVOICE_CATEGORY,
  INVOICE_STAGES,
  SALES_STAGES,
  WHOLESALE_STAGES,
} from './stages'

const DAY = 86_400_000
const DEAL_FLAGS = toFlags(DEAL_FIELDS)

/** What a deal is made from, before its id is known: ids follow the moment of creation. */
export interface DealDraft {
  title: string
  customer: Customer
  createdAt: number
  sum: number
  currency: string
  categoryId: number
  stage: SampleStage
  assignedById: number
  opened: 'Y' | 'N'
  isManual: boolean
}

/** Who changed a row last, who moved it to its stage, and when. */
function toAuditFields(userId: number, createdAt: number, updatedAt: number) {
  const [created, updated] = [toPortalDate(createdAt), toPortalDate(updatedAt)]
  return {
    updatedBy: userId,
    updatedTime: updated,
    movedBy: userId,
    movedTime: created,
    lastActivityBy: userId,
    lastActivityTime: updated,
  }
}

/** Makes a deal's row. */
export function toDeal(id: number, draft: DealDraft): CrmItemRow {
  const { customer, createdAt, stage } = draft
  return {
    ...DEAL_FLAGS,
    id,
    title: draft.title,
    assignedById: draft.assignedById,
    begindate: toPortalDate(createdAt),
    categoryId: draft.categoryId,
    closed: stage.semantics === 'P' ? 'N' : 'Y',
    closedate: toPortalDate(createdAt + 14 * DAY),
    companyId: customer.companyId ?? 0,
    contactId: customer.contactId,
    contactIds: [customer.contactId],
    createdBy: draft.assignedById,
    createdTime: toPortalDate(createdAt),
    currencyId: draft.currency,
    isManualOpportunity: draft.isManual ? 'Y' : 'N',
    observers: [],
    opened: draft.opened,
    opportunity: draft.sum,
    parentId7: null,
    stageId: stage.id,
    stageSemanticId: stage.semantics,
    typeId: 'SALE',
    ...toAuditFields(draft.assignedById, createdAt, createdAt + 2 * DAY),
  }
}

/** Places, among the deals made by hand, of the biggest one and of those that are not open to all. */
export const BIG_DEAL = 1
export const HIDDEN_DEALS = [4, 11]

function draftSum(random: Random, isWholesale: boolean): number {
  const hundreds = isWholesale ? random.nextInt(80, 900) : random.nextInt(24, 320)
  return hundreds * 100 + random.pick([0, 0, 50, 90])
}

/** Makes the deals that people made by hand: sixteen in Sales, nine in Wholesale. */
export function draftHandmadeDeals(random: Random, customers: readonly Customer[], language: string): DealDraft[] {
  const firstDay = Date.UTC(2026, 6, 27, 7)
  return DEAL_TITLES.map((title, index) => {
    const isWholesale = index >= 16
    const stages = isWholesale ? WHOLESALE_STAGES : SALES_STAGES
    const open = stages.filter((stage) => stage.semantics === 'P')
    const isHidden = HIDDEN_DEALS.includes(index)
    return {
      title: language === 'ru' ? title.ru : title.en,
      customer: customers[(index * 5) % 42] ?? random.pick(customers),
      createdAt: firstDay + index * 4 * DAY + random.nextInt(0, 600) * 60_000,
      sum: draftSum(random, isWholesale) + (index === BIG_DEAL ? 32_000 : 0),
      currency: index % 5 === 3 ? 'EUR' : 'USD',
      categoryId: isWholesale ? WHOLESALE_CATEGORY : 0,
      stage: index < 3 ? (open[2] ?? random.pick(open)) : random.pick(index % 6 === 5 ? stages : open),
      assignedById: isHidden ? 1 : random.pick([1, 2, 3, 4]),
      opened: isHidden ? 'N' : 'Y',
      isManual: true,
    }
  })
}

/** Makes the smart invoices; every second one belongs to a deal. */
export function seedInvoices(random: Random, deals: readonly CrmItemRow[], language: string): CrmItemRow[] {
  const messages = messagesOf(language)
  return Array.from({ length: 15 }, (_, index) => {
    const id = 41 + index
    const deal = deals[(index * 3) % deals.length] ?? random.pick(deals)
    const createdAt = Date.UTC(2026, 7, 10, 8) + index * 6 * DAY
    const subject = INVOICE_SUBJECTS[index % INVOICE_SUBJECTS.length]
    const number = String(310 + index)
    return {
      id,
      title: `${messages.invoiceTitle(number)}, ${(language === 'ru' ? subject?.ru : subject?.en) ?? ''}`,
      accountNumber: number,
      assignedById: random.pick([1, 2, 4]),
      begindate: toPortalDate(createdAt),
      categoryId: INVOICE_CATEGORY,
      closedate: toPortalDate(createdAt + 10 * DAY),
      companyId: deal.companyId ?? 0,
      contactId: deal.contactId ?? 0,
      contactIds: deal.contactIds ?? [],
      createdBy: 1,
      createdTime: toPortalDate(createdAt),
      currencyId: deal.currencyId ?? 'USD',
      isManualOpportunity: 'N',
      mycompanyId: 0,
      observers: [],
      opened: 'Y',
      opportunity: random.nextInt(6, 90) * 50,
      parentId2: index % 2 === 0 ? deal.id : null,
      parentId7: null,
      stageId: random.pick(INVOICE_STAGES).id,
      ...toAuditFields(1, createdAt, createdAt + DAY),
    }
  })
}

/** Makes the items of the dynamic type: six contracts. */
export function seedContracts(random: Random, customers: readonly Customer[], language: string): CrmItemRow[] {
  return Array.from({ length: 6 }, (_, index) => {
    const customer = random.pick(customers.slice(0, 42))
    const createdAt = Date.UTC(2026, 8, 1, 9) + index * 11 * DAY
    return {
      id: index + 1,
      title: `${messagesOf(language).dynamicType} ${2026}-${String(index + 1).padStart(2, '0')}`,
      assignedById: random.pick([1, 2, 4]),
      begindate: toPortalDate(createdAt),
      categoryId: CONTRACT_CATEGORY,
      closedate: toPortalDate(createdAt + 365 * DAY),
      companyId: customer.companyId ?? 0,
      contactId: customer.contactId,
      contactIds: [customer.contactId],
      createdBy: 1,
      createdTime: toPortalDate(createdAt),
      currencyId: 'USD',
      isManualOpportunity: 'Y',
      mycompanyId: 0,
      observers: [],
      opened: 'Y',
      opportunity: random.nextInt(10, 80) * 100,
      stageId: random.pick(CONTRACT_STAGES).id,
      ...toAuditFields(1, createdAt, createdAt + DAY),
    }
  })
}
