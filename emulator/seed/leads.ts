import type { CrmItemRow } from '@contract/crm-items'
import { toPortalDate } from '@emulator/portal/time'
import { DEAL_TITLES } from './names'

const DAY = 86_400_000
const FIRST_DAY = Date.UTC(2026, 7, 3, 9)

/** Five rows that only the CRM dialog and `crm.item.list` show; the portal has no pages for them, and orders never belong to them. */
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

/** Makes the leads. */
export function seedLeads(language: string): CrmItemRow[] {
  return seedMinimalRows(61, language)
}

/** Makes the estimates. */
export function seedQuotes(language: string): CrmItemRow[] {
  return seedMinimalRows(71, language)
}
