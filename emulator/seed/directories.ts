import type { CrmStatusRow } from '@contract/crm-items'

/** A directory of CRM: its code in `ENTITY_ID` and its entries, the default first. */
const DIRECTORIES: Record<string, readonly [id: string, en: string, ru: string][]> = {
  SOURCE: [
    ['CALL', 'Call', 'Звонок'],
    ['EMAIL', 'E-mail', 'Электронная почта'],
    ['WEB', 'Website', 'Веб-сайт'],
    ['STORE', 'Online store', 'Интернет-магазин'],
  ],
  DEAL_TYPE: [
    ['SALE', 'Sales', 'Продажа'],
    ['COMPLEX', 'Complex sale', 'Комплексная продажа'],
    ['SERVICE', 'After-sales service', 'Сервисное обслуживание'],
  ],
  CONTACT_TYPE: [
    ['CLIENT', 'Customers', 'Клиенты'],
    ['SUPPLIER', 'Suppliers', 'Поставщики'],
    ['PARTNER', 'Partners', 'Партнёры'],
  ],
  COMPANY_TYPE: [
    ['CUSTOMER', 'Customer', 'Клиент'],
    ['SUPPLIER', 'Supplier', 'Поставщик'],
    ['PARTNER', 'Partner', 'Партнёр'],
  ],
}

const FIRST_ID = 11

/** Makes the directories that are no pipelines. Their rows have no stage colours. @see api-reference/crm/status/crm-status-list.md */
export function seedDirectories(language: string): CrmStatusRow[] {
  const entries = Object.entries(DIRECTORIES).flatMap(([entityId, rows]) =>
    rows.map((row, index) => ({ entityId, row, index })),
  )
  return entries.map(({ entityId, row: [statusId, en, ru], index }, place) => {
    const name = language === 'ru' ? ru : en
    return {
      ID: String(FIRST_ID + place * 2),
      ENTITY_ID: entityId,
      STATUS_ID: statusId,
      NAME: name,
      NAME_INIT: name,
      SORT: String((index + 1) * 10),
      SYSTEM: 'Y',
      CATEGORY_ID: null,
      COLOR: '',
      SEMANTICS: null,
    }
  })
}
