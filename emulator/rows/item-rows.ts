import type { CrmClientRow, CrmItemRow, CrmStatusRow } from '@contract/crm-items'
import type { Caller } from '@emulator/calls/call'
import type { LocalPortal } from '@emulator/portal/state'
import type { ItemFields } from './item-fields'
import { ENTITY_TYPE } from '@contract/entity-types'
import { mapValues } from './map-values'

/** A stored object of any type, by the names of its fields. */
export type StoredRow = CrmItemRow | CrmClientRow

/** A row that is about to be stored: its fields are checked against the type's table. */
export type DraftRow = { id: number } & object

/** The rows of a type by id; contacts and companies live apart from the types with pipelines. */
export function readRows({ data }: LocalPortal, entityTypeId: number): ReadonlyMap<number, StoredRow> {
  if (entityTypeId === ENTITY_TYPE.contact) return data.contacts
  if (entityTypeId === ENTITY_TYPE.company) return data.companies
  return data.items.get(entityTypeId) ?? new Map<number, StoredRow>()
}

/** Stores a row and gives it back as what it has become. */
export function storeRow({ data }: LocalPortal, entityTypeId: number, draft: DraftRow): StoredRow {
  if (entityTypeId === ENTITY_TYPE.contact) data.contacts.set(draft.id, draft)
  else if (entityTypeId === ENTITY_TYPE.company) data.companies.set(draft.id, draft)
  else {
    const rows = data.items.get(entityTypeId) ?? new Map<number, CrmItemRow>()
    // The table of the type's fields has given the draft everything that the interface asks for.
    data.items.set(entityTypeId, rows.set(draft.id, draft as CrmItemRow))
  }
  return draft
}

/** Takes a row out. */
export function deleteRow({ data }: LocalPortal, entityTypeId: number, id: number): void {
  if (entityTypeId === ENTITY_TYPE.contact) data.contacts.delete(id)
  else if (entityTypeId === ENTITY_TYPE.company) data.companies.delete(id)
  else data.items.get(entityTypeId)?.delete(id)
}

/** Says whether a person may change or delete a row: administrators any, others their own. */
export function canChangeRow({ user }: Caller, row: StoredRow): boolean {
  return user.isAdmin || user.storeRight === 'W' || row.assignedById === user.id
}

/** Gives a row all documented fields of its type; what it does not have is null or empty, as the type's table has it. */
export function toFullRow<Row extends StoredRow>(fields: ItemFields, row: Row): Row & Record<string, unknown> {
  return { ...mapValues(fields, ({ empty }) => empty), ...row }
}

const WITH_MULTIFIELDS: readonly number[] = [ENTITY_TYPE.lead, ENTITY_TYPE.contact, ENTITY_TYPE.company]

/** Says whether objects of a type have phones and e-mails: clients and leads. */
export function hasMultifields(entityTypeId: number): boolean {
  return WITH_MULTIFIELDS.includes(entityTypeId)
}

/** What a whole row has beyond its fields: its type, and the list of phones and e-mails where there may be some. */
export function toItemResult<Row extends StoredRow>(
  fields: ItemFields,
  row: Row,
  entityTypeId: number,
): Row & { entityTypeId: number } {
  const fm = hasMultifields(entityTypeId) ? { fm: [] } : {}
  return { ...fm, ...toFullRow(fields, row), entityTypeId }
}

/** Code of the directory that holds the stages of a pipeline. @see api-reference/crm/universal/crm-item-add.md */
function toStageDirectory(entityTypeId: number, categoryId: number): string {
  if (entityTypeId === ENTITY_TYPE.deal) return categoryId === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${categoryId}`
  if (entityTypeId === ENTITY_TYPE.lead) return 'STATUS'
  if (entityTypeId === ENTITY_TYPE.smartInvoice) return `SMART_INVOICE_STAGE_${categoryId}`
  return `DYNAMIC_${entityTypeId}_STAGE_${categoryId}`
}

/** The stages of a pipeline in their order. */
export function readStages({ data }: LocalPortal, entityTypeId: number, categoryId: number): CrmStatusRow[] {
  const directory = toStageDirectory(entityTypeId, categoryId)
  const rows = data.statuses.filter((row) => row.ENTITY_ID === directory)
  return rows.sort((left, right) => Number(left.SORT) - Number(right.SORT))
}
