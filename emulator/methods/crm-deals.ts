import type { CrmDealRow } from '@contract/crm-deals'
import type { CrmItemRow } from '@contract/crm-items'
import type { MethodCall, MethodTable, Params, ReplyOf } from '@emulator/calls/call'
import type { ItemWrite } from '@emulator/rows/item-draft'
import { ENTITY_TYPE } from '@contract/entity-types'
import { RestError } from '@emulator/calls/errors'
import { isMap, readParamAnyCase, toInt } from '@emulator/calls/params'
import { legacyError, readLegacyMap, toLegacyCondition, toLegacyOrder } from '@emulator/lists/legacy-list'
import { keepFields, sortRows, toPage } from '@emulator/lists/lists'
import { BASE_CURRENCY, CURRENCIES } from '@emulator/rows/currencies'
import { LEGACY_DEAL_KINDS, fromLegacyFields, fromLegacyKeys, toLegacyDeal } from '@emulator/rows/deal-rows'
import { checkItem, draftItem } from '@emulator/rows/item-draft'
import { DEAL_FIELDS } from '@emulator/rows/item-fields'
import { canChangeRow, canSeeRow, storeRow } from '@emulator/rows/item-rows'
import { toItemValues } from '@emulator/rows/item-values'
import { deleteItem } from '@emulator/side-effects/delete-item'

const { deal: DEAL } = ENTITY_TYPE
const ACCESS_DENIED = 'Access denied.'

/** Leaves what `select` asks for. `*` gives all fields but custom ones; there are no custom fields here. */
function toSelection(deal: CrmDealRow, params: Params): Partial<CrmDealRow> {
  const select = readParamAnyCase(params, 'select')
  const names = isMap(select) ? Object.values(select).map(String) : []
  if (names.length === 0 || names.includes('*')) return deal
  // ID comes along always: the legacy lists need it for themselves. unconfirmed
  return keepFields(deal, (name) => name === 'ID' || names.includes(name))
}

function list({ portal, caller, params }: MethodCall): ReplyOf<'crm.deal.list'> {
  const matches = toLegacyCondition(fromLegacyKeys(readLegacyMap(params, 'filter')), LEGACY_DEAL_KINDS)
  const sortKeys = toLegacyOrder(fromLegacyKeys(readLegacyMap(params, 'order')), LEGACY_DEAL_KINDS)
  const found = [...(portal.data.items.get(DEAL)?.values() ?? [])].filter(
    (row) => canSeeRow(caller, DEAL, row) && matches(row),
  )
  const sorted = sortRows(found, [...sortKeys, { field: 'id', descending: false }], LEGACY_DEAL_KINDS)
  const { page, ...counts } = toPage(sorted, readParamAnyCase(params, 'start'))
  return { result: page.map((row) => toSelection(toLegacyDeal(row), params)), ...counts }
}

function requireDeal({ portal, params }: MethodCall): CrmItemRow {
  const id = toInt(readParamAnyCase(params, 'id'))
  if (id <= 0) throw legacyError('ID is not defined or invalid.')
  const deal = portal.data.items.get(DEAL)?.get(id)
  if (!deal) throw legacyError('Not found')
  return deal
}

function get(call: MethodCall): ReplyOf<'crm.deal.get'> {
  const deal = requireDeal(call)
  if (!canSeeRow(call.caller, DEAL, deal)) throw legacyError(ACCESS_DENIED)
  return { result: toLegacyDeal(deal) }
}

/** What a new deal would have; the mistakes of today's method become texts without a code. */
function checkDeal(write: ItemWrite, values: Params): Params {
  try {
    return checkItem(write, values)
  } catch (error) {
    if (error instanceof RestError) throw legacyError(error.message)
    throw error
  }
}

function add({ portal, caller, params }: MethodCall): ReplyOf<'crm.deal.add'> {
  const fields = readParamAnyCase(params, 'fields')
  if (!isMap(fields)) throw legacyError("Parameter 'fields' must be array.")
  readLegacyMap(params, 'params')
  const values = toItemValues(fromLegacyFields(fields), DEAL_FIELDS)
  const { currencyId = BASE_CURRENCY } = values
  if (!CURRENCIES.some(({ CURRENCY }) => CURRENCY === currencyId))
    throw legacyError('Invalid value for the "Currency" field')
  const write = { portal, caller, entityTypeId: DEAL, table: DEAL_FIELDS }
  const open = { ...checkDeal(write, values), assignedById: 0, opened: 'Y' } as const
  if (!canSeeRow(caller, DEAL, open)) throw legacyError(ACCESS_DENIED)
  const row = storeRow(portal, DEAL, draftItem(write, values))
  return { result: row.id }
}

function remove(call: MethodCall): ReplyOf<'crm.deal.delete'> {
  const deal = requireDeal(call)
  if (!canChangeRow(call.caller, deal)) throw legacyError(ACCESS_DENIED)
  deleteItem(call.portal, call.caller, { entityTypeId: DEAL, id: deal.id })
  return { result: true }
}

/** Deals in their old shape; its development was stopped in favour of `crm.item.*`. @see api-reference/crm/deals/crm-deal-list.md */
export const CRM_DEAL_METHODS = {
  'crm.deal.list': { scopes: ['crm'], legacy: true, run: list },
  'crm.deal.get': { scopes: ['crm'], legacy: true, run: get },
  'crm.deal.add': { scopes: ['crm'], legacy: true, run: add },
  'crm.deal.delete': { scopes: ['crm'], legacy: true, run: remove },
} satisfies Partial<MethodTable>
