import Papa from 'papaparse'
import { cleanText } from './clean-text'
import { withoutGuard } from './csv'

/** The most lines that a list may have, its headings not counted. */
export const MOST_LINES = 20_000

/** One row of a list; `line` is its place in the file as a spreadsheet counts, from 1. */
export interface TableRow {
  line: number
  /** As written, without the apostrophe that our export puts before what looks like a formula. */
  cells: readonly string[]
}

/** A list read as a table. Rows with nothing in them are left out. */
type ImportTable =
  | { kind: 'rows'; rows: readonly TableRow[] }
  | { kind: 'empty' }
  /** A quote in this line opens and does not close where it should: what follows it cannot be told apart. */
  | { kind: 'broken-quotes'; line: number }

type Delimiter = '\t' | ';' | ','

/** The first one counts where several fit equally: tabs hardly stand in texts, commas often do. */
const DELIMITERS: readonly Delimiter[] = ['\t', ';', ',']
/** So many rows tell the delimiter. */
const SAMPLE = 100
/** What spreadsheets write first where they name the delimiter themselves. */
const NAMED_DELIMITER = /^sep=([,;\t])(?=\n|$)/i
/** A quoted field, whose line ends are its own, or the end of a line. */
const QUOTED_OR_LINE_END = /(?<=^|[,;\t\r\n])"[^"]*(?:""[^"]*)*"|\r\n?/g

const isBlank = (cell: string): boolean => cleanText(cell) === ''

/** Files are put together of others: each end of a line counts, whichever came first. */
function withPlainLineEnds(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(QUOTED_OR_LINE_END, (found) => (found.startsWith('"') ? found : '\n'))
}

/** How well a delimiter cuts lines into equally many fields: the share of those that have the usual count, above one. */
function fitOf(lines: readonly string[], delimiter: Delimiter): number {
  const counts = lines.map((line) => line.split(delimiter).length)
  const shares = [...new Set(counts)].filter((count) => count > 1).map((count) => counts.filter((one) => one === count))
  return Math.max(0, ...shares.map((share) => share.length / counts.length))
}

function delimiterOf(text: string): Delimiter {
  const unquoted = text.replace(QUOTED_OR_LINE_END, '')
  const lines = unquoted
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, SAMPLE)
  const fits = DELIMITERS.map((delimiter) => ({ delimiter, fit: fitOf(lines, delimiter) }))
  return fits.reduce((best, one) => (one.fit > best.fit ? one : best)).delimiter
}

interface Cut {
  delimiter: Delimiter
  /** Rows that were taken away before. */
  before: number
}

function parse(text: string, { delimiter, before }: Cut): ImportTable {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' })
  const broken = errors.find(({ type }) => type === 'Quotes')
  // What is copied from a page has quotes that quote nothing.
  const isCopied = broken !== undefined && delimiter === '\t'
  if (broken && !isCopied) return { kind: 'broken-quotes', line: (broken.row ?? 0) + before + 1 }
  const cut = isCopied ? text.split('\n').map((line) => line.split(delimiter)) : data
  const rows = cut
    .map((cells, place) => ({ line: place + before + 1, cells: cells.map(withoutGuard) }))
    .filter(({ cells }) => !cells.every(isBlank))
  return rows.length === 0 ? { kind: 'empty' } : { kind: 'rows', rows }
}

/** More cells than order, owner and type take, each a number: orders that stand in one line. */
const MANY = 4

/** `1123, 1124, 1125, 1126`, pasted in one line, is a list of one column. */
function inOneColumn(table: ImportTable): ImportTable {
  const [only, ...others] = table.kind === 'rows' ? table.rows : []
  const cells = only?.cells.filter((cell) => !isBlank(cell)) ?? []
  const areOrders = cells.length >= MANY && cells.every((cell) => /\d$/.test(cleanText(cell)))
  if (others.length > 0 || !areOrders) return table
  return { kind: 'rows', rows: cells.map((cell, place) => ({ line: place + 1, cells: [cell] })) }
}

/** Cuts a text into rows and cells, by commas, semicolons or tabs. Each cell is as it was written. */
export function readTable(written: string): ImportTable {
  const text = withPlainLineEnds(written)
  const [named, delimiter] = NAMED_DELIMITER.exec(text) ?? []
  if (named === undefined) return inOneColumn(parse(text, { delimiter: delimiterOf(text), before: 0 }))
  const known = DELIMITERS.find((one) => one === delimiter) ?? ','
  return parse(text.slice(named.length + 1), { delimiter: known, before: 1 })
}
