import type { LegacyRow } from '@contract/crm-legacy'
import type { FieldDescriptions } from '@contract/field-descriptions'
import type { MethodCall, MethodReply, Params } from '@emulator/calls/call'
import type { ItemWrite } from '@emulator/rows/item-draft'
import type { StoredRow } from '@emulator/rows/item-rows'
import type { MultifieldEntry } from '@emulator/rows/legacy-multifields'
import type { LegacyType } from '@emulator/rows/legacy-type'
import { RestError } from '@emulator/calls/errors'
import { isMap, readParamAnyCase, toInt } from '@emulator/calls/params'
import { canSeeItem } from '@emulator/calls/rights'
import { legacyError, readLegacyMap } from '@emulator/lists/legacy-list'
import { sortRows, toPage } from '@emulator/lists/lists'
import { BASE_CURRENCY, CURRENCIES } from '@emulator/rows/currencies'
import { checkItem, draftItem, draftItemUpdate } from '@emulator/rows/item-draft'
import { canChangeRow, hasMultifields, readRows } from '@emulator/rows/item-rows'
import { toItemValues } from '@emulator/rows/item-values'
import { describeLegacyFields } from '@emulator/rows/legacy-fields'
import { toSentMultifields } from '@emulator/rows/legacy-multifields'
import {
  fromLegacyFields,
  toLegacyKinds,
  toLegacyRow,
  toLegacySelection,
  toLegacyTypeCondition,
  toLegacyTypeOrder,
} from '@emulator/rows/legacy-type'
import { deleteItem } from '@emulator/side-effects/delete-item'
import { saveItem } from '@emulator/side-effects/save-item'

const ACCESS_DENIED = 'Access denied.'

function readSelect(params: Params): string[] {
  const select = readParamAnyCase(params, 'select')
  return isMap(select) ? Object.values(select).map(String) : []
}

function list<Field extends string>(
  type: LegacyType<Field>,
  { portal, caller, params }: MethodCall,
): MethodReply<Partial<LegacyRow<Field>>[]> {
  const matches = toLegacyTypeCondition(type, readLegacyMap(params, 'filter'))
  const sortKeys = toLegacyTypeOrder(type, readLegacyMap(params, 'order'))
  const rows = [...readRows(portal, type.entityTypeId).values()]
  const found = rows.filter((row) => canSeeItem(caller, type.entityTypeId, row) && matches(row))
  const sorted = sortRows(found, [...sortKeys, { field: 'id', descending: false }], toLegacyKinds(type))
  const { page, ...counts } = toPage(sorted, readParamAnyCase(params, 'start'))
  const select = readSelect(params)
  return { result: page.map((row) => toLegacySelection(toLegacyRow(type, row), select)), ...counts }
}

function requireRow(type: LegacyType, { portal, params }: MethodCall, action: 'get' | 'update' | 'delete'): StoredRow {
  const id = toInt(readParamAnyCase(params, 'id'))
  if (id <= 0) throw legacyError('ID is not defined or invalid.')
  const row = readRows(portal, type.entityTypeId).get(id)
  if (!row) throw new RestError(...type.missing[action])
  return row
}

function get<Field extends string>(type: LegacyType<Field>, call: MethodCall): MethodReply<LegacyRow<Field>> {
  const row = requireRow(type, call, 'get')
  if (!canSeeItem(call.caller, type.entityTypeId, row)) throw legacyError(ACCESS_DENIED)
  return { result: toLegacyRow(type, row) }
}

/** The mistakes of today's methods become texts without a code. */
function withLegacyErrors<Result>(run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    if (error instanceof RestError) throw legacyError(error.message)
    throw error
  }
}

function requireCurrency({ currencyId = BASE_CURRENCY }: Params): void {
  if (currencyId !== null && !CURRENCIES.some(({ CURRENCY }) => CURRENCY === currencyId))
    throw legacyError('Invalid value for the "Currency" field')
}

/** @see api-reference/crm/contacts/crm-contact-add.md */
function requireAddresses(fm: readonly MultifieldEntry[]): void {
  const isBroken = fm.some(
    ({ typeId, value }) => typeId === 'EMAIL' && value !== '' && !/^[^@\s]+@[^@\s]+$/.test(value),
  )
  if (isBroken) throw new RestError('ERROR_CORE', 'The field "E-mail" contains an invalid address')
}

/** What stands below `fields`, by the names of today: phones and their like apart from what has one value. */
function readWrite(type: LegacyType, { params }: MethodCall): { values: Params; fm: readonly MultifieldEntry[] } {
  const sent = readParamAnyCase(params, 'fields')
  if (!isMap(sent)) throw legacyError("Parameter 'fields' must be array.")
  readLegacyMap(params, 'params')
  const values = withLegacyErrors(() => toItemValues(fromLegacyFields(type, sent), type.table))
  const fm = hasMultifields(type.entityTypeId) ? toSentMultifields(sent) : []
  requireCurrency(values)
  requireAddresses(fm)
  return { values, fm }
}

function toItemWrite({ entityTypeId, table }: LegacyType, { portal, caller }: MethodCall): ItemWrite {
  return { portal, caller, entityTypeId, table }
}

/** Whoever could not see the object in this pipeline, were it open to all, may not put one there. */
function requireAddRight({ entityTypeId }: LegacyType, { caller }: MethodCall, row: object): void {
  if (!canSeeItem(caller, entityTypeId, { ...row, assignedById: 0, opened: 'Y' })) throw legacyError(ACCESS_DENIED)
}

function add(type: LegacyType, call: MethodCall): MethodReply<number> {
  const { values, fm } = readWrite(type, call)
  const write = toItemWrite(type, call)
  const checked = withLegacyErrors(() => checkItem(write, values))
  requireAddRight(type, call, checked)
  const { id } = saveItem(call.portal, { entityTypeId: type.entityTypeId, row: draftItem(write, values), fm })
  return { result: id }
}

function update(type: LegacyType, call: MethodCall): MethodReply<true> {
  const present = requireRow(type, call, 'update')
  const { values, fm } = readWrite(type, call)
  for (const legacy of type.immutable ?? []) Reflect.deleteProperty(values, type.names[legacy] ?? legacy)
  if (!canChangeRow(call.caller, present)) throw legacyError(ACCESS_DENIED)
  const row = withLegacyErrors(() => draftItemUpdate(toItemWrite(type, call), present, values))
  requireAddRight(type, call, row)
  saveItem(call.portal, { entityTypeId: type.entityTypeId, row, fm })
  return { result: true }
}

function remove(type: LegacyType, call: MethodCall): MethodReply<true> {
  const row = requireRow(type, call, 'delete')
  if (!canChangeRow(call.caller, row)) throw legacyError(ACCESS_DENIED)
  deleteItem(call.portal, call.caller, { entityTypeId: type.entityTypeId, id: row.id })
  return { result: true }
}

/** The six old methods of a type; their development was stopped in favour of `crm.item.*`. */
export function legacyMethods<Field extends string>(type: LegacyType<Field>) {
  const common = { scopes: ['crm'], legacy: true }
  return {
    list: { ...common, run: (call: MethodCall) => list(type, call) },
    get: { ...common, run: (call: MethodCall) => get(type, call) },
    add: { ...common, run: (call: MethodCall) => add(type, call) },
    update: { ...common, run: (call: MethodCall) => update(type, call) },
    delete: { ...common, run: (call: MethodCall) => remove(type, call) },
    fields: { ...common, run: (): MethodReply<FieldDescriptions> => ({ result: describeLegacyFields(type) }) },
  }
}
