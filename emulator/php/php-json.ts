const ESCAPES: Record<string, string> = {
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  "'": '\\u0027',
  '/': '\\/',
  '\\"': '\\u0022',
}

/** Writes JSON as a portal does: `< > & ' "` as `\u00XX`, `/` as `\/`, other characters as they are. */
export function toPhpJson(value: unknown): string {
  // An escaped backslash is matched first and kept, so that the quote after it still ends its string.
  return JSON.stringify(value).replace(/\\\\|\\"|[<>&'/]/g, (match) => ESCAPES[match] ?? match)
}

/** Shapes an array of PHP: empty or numbered 0..n it is a JSON list, otherwise a map. */
export function toPhpArray<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> | Value[] {
  if (entries.every(([key], index) => key === String(index))) return entries.map(([, value]) => value)
  const map: Record<string, Value> = Object.create(null)
  for (const [key, value] of entries) map[key] = value
  return map
}

/** Spells a map, `[]` when it is empty. */
export function toPhpMap<Value>(map: Record<string, Value>): Record<string, Value> | never[] {
  return Object.keys(map).length === 0 ? [] : map
}
