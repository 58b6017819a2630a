/** Keeps the shape of a value and gives each leaf another type. */
export function toWrongTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toWrongTypes)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toWrongTypes(inner)]))
  if (typeof value === 'number') return 'n/a'
  return typeof value === 'string' ? 0 : String(value)
}
