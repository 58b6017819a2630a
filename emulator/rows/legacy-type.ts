import type { LegacyRow } from '@contract/crm-legacy'
import type { Params } from '@emulator/calls/call'
import type { Condition, FieldKinds } from '@emulator/lists/filter'
import type { SortKey } from '@emulator/lists/lists'
import type { ItemFields } from './item-fields'
import type { StoredRow } from './item-rows'
import { splitKey } from '@emulator/lists/filter'
import { toLegacyCondition, toLegacyOrder } from '@emulator/lists/legacy-list'
import { keepFields } from '@emulator/lists/lists'
import { hasMultifields, toFullRow } from './item-rows'
import { isMultifieldName, toLegacyMultifields, toMultifieldCondition } from './legacy-multifields'
import { mapValues } from './map-values'

/** A refusal of an old method: code and text. */
export type LegacyRefusal = readonly [code: string, description: string]

/** One CRM type as the old methods show it. */
export interface LegacyType<Field extends string = string> {
  entityTypeId: number
  /** The fields of its objects by their names of today. */
  table: ItemFields
  /** Today's name of each field; fields without one are always null. */
  names: Readonly<Record<Field, string | null>>
  /** Today's names of fields that only calls that write, and `fields`, know: lists of ids. */
  lists: Readonly<Record<string, string>>
  /** Sums with two decimals, by their names of today. */
  sums: readonly string[]
  /** Directories of the fields whose name does not tell it. */
  directories: Readonly<Record<string, string>>
  /** What `fields` calls required; nothing is refused for it. */
  required: readonly string[]
  /** Fields that are set once, when the object is made. */
  immutable?: readonly string[]
  /** What is said where there is no such object. */
  missing: Readonly<Record<'get' | 'update' | 'delete', LegacyRefusal>>
}

/** Today's name of a field; one that is always null is looked for by its own name, and never found. */
function findName({ names }: LegacyType, legacy: string): string | undefined {
  const known: Readonly<Record<string, string | null>> = names
  return Object.hasOwn(known, legacy) ? (known[legacy] ?? legacy) : undefined
}

/** How the fields that the old methods know compare, by their names of today. */
export function toLegacyKinds(type: LegacyType): FieldKinds {
  const names = Object.keys(type.names).flatMap((legacy) => findName(type, legacy) ?? [])
  return Object.fromEntries(names.map((name) => [name, type.table[name]?.kind ?? 'string']))
}

/** Gives a filter or an order by the names of today, prefixes kept; names that are not known are dropped. */
function fromLegacyKeys(type: LegacyType, map: Params): Params {
  const entries = Object.entries(map).flatMap(([key, value]) => {
    const { prefix, field } = splitKey(key, false)
    const name = findName(type, field)
    return name === undefined ? [] : [[`${prefix}${name}`, value] as const]
  })
  return Object.fromEntries(entries)
}

/** Reads the filter of an old list; phones and their like are found by any of their values. */
export function toLegacyTypeCondition(type: LegacyType, filter: Params): Condition {
  const ofFields = toLegacyCondition(fromLegacyKeys(type, filter), toLegacyKinds(type))
  if (!hasMultifields(type.entityTypeId)) return ofFields
  const ofMultifields = toMultifieldCondition(filter)
  return (row) => ofFields(row) && ofMultifields(row)
}

/** Reads `order` of an old list; unknown fields are dropped. */
export function toLegacyTypeOrder(type: LegacyType, order: Params): SortKey[] {
  return toLegacyOrder(fromLegacyKeys(type, order), toLegacyKinds(type))
}

/** A date that is not there is an empty text. @see api-reference/crm/leads/crm-lead-get.md */
function toText({ sums, table }: LegacyType, name: string, value: unknown): string | null {
  if (sums.includes(name)) return Number(value ?? 0).toFixed(2)
  if (value !== null && value !== undefined) return String(value)
  return ['day', 'date'].includes(table[name]?.kind ?? '') ? '' : null
}

/** Writes an object as the old methods do: names in capitals, every value a string or null, then phones and their like. */
export function toLegacyRow<Field extends string>(type: LegacyType<Field>, row: StoredRow): LegacyRow<Field> {
  const full = toFullRow(type.table, row)
  const fields = mapValues(type.names, (name) => (name === null ? null : toText(type, name, full[name])))
  return { ...fields, ...toLegacyMultifields(row) }
}

/**
 * Leaves what `select` asks for. `*`, and no `select` at all, give all fields but those with several values, which have to be
 * named. ID comes along always: the old lists need it for themselves. unconfirmed
 */
export function toLegacySelection<Row extends object>(row: Row, select: readonly string[]): Partial<Row> {
  const isWhole = select.length === 0 || select.includes('*')
  return keepFields(row, (name) => {
    if (name === 'ID' || select.includes(name)) return true
    return isWhole && !isMultifieldName(name)
  })
}

/** Gives the fields of an old call that writes by their names of today; names that are not known are dropped. */
export function fromLegacyFields(type: LegacyType, fields: Params): Params {
  const entries = Object.entries(fields).flatMap(([legacy, value]) => {
    const name = type.lists[legacy] ?? findName(type, legacy)
    return name === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}
