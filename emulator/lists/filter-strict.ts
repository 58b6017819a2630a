import type { Params } from '@emulator/calls/call'
import type { Condition, FieldKind, FieldKinds, Prefix } from './filter'
import { RestError } from '@emulator/calls/errors'
import { isMap } from '@emulator/calls/params'
import { splitKey, toCondition } from './filter'

// Ranges take a list as well: without one they would have no second bound. unconfirmed
const LIST_PREFIXES: readonly Prefix[] = ['@', '!@', '!=', '=', '', '><', '!><']

function fieldNotAllowed(field: string): RestError {
  return new RestError('INVALID_ARG_VALUE', `Invalid filter: field '${field}' is not allowed in filter`)
}

function invalidValue(field: string): RestError {
  return new RestError('INVALID_ARG_VALUE', `Invalid filter: field '${field}' has invalid value`)
}

/** `STAGE_ID` → `stageId`; only a key without a prefix may be written so. unconfirmed */
function toFieldName(prefix: Prefix, written: string): string {
  if (prefix !== '' || !/^[A-Z][A-Z0-9_]*$/.test(written)) return written
  return written.toLowerCase().replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function isValidScalar(value: unknown, kind: FieldKind): boolean {
  if (value === null || value === '') return true
  if (isMap(value)) return false
  if (kind === 'string') return true
  if (kind === 'date') return typeof value === 'string' && !Number.isNaN(Date.parse(value))
  return Number.isFinite(Number(value))
}

function toFieldCondition(key: string, wanted: unknown, kinds: FieldKinds): Condition {
  const { prefix, field: written } = splitKey(key, true)
  const field = toFieldName(prefix, written)
  const kind = Object.hasOwn(kinds, field) ? kinds[field] : undefined
  if (kind === undefined) throw fieldNotAllowed(written)
  if (isMap(wanted) && !LIST_PREFIXES.includes(prefix)) throw invalidValue(field)
  const values = isMap(wanted) ? Object.values(wanted) : [wanted]
  const isText = prefix.includes('%')
  if (!isText && !values.every((value) => isValidScalar(value, kind))) throw invalidValue(field)
  return toCondition({ prefix, field }, wanted, kind)
}

function isGroup(key: string, value: unknown): value is Params {
  return /^\d+$/.test(key) && isMap(value)
}

/**
 * Reads the filter of `crm.item.list`: every key is checked, groups nest to any depth, `logic: 'OR'` joins its group by OR.
 * Throws `INVALID_ARG_VALUE` at the first key that is not allowed. @see api-reference/crm/universal/crm-item-list.md
 */
export function toStrictCondition(filter: Params, kinds: FieldKinds): Condition {
  const isLogic = (key: string) => key.toLowerCase() === 'logic'
  const entries = Object.entries(filter)
  const logic = entries.find(([key]) => isLogic(key))?.[1]
  const conditions = entries
    .filter(([key]) => !isLogic(key))
    .map(([key, value]) =>
      isGroup(key, value) ? toStrictCondition(value, kinds) : toFieldCondition(key, value, kinds),
    )
  if (conditions.length > 0 && String(logic).toUpperCase() === 'OR') {
    return (row) => conditions.some((condition) => condition(row))
  }
  return (row) => conditions.every((condition) => condition(row))
}
