import type { RestCommand } from './transport'
import { Reference } from './reference'

type QueryPair = [name: string, value: string]

/** PHP turns keys 0..n into a list and "5" into a number; a letter in front keeps every key a string. */
const PREFIX = 'k_'

/** Gives the key of a command as it travels. */
export const toBatchKey = (key: string): string => PREFIX + key

function toReferenceText({ key, path }: Reference): string {
  return `0$result${[toBatchKey(key), ...path].map((segment) => `[${segment}]`).join('')}`
}

function toText(value: string | number | boolean | bigint): string {
  // A query has no booleans; the portal reads 1 and 0 as such.
  return typeof value === 'boolean' ? String(Number(value)) : String(value)
}

function toPairs(name: string, value: unknown): QueryPair[] {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
      return [[name, toText(value)]]
    case 'object':
      if (value instanceof Reference) return [[name, toReferenceText(value)]]
      // `null` and empty lists cannot be said in a query: PHP leaves them out, and so do we.
      return Object.entries(value ?? {}).flatMap(([key, inner]) => toPairs(`${name}[${key}]`, inner))
    default:
      return []
  }
}

/**
 * Gives one command of a batch as the portal wants it: `method?query`, with nested bracket keys (`filter[@id][0]=5`).
 * Everything becomes text; `null`, `undefined` and empty lists vanish.
 * @see settings/how-to-call-rest-api/batch.md
 */
export function encodeCommand({ method, params }: RestCommand): string {
  const pairs = Object.entries(params).flatMap(([name, value]) => toPairs(name, value))
  const query = pairs.map((pair) => pair.map(encodeURIComponent).join('='))
  return `${method}?${query.join('&')}`
}
