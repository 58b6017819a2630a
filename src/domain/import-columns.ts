import type { OwnerTypeId } from './id'
import type { Heading } from './import-headings'
import type { OrderReading } from './import-order'
import type { TableRow } from './import-table'
import type { ImportType } from './import-types'
import { cleanText } from './clean-text'
import { toFolded } from './fold-text'
import { readHeading } from './import-headings'
import { namesOfType } from './import-types'

export const COLUMN_ROLES = ['ignored', 'order', 'owner', 'type'] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/** What a list seems to be; a person may say otherwise. */
export interface ImportColumns {
  /** The first row names the columns. */
  hasHeader: boolean
  /** By column. */
  roles: readonly ColumnRole[]
  /** Absent where no heading says it. */
  reading?: OrderReading
  /** The type of the owners, where a heading names it. */
  typeId?: OwnerTypeId
}

/** So many rows tell what a column holds. */
const SAMPLE = 50
const HAS_DIGIT = /\d/
/** Cards have such addresses, orders another one of them. */
const CARD = '/details/'
const ORDER_CARD = '/orders/details/'

type Columns = readonly (readonly string[])[]

/** The cells of the columns, without those of headings. */
function columnsOf(rows: readonly TableRow[], hasHeader: boolean): Columns {
  const sample = rows.slice(hasHeader ? 1 : 0, SAMPLE)
  const count = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return Array.from({ length: count }, (_, place) => sample.map(({ cells }) => cleanText(cells[place] ?? '')))
}

/** Tells a value from a heading, which may have a digit among its letters: `Phone 2`. */
function isValue(cell: string): boolean {
  const digits = cell.replace(/\D/g, '').length
  return cell.includes(CARD) || (digits > 0 && digits * 2 >= cell.replace(/\P{L}/gu, '').length)
}

/** What the cells of the first row name, where it has headings and no values. */
function headingsOf(rows: readonly TableRow[], types: readonly ImportType[]): (Heading | undefined)[] {
  const cells = rows[0]?.cells ?? []
  if (cells.some(isValue)) return []
  // What stands below once more names no column.
  const isRepeated = (cell: string, place: number) =>
    rows.slice(1, SAMPLE).some((row) => toFolded(row.cells[place] ?? '') === toFolded(cell))
  const named = cells.map((cell, place) => (isRepeated(cell, place) ? undefined : readHeading(cell, types)))
  return named.some((heading) => heading?.isSure) || (named.some(Boolean) && rows.length > 1) ? named : []
}

/** Without a heading that is known, words over numbers are one. */
function hasHeaderByContent([first, ...others]: readonly TableRow[]): boolean {
  if (!first || others.length === 0 || first.cells.some((cell) => HAS_DIGIT.test(cell))) return false
  return first.cells.some((cell, place) => {
    const below = others.slice(0, SAMPLE).map(({ cells }) => cells[place] ?? '')
    return cell.trim() !== '' && below.filter((one) => HAS_DIGIT.test(one)).length * 2 > below.length
  })
}

function isMostly(column: readonly string[], test: (cell: string) => boolean): boolean {
  const filled = column.filter((cell) => cell !== '')
  return filled.length > 0 && filled.filter(test).length * 2 > filled.length
}

/** What a column's cells show, whatever its place is. */
function roleByContent(column: readonly string[], types: readonly ImportType[]): ColumnRole | undefined {
  if (isMostly(column, (cell) => `/${cell}`.includes(ORDER_CARD))) return 'order'
  if (isMostly(column, (cell) => cell.includes(CARD))) return 'owner'
  const names = new Set(types.flatMap(namesOfType))
  return isMostly(column, (cell) => names.has(toFolded(cell))) ? 'type' : undefined
}

/** The column that a role has by its heading: one that is sure before others, an exact one before a vague one. */
function placeOf(role: ColumnRole, headings: readonly (Heading | undefined)[]): number {
  const weightOf = (heading: Heading | undefined): number => {
    if (heading?.role !== role) return 0
    const isExact = ('reading' in heading && heading.reading === 'id') || ('typeId' in heading && heading.typeId)
    return 1 + (heading.isSure ? 2 : 0) + (isExact ? 1 : 0)
  }
  const best = Math.max(0, ...headings.map(weightOf))
  return best === 0 ? -1 : headings.findIndex((heading) => weightOf(heading) === best)
}

/** Gives each role one column at most: by headings, then by what the cells show, then by place. */
function rolesOf(columns: Columns, headings: readonly (Heading | undefined)[], types: readonly ImportType[]) {
  const roles = columns.map((): ColumnRole => 'ignored')
  const give = (role: ColumnRole, place: number) => {
    if (place !== -1 && roles[place] === 'ignored' && !roles.includes(role)) roles[place] = role
  }
  const named = ['order', 'owner', 'type'] as const
  for (const role of named) give(role, placeOf(role, headings))
  const isFree = (place: number) => headings[place] === undefined && roles[place] === 'ignored'
  const contents = columns.map((column, place) => (isFree(place) ? roleByContent(column, types) : undefined))
  for (const role of named) give(role, contents.indexOf(role))
  const filled = columns.map((column, place) => isFree(place) && column.some((cell) => cell !== ''))
  give('order', filled.indexOf(true))
  // A second column of a list without headings: nothing else says what it holds.
  if (headings.length === 0)
    give(
      'owner',
      filled.findIndex((is, place) => is && roles[place] === 'ignored'),
    )
  return roles
}

/** Finds out what the columns of a list hold. */
export function findColumns(rows: readonly TableRow[], types: readonly ImportType[]): ImportColumns {
  const headings = headingsOf(rows, types)
  const hasHeader = headings.length > 0 || hasHeaderByContent(rows)
  const roles = rolesOf(columnsOf(rows, hasHeader), headings, types)
  const [order, owner] = [headings[roles.indexOf('order')], headings[roles.indexOf('owner')]]
  return {
    hasHeader,
    roles,
    ...(order?.role === 'order' && order.reading ? { reading: order.reading } : {}),
    ...(owner?.role === 'owner' && owner.typeId ? { typeId: owner.typeId } : {}),
  }
}
