import type { RestCommand } from './transport'

type QueryPair = [name: string, value: string]

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
