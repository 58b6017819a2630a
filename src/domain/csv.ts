/** What spreadsheets take for the beginning of a formula; the full-width forms among them. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/

/** Writes one field: always quoted, and never taken for a formula. */
function toField(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text
  return `"${guarded.replaceAll('"', '""')}"`
}

/** Takes the apostrophe off again that was written before what looks like a formula. */
export function withoutGuard(field: string): string {
  return GUARDED.test(field) ? field.slice(1) : field
}

/**
 * Writes rows as a file that spreadsheets open: with a mark that says UTF-8, and semicolons for people whose decimals have a comma.
 * Whoever reads it back takes `withoutGuard` what each field holds.
 * @see RFC 4180
 */
export function toCsv(rows: readonly (readonly string[])[], hasDecimalComma: boolean): string {
  const lines = rows.map((row) => row.map(toField).join(hasDecimalComma ? ';' : ','))
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`
}
