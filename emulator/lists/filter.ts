import type { Params } from '@emulator/calls/call'
import { isMap, toCamelCase, toInt } from '@emulator/calls/params'

/** How values of a field compare. Strings compare without regard to letter case, as the portal's database does. */
export type FieldKind = 'int' | 'float' | 'date' | 'string'
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

function parseTimestamp(text: string): number {
  const known = timestamps.get(text)
  if (known !== undefined) return known
  if (timestamps.size >= MAX_TIMESTAMPS) timestamps.clear()
  const moment = Date.parse(text) || 0
  timestamps.set(text, moment)
  return moment
}

/** Makes a value comparable: numbers for numbers and dates, lower-case text for strings; null counts as 0 or ''. */
export function toComparable(value: unknown, kind: FieldKind): number | string {
  if (kind === 'int') return toInt(value)
  if (kind === 'float') return Number(value ?? 0) || 0
  if (kind === 'date') return typeof value === 'string' && value !== '' ? parseTimestamp(value) : 0
  return String(value ?? '').toLowerCase()
}

/** `%` in a pattern stands for any text. Looks for one part after another, so that no pattern takes long. */
function isLike(text: string, pattern: string): boolean {
  const [head = '', ...rest] = pattern.split('%')
  const tail = rest.pop()
  if (tail === undefined) return text === pattern
  if (!text.startsWith(head) || !text.endsWith(tail)) return false
  let from = head.length
  for (const part of rest) {
    const place = text.indexOf(part, from)
    if (place === -1) return false
    from = place + part.length
  }
  return from <= text.length - tail.length
}

function textOf(value: unknown): string {
  return String(value ?? '').toLowerCase()
}

function toTextTest(prefix: Prefix, values: readonly unknown[]): (value: unknown) => boolean {
  const isPattern = prefix === '=%' || prefix === '%=' || prefix === '!=%' || prefix === '!%='
  const tests = values.map((value) => {
    const wanted = textOf(value)
    return (text: string) => (isPattern ? isLike(text, wanted) : text.includes(wanted))
  })
  return (value) => tests.some((test) => test(textOf(value)))
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
    const test = toTextTest(prefix, values)
    return prefix.startsWith('!') ? (row) => !test(Reflect.get(row, field)) : (row) => test(Reflect.get(row, field))
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
  const conditions = Object.entries(filter).flatMap(([key, wanted]) => {
    const { prefix, field: written } = splitKey(key, false)
    const field = toCamelCase(written)
    const kind = Object.hasOwn(kinds, field) ? kinds[field] : undefined
    if (kind === undefined) return []
    const value = kind === 'int' && isMap(wanted) ? toIntegers(wanted) : wanted
    return [toCondition({ prefix, field }, value, kind)]
  })
  return (row) => conditions.every((condition) => condition(row))
}
