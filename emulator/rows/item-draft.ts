import type { CrmStatusRow } from '@contract/crm-items'
import type { Caller, Params } from '@emulator/calls/call'
import type { LocalPortal } from '@emulator/portal/state'
import type { ItemFields } from './item-fields'
import type { DraftRow, StoredRow } from './item-rows'
import { ENTITY_TYPE } from '@contract/entity-types'
import { toPortalDate, toPortalDay } from '@emulator/portal/time'
import { BASE_CURRENCY, CURRENCIES } from './currencies'
import { toFlags } from './item-fields'
import { readStages } from './item-rows'
import { readTypes } from './item-types'
import { invalidFieldValue } from './item-values'
import { withoutRowSums, withRowSums } from './row-sums'

const WEEK_MS = 7 * 86_400_000

/** What a write is about: whose call it is, and which type it concerns. */
export interface ItemWrite {
  portal: LocalPortal
  caller: Caller
  entityTypeId: number
  table: ItemFields
}

function firstStatusId({ data }: LocalPortal, directory: string): string | null {
  return data.statuses.find((row) => row.ENTITY_ID === directory)?.STATUS_ID ?? null
}

const TYPE_DIRECTORIES: ReadonlyMap<number, string> = new Map([
  [ENTITY_TYPE.deal, 'DEAL_TYPE'],
  [ENTITY_TYPE.contact, 'CONTACT_TYPE'],
  [ENTITY_TYPE.company, 'COMPANY_TYPE'],
])

function keepKnown(fields: Params, table: ItemFields): Params {
  const known = Object.entries(fields).filter(([field, value]) => Object.hasOwn(table, field) && value !== undefined)
  return Object.fromEntries(known)
}

/** Documented defaults of an object that is added, but for those that its id gives. @see api-reference/crm/universal/crm-item-add.md */
function toDefaults({ portal, caller, entityTypeId, table }: ItemWrite): Params {
  const today = new Date(portal.now()).toISOString()
  const category = portal.data.categories.find((row) => row.entityTypeId === entityTypeId && row.isDefault === 'Y')
  const defaults: Params = {
    assignedById: caller.user.id,
    opened: 'Y',
    categoryId: category?.id,
    currencyId: BASE_CURRENCY,
    begindate: toPortalDay(today),
    closedate: toPortalDay(new Date(portal.now() + WEEK_MS).toISOString()),
    sourceId: firstStatusId(portal, 'SOURCE'),
    typeId: firstStatusId(portal, TYPE_DIRECTORIES.get(entityTypeId) ?? ''),
  }
  return { ...toFlags(table), ...keepKnown(defaults, table) }
}

function toNames({ portal, entityTypeId, table }: ItemWrite, id: number): Params {
  const name = readTypes(portal).find((type) => type.id === entityTypeId)?.name ?? ''
  return keepKnown({ title: `${name} #${id}`, accountNumber: String(id) }, table)
}

/** A lead of a known client is a repeated one. @see api-reference/crm/leads/crm-lead-add.md */
function withReturn({ entityTypeId }: ItemWrite, row: Params): Params {
  if (entityTypeId !== ENTITY_TYPE.lead) return row
  return { ...row, isReturnCustomer: row.companyId || row.contactId ? 'Y' : 'N' }
}

/** The stage that a row shall have: the one that is asked for, or the first of its pipeline. */
function chooseStage({ portal, entityTypeId }: ItemWrite, row: Params): CrmStatusRow | undefined {
  const stages = readStages(portal, entityTypeId, Number(row.categoryId))
  if (stages.length === 0) throw invalidFieldValue('categoryId')
  if (row.stageId === undefined || row.stageId === null) return stages[0]
  return stages.find((stage) => stage.STATUS_ID === row.stageId)
}

function withStage(write: ItemWrite, row: Params): Params {
  if (!Object.hasOwn(write.table, 'stageId')) return row
  const stage = chooseStage(write, row)
  if (!stage) throw invalidFieldValue('stageId')
  const semantics = stage.SEMANTICS ?? 'P'
  const isOpen = semantics === 'P'
  const told = {
    stageSemanticId: semantics,
    closed: isOpen ? 'N' : 'Y',
    dateClosed: isOpen ? null : (row.dateClosed ?? toPortalDate(write.portal.now())),
  }
  return { ...row, stageId: stage.STATUS_ID, ...keepKnown(told, write.table) }
}

/** A list of clients and its first entry are two spellings of the same thing; what the call has sent decides. */
function syncList(row: Params, values: Params, [one, many]: readonly [string, string]): Params {
  const list = values[many]
  if (Array.isArray(list)) return { ...row, [one]: list[0] ?? 0 }
  return Object.hasOwn(values, one) ? { ...row, [many]: values[one] ? [values[one]] : [] } : row
}

function syncLists({ table }: ItemWrite, row: Params, values: Params): Params {
  const pairs = [
    ['contactId', 'contactIds'],
    ['companyId', 'companyIds'],
  ] as const
  return pairs
    .filter(([one, many]) => Object.hasOwn(table, one) && Object.hasOwn(table, many))
    .reduce((synced, pair) => syncList(synced, values, pair), row)
}

function requireCurrency({ currencyId }: Params): void {
  if (typeof currencyId === 'string' && !CURRENCIES.some(({ CURRENCY }) => CURRENCY === currencyId))
    throw invalidFieldValue('currencyId')
}

/**
 * Gives what a new object would have, before it has an id: whoever may still refuse it asks here, so that a refused call takes
 * no id. Throws `CRM_FIELD_ERROR_VALUE_NOT_VALID`.
 */
export function checkItem(write: ItemWrite, values: Params): Params {
  requireCurrency(values)
  const row = syncLists(write, { ...toDefaults(write), ...values }, values)
  return withStage(write, withReturn(write, row))
}

/** Makes the row of a new object from checked values. Throws `CRM_FIELD_ERROR_VALUE_NOT_VALID`. */
export function draftItem(write: ItemWrite, values: Params): DraftRow {
  const { portal, caller } = write
  const checked = checkItem(write, values)
  const id = portal.nextId()
  const row = { ...toNames(write, id), ...checked }
  const [by, at] = [caller.user.id, toPortalDate(portal.now())]
  const moved = Object.hasOwn(write.table, 'movedBy') ? { movedBy: by, movedTime: at } : {}
  const created = {
    createdBy: by,
    createdTime: at,
    updatedBy: by,
    updatedTime: at,
    lastActivityBy: by,
    lastActivityTime: at,
  }
  return { ...row, ...created, ...moved, id }
}

/** Gives the row as it is after a change, the very same row when nothing changes. Throws `CRM_FIELD_ERROR_VALUE_NOT_VALID`. */
export function draftItemUpdate(write: ItemWrite, present: StoredRow, sent: Params): DraftRow {
  requireCurrency(sent)
  const before: Params = { ...present }
  const owner = { entityTypeId: write.entityTypeId, id: present.id }
  const values = withoutRowSums(write.portal, owner, { values: sent, before })
  const isChanged = Object.entries(values).some(
    ([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value),
  )
  if (!isChanged) return present
  const changesCategory =
    Object.hasOwn(values, 'categoryId') && values.categoryId !== before.categoryId && !Object.hasOwn(values, 'stageId')
  const merged = { ...before, ...(changesCategory ? { stageId: null } : {}), ...values }
  const row = withRowSums(write.portal, owner, withStage(write, syncLists(write, merged, values)))
  const [by, at] = [write.caller.user.id, toPortalDate(write.portal.now())]
  const moved: Params = row.stageId === before.stageId ? {} : { movedBy: by, movedTime: at }
  const changed: Params = { updatedBy: by, updatedTime: at }
  return { ...row, ...moved, ...changed, id: present.id }
}
