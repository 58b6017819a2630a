import type { OwnerTypeId } from './id'
import type { ColumnRole, ImportColumns } from './import-columns'
import type { ImportRules } from './import-line'
import type { OrderReading } from './import-order'
import type { TableRow } from './import-table'
import type { ImportType } from './import-types'
import type { Owner } from './owner'
import { readLine } from './import-line'

/** What a person says of a list; what they have not said is as the list looks. */
export interface ImportChoices {
  hasHeader: boolean
  /** Which column has it, by its place. */
  columns: Readonly<Record<NamedRole, number | undefined>>
  reading: OrderReading | undefined
  typeId: OwnerTypeId | undefined
  isEmptyDetach: boolean
  ownerOfAll: Owner | undefined
}

export type NamedRole = Exclude<ColumnRole, 'ignored'>
export const NAMED_ROLES = ['order', 'owner', 'type'] as const satisfies readonly NamedRole[]

/** What has to be said before a list can be read. */
type MissingChoice = 'order' | 'reading' | 'type' | 'owner'

/** So many lines tell whether owners lack a type. */
const SAMPLE = 200

/** What a list looks like. Where the portal has one type, owners are of it. */
export function toChoices(
  { hasHeader, roles, reading, typeId }: ImportColumns,
  types: readonly ImportType[],
): ImportChoices {
  const placeOf = (role: ColumnRole) => (roles.includes(role) ? roles.indexOf(role) : undefined)
  const [only, ...others] = types
  return {
    hasHeader,
    columns: { order: placeOf('order'), owner: placeOf('owner'), type: placeOf('type') },
    reading,
    typeId: typeId ?? (others.length === 0 ? only?.id : undefined),
    isEmptyDetach: false,
    ownerOfAll: undefined,
  }
}

/** Gives a column a role; it has no other one then. */
export function withColumn(columns: ImportChoices['columns'], role: NamedRole, place: number | undefined) {
  const others = NAMED_ROLES.map((name) => [name, columns[name] === place ? undefined : columns[name]] as const)
  return { ...columns, ...Object.fromEntries(others), [role]: place }
}

/** How lines are read by what was said. */
export function toRules({ columns, reading, ...choices }: ImportChoices, types: readonly ImportType[]): ImportRules {
  const count = 1 + Math.max(...NAMED_ROLES.map((role) => columns[role] ?? -1))
  const roleAt = (place: number) => NAMED_ROLES.find((role) => columns[role] === place) ?? 'ignored'
  return {
    types,
    typeId: choices.typeId,
    roles: Array.from({ length: count }, (_, place) => roleAt(place)),
    reading: reading ?? 'number',
    ownerOfAll: choices.ownerOfAll?.ref,
    isEmptyDetach: choices.isEmptyDetach,
  }
}

/** Tells whether owners could be read if their type were known. */
function lacksType(rows: readonly TableRow[], rules: ImportRules): boolean {
  const [any] = rules.types
  if (rules.typeId !== undefined || !any) return false
  const isReadable = (row: TableRow, more: Partial<ImportRules>) => readLine(row, { ...rules, ...more }).kind === 'read'
  return rows.slice(0, SAMPLE).some((row) => !isReadable(row, {}) && isReadable(row, { typeId: any.id }))
}

/** What a person still has to say, one thing after the other. */
export function findMissing(
  rows: readonly TableRow[],
  { columns, reading, ownerOfAll }: ImportChoices,
  rules: ImportRules,
): MissingChoice | undefined {
  if (columns.order === undefined) return 'order'
  if (reading === undefined) return 'reading'
  if (columns.owner === undefined) return ownerOfAll ? undefined : 'owner'
  return columns.type === undefined && lacksType(rows, rules) ? 'type' : undefined
}
