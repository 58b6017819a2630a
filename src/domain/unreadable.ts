/** What stood where a field could not be read. */
export type FoundInstead = 'missing' | 'null' | 'empty' | 'text' | 'number' | 'flag' | 'list' | 'object'

/** A field of a row that could not be read. Never the value: it may be a customer's. */
export interface UnreadableField {
  /** As the portal calls it. */
  field: string
  found: FoundInstead
}

/** Tells in one word what a value is, without saying it. */
export function foundIn(value: unknown): FoundInstead {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (value === '') return 'empty'
  if (Array.isArray(value)) return 'list'
  switch (typeof value) {
    case 'string':
      return 'text'
    case 'number':
      return 'number'
    case 'boolean':
      return 'flag'
    default:
      return 'object'
  }
}
