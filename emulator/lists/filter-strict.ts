import type { Params } from '@emulator/calls/call'
import type { KeySpelling } from './field-names'
import type { Condition, FieldKinds, Prefix } from './filter'
import type { SortKey } from './lists'
import { RestError } from '@emulator/calls/errors'
import { isMap } from '@emulator/calls/params'
import { findFieldName } from './field-names'
import { isComparable, splitKey, toCondition } from './filter'
import { requireLightFilter } from './filter-weight'

// Ranges take a list as well: without one they would have no second bound. unconfirmed
const LIST_PREFIXES: readonly Prefix[] = ['@', '!@', '!=', '=', '', '><', '!><']

function fieldNotAllowed(field: string): RestError {
  return new RestError('INVALID_ARG_VALUE', `Invalid filter: field '${field}' is not allowed in filter`)
}

function invalidValue(field: string): RestError {
  return new RestError('INVALID_ARG_VALUE', `Invalid filter: field '${field}' has invalid value`)
}

/** What a filter is read by: how the fields compare, and which spellings of their names are known. */
interface FilterRules {
  kinds: FieldKinds
  /** Of keys without a prefix. */
  plain: KeySpelling
  prefixed: KeySpelling
}

function toFieldCondition(key: string, wanted: unknown, rules: FilterRules): Condition {
  const { prefix, field: written } = splitKey(key, true)
  const field = findFieldName(written, rules.kinds, prefix === '' ? rules.plain : rules.prefixed)
  const kind = field === undefined ? undefined : rules.kinds[field]
  if (field === undefined || kind === undefined) throw fieldNotAllowed(written)
  if (isMap(wanted) && !LIST_PREFIXES.includes(prefix)) throw invalidValue(field)
  const values = isMap(wanted) ? Object.values(wanted) : [wanted]
  const isText = prefix.includes('%')
  if (!isText && !values.every((value) => isComparable(value, kind))) throw invalidValue(field)
  return toCondition({ prefix, field }, wanted, kind)
}

function isGroup(key: string, value: unknown): value is Params {
  return /^\d+$/.test(key) && isMap(value)
}

function toGroupCondition(filter: Params, rules: FilterRules): Condition {
  const isLogic = (key: string) => key.toLowerCase() === 'logic'
  const entries = Object.entries(filter)
  const logic = entries.find(([key]) => isLogic(key))?.[1]
  const conditions = entries
    .filter(([key]) => !isLogic(key))
    .map(([key, value]) => (isGroup(key, value) ? toGroupCondition(value, rules) : toFieldCondition(key, value, rules)))
  if (conditions.length > 0 && String(logic).toUpperCase() === 'OR') {
    return (row) => conditions.some((condition) => condition(row))
  }
  return (row) => conditions.every((condition) => condition(row))
}

/**
 * Reads the filter of `crm.item.list`: every key is checked, groups nest to any depth, `logic: 'OR'` joins its group by OR.
 * Throws `INVALID_ARG_VALUE` at the first key that is not allowed. @see api-reference/crm/universal/crm-item-list.md
 */
export function toStrictCondition(
  filter: Params,
  kinds: FieldKinds,
  { plain = 'any-case', prefixed = 'camel-case' }: Partial<Omit<FilterRules, 'kinds'>> = {},
): Condition {
  requireLightFilter(filter)
  return toGroupCondition(filter, { kinds, plain, prefixed })
}

/**
 * Reads the order of `crm.item.list` and `crm.type.list`. Throws `INVALID_ARG_VALUE` at the first field that is not allowed, and at
 * a direction that is none. @see api-reference/crm/universal/crm-item-list.md
 */
export function readStrictOrder(order: Params, kinds: FieldKinds, spelling: KeySpelling): SortKey[] {
  return Object.entries(order).map(([key, written]) => {
    const field = findFieldName(key, kinds, spelling)
    if (field === undefined) {
      throw new RestError('INVALID_ARG_VALUE', `Invalid order: field '${key}' is not allowed in order`)
    }
    const direction = String(written).toUpperCase()
    if (direction === 'ASC' || direction === 'DESC') return { field, descending: direction === 'DESC' }
    const text = `Invalid order: allowed sort directions are ASC, DESC. But got '${String(written)}' for field '${field}'`
    throw new RestError('INVALID_ARG_VALUE', text)
  })
}
