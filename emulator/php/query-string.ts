import type { Params } from '@emulator/calls/call'
import { isMap } from '@emulator/calls/params'

const MAX_DEPTH = 64

/** `a[b][]` → `['a', 'b', '']`. A bracket that nothing closes is no bracket to PHP: `a[` → `['a_']`. */
function toPath(key: string): string[] {
  const open = key.indexOf('[')
  if (open <= 0) return [key]
  if (!key.includes(']', open)) return [`${key.slice(0, open)}_${key.slice(open + 1)}`]
  const inner = [...key.slice(open).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '')
  return [key.slice(0, open), ...inner.slice(0, MAX_DEPTH)]
}

/** A map without a prototype: `__proto__` is a key like any other in it. */
function emptyMap(): Params {
  return Object.create(null)
}

/** Gives `a[]` its number: one more than the highest so far. Counted, so that a long list costs no more than its length. */
class ListIndexes {
  private readonly next = new WeakMap<Params, number>()

  toKey(map: Params, segment: string): string {
    const index = this.next.get(map) ?? 0
    const key = segment === '' ? String(index) : segment
    if (/^\d{1,9}$/.test(key)) this.next.set(map, Math.max(index, Number(key) + 1))
    return key
  }
}

interface FormField {
  path: string[]
  value: string
}

function setField(target: Params, { path, value }: FormField, indexes: ListIndexes): void {
  const last = path.length - 1
  let map = target
  path.forEach((segment, depth) => {
    const key = depth > 0 ? indexes.toKey(map, segment) : segment
    if (depth === last) {
      map[key] = value
      return
    }
    const present = map[key]
    const child = isMap(present) ? present : emptyMap()
    map[key] = child
    map = child
  })
}

/** Maps with the keys 0..n become lists, as PHP and JSON see them. */
function toLists(value: unknown): unknown {
  if (!isMap(value)) return value
  const keys = Object.keys(value)
  if (keys.length > 0 && keys.every((key, index) => key === String(index)))
    return keys.map((key) => toLists(value[key]))
  for (const key of keys) value[key] = toLists(value[key])
  return value
}

/** Builds parameters from names with brackets and their values: `filter[%title]`, `select[]`. Later values win. */
export function toParams(pairs: Iterable<readonly [string, string]>): Params {
  const params = emptyMap()
  const indexes = new ListIndexes()
  for (const [key, value] of pairs) setField(params, { path: toPath(key), value }, indexes)
  for (const key of Object.keys(params)) params[key] = toLists(params[key])
  return params
}

/** Reads a query or a form with bracket keys: `filter[%title]=a&select[]=id`. */
export function parseQuery(text: string): Params {
  return toParams(new URLSearchParams(text))
}

/** Writes parameters as a query with bracket keys, the inverse of `parseQuery` for texts, lists and maps that are not empty. */
export function writeQuery(params: Params): string {
  const pairs = Object.entries(params).flatMap(([key, value]) => toPairs(key, value))
  return pairs.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`).join('&')
}

function toPairs(key: string, value: unknown): [string, string][] {
  if (!isMap(value)) return [[key, String(value)]]
  return Object.entries(value).flatMap(([inner, entry]) => toPairs(`${key}[${inner}]`, entry))
}
