import type { Params } from '@emulator/calls/call'
import type { Condition, FieldKinds } from './filter'
import type { SortKey } from './lists'
import { RestError } from '@emulator/calls/errors'
import { isMap, readParamAnyCase } from '@emulator/calls/params'
import { splitKey, toLenientTests } from './filter'
import { requireLightFilter } from './filter-weight'

/** A refusal of the oldest methods: their code is an empty text. */
export function legacyError(description: string): RestError {
  return new RestError('', description)
}

/** Reads a parameter that has to be a map. Throws `Parameter '…' must be array.` for anything else that was sent. */
export function readLegacyMap(params: Params, name: string): Params {
  const value = readParamAnyCase(params, name)
  if (value === undefined || value === null || value === '') return {}
  if (!isMap(value)) throw legacyError(`Parameter '${name}' must be array.`)
  return value
}

/** Reads a filter of a legacy list: names in capitals, unknown ones dropped without an error. Null matches null and an empty text. */
export function toLegacyCondition(filter: Params, kinds: FieldKinds): Condition {
  requireLightFilter(filter)
  const conditions = Object.entries(filter).flatMap(([key, wanted]) => {
    const { prefix, field } = splitKey(key, false)
    const kind = Object.hasOwn(kinds, field) ? kinds[field] : undefined
    return kind === undefined ? [] : toLenientTests({ prefix, field }, wanted, kind)
  })
  return (row) => conditions.every((condition) => condition(row))
}

/** Reads `order` of a legacy list; unknown fields are dropped. */
export function toLegacyOrder(order: Params, kinds: FieldKinds): SortKey[] {
  return Object.entries(order)
    .filter(([field]) => Object.hasOwn(kinds, field))
    .map(([field, direction]) => ({ field, descending: String(direction).toUpperCase() === 'DESC' }))
}
