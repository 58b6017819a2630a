import type { CrmItemRow } from '@contract/crm-items'
import { toPortalDate } from '@emulator/portal/time'
import { toFlags } from '@emulator/rows/item-fields'
import { LEAD_FIELDS } from '@emulator/rows/lead-fields'
import { DEAL_TITLES, FIRST_NAMES, LAST_NAMES } from './names'
import { LEAD_STAGES } from './stages'

const DAY = 86_400_000
const FIRST_DAY = Date.UTC(2026, 7, 3, 9)

/** Five rows without a page of their own in the portal; orders never belong to them. */
function seedMinimalRows(firstId: number, language: string): CrmItemRow[] {
  return DEAL_TITLES.slice(0, 5).map((title, index) => {
    const created = toPortalDate(FIRST_DAY + index * DAY)
    return {
      id: firstId + index,
      title: language === 'ru' ? title.ru : title.en,
      assignedById: 1,
      createdBy: 1,
      createdTime: created,
      updatedTime: created,
      opened: 'Y',
      opportunity: 1000 + index * 250,
      currencyId: 'USD',
    }
  })
}

/** Makes the leads, one in each stage: people who may become clients. */
export function seedLeads(language: string): CrmItemRow[] {
  return seedMinimalRows(61, language).map((row, index): CrmItemRow => {
    const { id: stageId, semantics } = LEAD_STAGES[index] ?? { id: 'NEW', semantics: 'P' }
    return {
      ...toFlags(LEAD_FIELDS),
      ...row,
      name: FIRST_NAMES[index] ?? null,
      lastName: LAST_NAMES[index] ?? null,
      sourceId: 'WEB',
      stageId,
      stageSemanticId: semantics,
      updatedBy: 1,
      movedBy: 1,
      movedTime: row.createdTime,
      dateClosed: semantics === 'P' ? null : row.createdTime,
    }
  })
}

/** Makes the estimates. */
export function seedQuotes(language: string): CrmItemRow[] {
  return seedMinimalRows(71, language)
}
