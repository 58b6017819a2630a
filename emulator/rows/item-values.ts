import type { Params } from '@emulator/calls/call'
import type { ItemField, ItemFields } from './item-fields'
import { RestError } from '@emulator/calls/errors'
import { isMap, missingParam, readParam, toInt, toNumber } from '@emulator/calls/params'
import { toPortalDay } from '@emulator/portal/time'

const PHP_TYPES: Record<string, string> = { number: 'integer', string: 'string', boolean: 'boolean' }

/** Reads the parameter `fields`. Throws code `100` when it is absent or no map. */
export function readFieldsParam(params: Params): Params {
  const fields = readParam(params, 'fields')
  if (fields === undefined || fields === null) throw missingParam('fields')
  if (isMap(fields)) return fields
  throw new RestError(
    '100',
    `Invalid value {${String(fields)}} to match with parameter {fields}. Should be value of type array.`,
  )
}

/** Refuses a value that a field cannot take. */
export function invalidFieldValue(name: string): RestError {
  return new RestError('CRM_FIELD_ERROR_VALUE_NOT_VALID', `Invalid value for field "${name}"`)
}

function toIds(value: unknown): number[] {
  if (value === null || value === '') return []
  if (isMap(value)) return [...new Set(Object.values(value).map(toInt))].filter((id) => id > 0)
  const type = Number.isInteger(value)
    ? 'integer'
    : typeof value === 'number'
      ? 'double'
      : (PHP_TYPES[typeof value] ?? 'null')
  throw new RestError('100', `Expected iterable value for multiple field, but got ${type} instead`)
}

/** Any other value is a no, `1` too. @see api-reference/crm/universal/object-fields.md */
function toStoredFlag(value: unknown): 'Y' | 'N' {
  return [true, 'true', 'Y', 'y'].some((yes) => yes === value) ? 'Y' : 'N'
}

function toValue(name: string, field: ItemField, value: unknown): unknown {
  if (field.isList) return toIds(value)
  if (isMap(value)) throw invalidFieldValue(name)
  if (field.kind === 'flag') return toStoredFlag(value)
  if (value === null || value === '') return field.empty
  if (field.kind === 'day') return toPortalDay(String(value)) ?? invalidDay(name)
  if (field.kind === 'int') return toInt(value)
  return field.kind === 'float' ? (toNumber(value) ?? 0) : String(value)
}

function invalidDay(name: string): never {
  throw invalidFieldValue(name)
}

/** Reads the values that a call writes. Unknown and read-only fields are dropped. @see api-reference/crm/universal/crm-item-add.md */
export function toItemValues(fields: Params, table: ItemFields): Params {
  const values: Params = {}
  for (const [name, value] of Object.entries(fields)) {
    const field = Object.hasOwn(table, name) ? table[name] : undefined
    if (field?.isWritable) values[name] = toValue(name, field, value)
    else if (!field && /^parentId\d+$/.test(name)) values[name] = toInt(value) || null
  }
  return values
}
