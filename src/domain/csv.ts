/** What spreadsheets take for the beginning of a formula; the full-width forms among them. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/

/** Writes one field: always quoted, and never taken for a formula. Whoever reads it back takes one apostrophe off before such a sign. */
function toField(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text
  return `"${guarded.replaceAll('"', '""')}"`
}

/**
 * Writes rows as a file that spreadsheets open: with a mark that says UTF-8, and semicolons for people whose decimals have a comma.
 * @see RFC 4180
 */
export function toCsv(rows: readonly (readonly string[])[], hasDecimalComma: boolean): string {
  const lines = rows.map((row) => row.map(toField).join(hasDecimalComma ? ';' : ','))
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`
}
