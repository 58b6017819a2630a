/** Which spellings of a field's name a list knows: `stageId` alone, or `STAGE_ID` too. */
export type KeySpelling = 'any-case' | 'camel-case'

/** `STAGE_ID` → `stageId`, `ID` → `id`. */
function fromCapitals(written: string): string {
  return written.toLowerCase().replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** Finds the field that a key names; nothing when there is none, or none in this spelling. */
export function findFieldName(written: string, known: object, spelling: KeySpelling): string | undefined {
  if (Object.hasOwn(known, written)) return written
  const isCapitals = spelling === 'any-case' && /^[A-Z][A-Z0-9_]*$/.test(written)
  const name = isCapitals ? fromCapitals(written) : undefined
  return name !== undefined && Object.hasOwn(known, name) ? name : undefined
}
