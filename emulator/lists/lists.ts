import type { MethodReply, Params } from '@emulator/calls/call'
import type { FieldKinds } from './filter'
import { PAGE_SIZE } from '@contract/rest'
import { isMap, readParam, toCamelCase, toInt } from '@emulator/calls/params'
import { toComparable } from './filter'

/** One sort key of a list, already checked. */
export interface SortKey {
  field: string
  descending: boolean
}

/** Reads `order` of a lenient list: unknown fields are dropped, `desc` in any letter case turns the order round. */
export function readSortKeys(order: Params, kinds: FieldKinds): SortKey[] {
  return Object.entries(order)
    .map(([field, direction]) => ({
      field: toCamelCase(field),
      descending: String(direction).toLowerCase() === 'desc',
    }))
    .filter(({ field }) => Object.hasOwn(kinds, field))
}

type SortValue = number | string

function compareSortValues(left: SortValue, right: SortValue): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** Sorts a copy of the rows by the keys, in their order. Rows that stand right already, as most do by id, cost one look. */
export function sortRows<Row extends object>(rows: readonly Row[], keys: readonly SortKey[], kinds: FieldKinds): Row[] {
  const columns = keys.map(({ field, descending }) => {
    const kind = kinds[field] ?? 'string'
    return { values: rows.map((row) => toComparable(Reflect.get(row, field), kind)), sign: descending ? -1 : 1 }
  })
  const compare = (left: number, right: number) => {
    for (const { values, sign } of columns) {
      const difference = compareSortValues(values[left] ?? 0, values[right] ?? 0)
      if (difference !== 0) return sign * difference
    }
    return 0
  }
  if (rows.every((_, index) => index === 0 || compare(index - 1, index) <= 0)) return [...rows]
  const places = Uint32Array.from(rows.keys()).sort((left, right) => compare(left, right) || left - right)
  return Array.from(places, (place) => rows[place]).filter((row) => row !== undefined)
}

/** Names that a lenient `select` asks for: all of them when it is empty, has a `*`, or names nothing known. */
export function readSelect(params: Params, kinds: FieldKinds): string[] {
  const all = Object.keys(kinds)
  const select = readParam(params, 'select')
  if (!isMap(select)) return all
  const names = Object.values(select).map((name) => toCamelCase(String(name)))
  const known = names.filter((name) => Object.hasOwn(kinds, name))
  return names.includes('*') || known.length === 0 ? all : known
}

/** Keeps the fields of a row that are wanted, in the row's own order. */
export function keepFields<Row extends object>(row: Row, isWanted: (name: string) => boolean): Partial<Row> {
  const kept: Partial<Row> = {}
  for (const name in row) if (isWanted(name)) kept[name] = row[name]
  return kept
}

/** Leaves the named fields of a row out. */
export function omitFields<Row extends object, Name extends keyof Row>(
  row: Row,
  names: readonly Name[],
): Omit<Row, Name> {
  const rest = { ...row }
  for (const name of names) Reflect.deleteProperty(rest, name)
  return rest
}

/** Keeps the named fields of a row, in the alphabet's order as portals send them. */
export function pickFields<Row extends object>(row: Row, names: readonly string[]): Partial<Row> {
  const wanted = new Set(names)
  const known: Extract<keyof Row, string>[] = []
  for (const name in row) if (wanted.has(name)) known.push(name)
  const picked: Partial<Row> = {}
  for (const name of known.sort()) picked[name] = row[name]
  return picked
}

/** One page of a list, with the counts that go into the answer beside it. */
export type ListPage<Row> = { page: Row[] } & Omit<MethodReply, 'result'>

/**
 * Cuts the page that `start` asks for. Pages begin at multiples of 50, so 75 gives the page of 50. With `-1` the rows are
 * not counted: the first 50, or all where told so, neither `total` nor `next`. @see settings/performance/huge-data.md
 */
export function toPage<Row>(rows: readonly Row[], start: unknown, { allAtMinusOne = false } = {}): ListPage<Row> {
  const requestedStart = toInt(start)
  if (requestedStart === -1) return { page: allAtMinusOne ? [...rows] : rows.slice(0, PAGE_SIZE) }
  const offset = Math.floor(Math.max(0, requestedStart) / PAGE_SIZE) * PAGE_SIZE
  const page = rows.slice(offset, offset + PAGE_SIZE)
  const end = offset + page.length
  return { page, total: rows.length, ...(end < rows.length ? { next: end } : {}) }
}
