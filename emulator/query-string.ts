import type { Params } from '@emulator/call'
import { isMap } from '@emulator/params'

const MAX_DEPTH = 64

/** `a[b][]` → `['a', 'b', '']`. */
function toPath(key: string): string[] {
  const open = key.indexOf('[')
  if (open <= 0) return [key]
  const inner = [...key.slice(open).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '')
  return [key.slice(0, open), ...inner.slice(0, MAX_DEPTH)]
}

/** A map without a prototype: `__proto__` is a key like any other in it. */
function emptyMap(): Params {
  return Object.create(null)
}

function nextIndex(map: Params): string {
  const numbers = Object.keys(map).filter((key) => /^\d+$/.test(key)).map(Number)
  return String(numbers.length === 0 ? 0 : Math.max(...numbers) + 1)
}

function put(target: Params, path: string[], value: string): void {
  const last = path.length - 1
  let map = target
  path.forEach((segment, depth) => {
    const key = segment === '' && depth > 0 ? nextIndex(map) : segment
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
  if (keys.length > 0 && keys.every((key, index) => key === String(index))) return keys.map((key) => toLists(value[key]))
  for (const key of keys) value[key] = toLists(value[key])
  return value
}

/** Reads a query or a form with bracket keys: `filter[%title]=a&select[]=id`. Later values win. */
export function parseQuery(text: string): Params {
  const params = emptyMap()
  for (const [key, value] of new URLSearchParams(text)) put(params, toPath(key), value)
  for (const key of Object.keys(params)) params[key] = toLists(params[key])
  return params
}
