import type { Params } from '@emulator/calls/call'
import { isMap, toCamelCase, toFlag, toInt, toNumber } from '@emulator/calls/params'
import { readDate, toDay } from '@emulator/portal/time'
import { requireLightFilter } from './filter-weight'
import { toTextTest } from './text-test'

/**
 * How values of a field compare. Strings compare without regard to letter case, as the portal's database does; a `day` is a
 * date without its time, a `flag` is `Y` or `N`.
 */
export type FieldKind = 'int' | 'float' | 'date' | 'day' | 'string' | 'flag'
/** How the fields of a list compare, by name. */
export type FieldKinds = Readonly<Record<string, FieldKind>>

/** Says whether a row matches. */
export type Condition = (row: object) => boolean

/** The operators of the list filters, longest first: `!=%` must not be read as `!=`. */
const PREFIXES = [
  '!=%',
  '!%=',
  '!><',
  '><',
  '>=',
  '<=',
  '!@',
  '=%',
  '%=',
  '!%',
  '!=',
  '>',
  '<',
  '@',
  '%',
  '=',
  '!',
] as const
/** An operator in front of a field's name; none compares for equality. */
export type Prefix = (typeof PREFIXES)[number] | ''

const RANGES: readonly string[] = ['><', '!><']

/** Splits `>=dateInsert` into prefix and field. Lenient lists know no ranges: pass `ranges: false`. */
export function splitKey(key: string, ranges: boolean): { prefix: Prefix; field: string } {
  const prefix =
    PREFIXES.find((candidate) => key.startsWith(candidate) && (ranges || !RANGES.includes(candidate))) ?? ''
  return { prefix, field: key.slice(prefix.length) }
}

/** Reading a date is slow, and a big list reads the same twenty thousand again and again. */
const timestamps = new Map<string, number>()
const MAX_TIMESTAMPS = 100_000

function toTimestamp(value: unknown): number {
  if (typeof value !== 'string' || value === '') return 0
  const known = timestamps.get(value)
  if (known !== undefined) return known
  if (timestamps.size >= MAX_TIMESTAMPS) timestamps.clear()
  const moment = readDate(value) ?? 0
  timestamps.set(value, moment)
  return moment
}

function toText(value: unknown): string {
  return String(value ?? '').toLowerCase()
}

/** Makes a value comparable: numbers for numbers and dates, lower-case text for all else; null counts as 0 or ''. */
export function toComparable(value: unknown, kind: FieldKind): number | string {
  switch (kind) {
    case 'int':
      return toInt(value)
    case 'float':
      return toNumber(value) ?? 0
    case 'date':
      return toTimestamp(value)
    case 'day':
      return value ? toDay(toTimestamp(value)) : 0
    case 'flag':
      return toText(toFlag(value) ?? value)
    case 'string':
      return toText(value)
  }
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}

/** Says whether a field may be compared with a value of a filter: what is no date, number or flag is only compared with text. */
export function isComparable(value: unknown, kind: FieldKind): boolean {
  if (isEmpty(value)) return true
  if (isMap(value)) return false
  if (kind === 'date' || kind === 'day') return typeof value === 'string' && readDate(value) !== undefined
  if (kind === 'flag') return toFlag(value) !== undefined
  return kind === 'string' || toNumber(value) !== undefined
}

function toRangeTest(prefix: Prefix, bounds: readonly (number | string)[]): (value: number | string) => boolean {
  const [first = 0, second = first] = bounds
  if (prefix === '>') return (value) => value > first
  if (prefix === '>=') return (value) => value >= first
  if (prefix === '<') return (value) => value < first
  if (prefix === '<=') return (value) => value <= first
  const within = (value: number | string) => value >= first && value <= second
  return prefix === '!><' ? (value) => !within(value) : within
}

/** A field with several values matches by any of them. */
function toValues(value: unknown): readonly unknown[] {
  return Array.isArray(value) && value.length > 0 ? value : [value]
}

/** Builds the test of one key of a filter; `field` is the name in the row. */
export function toCondition(key: { prefix: Prefix; field: string }, wanted: unknown, kind: FieldKind): Condition {
  const values = isMap(wanted) ? Object.values(wanted) : [wanted]
  const { prefix, field } = key
  if (prefix.includes('%')) {
    // A flag is found by each of its spellings; of other fields the text counts, whatever their kind.
    const toSearched = (value: unknown) => toText(kind === 'flag' ? toComparable(value, kind) : value)
    const test = toTextTest(prefix, values.map(toSearched))
    const isFound = (row: object) => test(toSearched(Reflect.get(row, field)))
    return prefix.startsWith('!') ? (row) => !isFound(row) : isFound
  }
  const comparable = values.map((value) => toComparable(value, kind))
  if (prefix.includes('>') || prefix.includes('<')) {
    const test = toRangeTest(prefix, comparable)
    return (row) => test(toComparable(Reflect.get(row, field), kind))
  }
  const set = new Set(comparable)
  const isIn = (row: object) => toValues(Reflect.get(row, field)).some((value) => set.has(toComparable(value, kind)))
  return prefix.startsWith('!') ? (row) => !isIn(row) : isIn
}

/**
 * The same for lists that refuse no value: text in the place of a date is never taken for another date, the key is dropped.
 * unconfirmed
 */
export function toLenientTests(key: { prefix: Prefix; field: string }, wanted: unknown, kind: FieldKind): Condition[] {
  const isDate = (kind === 'date' || kind === 'day') && !key.prefix.includes('%')
  if (!isDate) return [toCondition(key, wanted, kind)]
  const values = isMap(wanted) ? Object.values(wanted) : [wanted]
  const dates = values.filter((value) => isComparable(value, kind))
  return values.length > 0 && dates.length === 0 ? [] : [toCondition(key, dates, kind)]
}

/** Normalises a list of whole numbers; a list that comes out empty becomes `[1]`. unconfirmed */
function toIntegers(list: Params): number[] {
  const numbers = [...new Set(Object.values(list).map(toInt))].filter((number) => number !== 0)
  return numbers.length === 0 ? [1] : numbers
}

/**
 * Reads the filter of `crm.orderentity.list`, `sale.*` and their like: unknown keys are dropped without an error,
 * which leaves the list unfiltered. `><` is not an operator here, so such a key is dropped too.
 * @see api-reference/crm/universal/order-entity/crm-order-entity-list.md
 */
export function toLenientCondition(filter: Params, kinds: FieldKinds): Condition {
  requireLightFilter(filter)
  const conditions = Object.entries(filter).flatMap(([key, wanted]) => {
    const { prefix, field: written } = splitKey(key, false)
    const field = toCamelCase(written)
    const kind = Object.hasOwn(kinds, field) ? kinds[field] : undefined
    if (kind === undefined) return []
    const value = kind === 'int' && isMap(wanted) ? toIntegers(wanted) : wanted
    return toLenientTests({ prefix, field }, value, kind)
  })
  return (row) => conditions.every((condition) => condition(row))
}
