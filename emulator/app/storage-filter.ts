import type { Params } from '@emulator/calls/call'
import type { Condition, FieldKind, FieldKinds } from '@emulator/lists/filter'
import type { StorageProperty } from '@emulator/portal/app-storage'
import { toFlag } from '@emulator/calls/params'
import { splitKey, toLenientTests } from '@emulator/lists/filter'
import { requireLightFilter } from '@emulator/lists/filter-weight'

const FIELD_KINDS: FieldKinds = {
  ID: 'int',
  TIMESTAMP_X: 'date',
  MODIFIED_BY: 'int',
  DATE_CREATE: 'date',
  CREATED_BY: 'int',
  ACTIVE: 'flag',
  DATE_ACTIVE_FROM: 'date',
  DATE_ACTIVE_TO: 'date',
  SORT: 'int',
  NAME: 'string',
  PREVIEW_TEXT: 'string',
  DETAIL_TEXT: 'string',
  CODE: 'string',
  SECTION: 'int',
}

const PROPERTY_KINDS: Record<StorageProperty['type'], FieldKind> = { S: 'string', N: 'float', F: 'string' }

/** How the fields and the properties of a storage's items compare. A property is called `PROPERTY_<CODE>`. */
export function toStorageKinds(properties: readonly StorageProperty[]): FieldKinds {
  const own = properties.map(({ code, type }) => [`PROPERTY_${code}`, PROPERTY_KINDS[type]] as const)
  return { ...FIELD_KINDS, ...Object.fromEntries(own) }
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}

/** `?` asks whether a field has a value; `false`, `N`, `0` and an empty text turn the question round. unconfirmed */
function toPresence(field: string, wanted: unknown): Condition {
  const asksForNone = isEmpty(wanted) || toFlag(wanted) === 'N'
  return (row) => isEmpty(Reflect.get(row, field)) === asksForNone
}

/** Reads the filter of `entity.item.get`; unknown names are dropped. @see api-reference/entity/items/entity-item-get.md */
export function toStorageCondition(filter: Params, kinds: FieldKinds): Condition {
  requireLightFilter(filter)
  const conditions = Object.entries(filter).flatMap(([key, wanted]) => {
    const asksPresence = key.startsWith('?')
    const { prefix, field } = splitKey(asksPresence ? key.slice(1) : key, true)
    const kind = Object.hasOwn(kinds, field) ? kinds[field] : undefined
    if (kind === undefined) return []
    return asksPresence ? [toPresence(field, wanted)] : toLenientTests({ prefix, field }, wanted, kind)
  })
  return (row) => conditions.every((condition) => condition(row))
}
