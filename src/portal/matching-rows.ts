import type { Cursor, Page } from '@/domain/page'
import type { ReadRows } from './row-fields'
import { nextCursor } from './id-paging'
import { countLost, requireIdentified } from './row-fields'

/** How many pages one search reads on when the portal's answers do not match what was typed. */
const MOST_PAGES = 5
/** With so many rows a page of the search is full enough. */
const ENOUGH = 20

/** Rows of a search; `lost` counts those whose id could not be read. */
export interface MatchingRows<Row> {
  rows: Row[]
  lost: number
  next?: Cursor | undefined
}

interface Matching<Row> {
  /** Reads a page, newest first, from below the cursor on. */
  readPage: (cursor: Cursor | undefined) => Promise<ReadRows<Row>>
  isMatch: (row: Row) => boolean
}

/**
 * Reads rows that match what was typed. The portal compares more loosely than we do, and cannot search for some signs at all: rows
 * that do not match are left out, and where too few are left the next pages are read, a bounded number of times.
 */
export async function readMatching<Row extends { id: number }>(
  { readPage, isMatch }: Matching<Row>,
  cursor: Cursor | undefined,
): Promise<MatchingRows<Row>> {
  const rows: Row[] = []
  let lost = 0
  let next = cursor
  for (let read = 0; read < MOST_PAGES; read += 1) {
    const page = await readPage(next)
    rows.push(...page.rows.filter(isMatch))
    lost += countLost(page)
    next = nextCursor(page)
    if (next === undefined || rows.length >= ENOUGH) break
  }
  return { rows, lost, next }
}

export const NO_ROWS: ReadRows<never> = { rows: [], sent: 0 }

/** Gives the rows of several answers as those of one. */
export async function joinPages<Row>(reads: readonly Promise<ReadRows<Row>>[]): Promise<ReadRows<Row>> {
  const pages = await Promise.all(reads)
  return { rows: pages.flatMap(({ rows }) => rows), sent: pages.reduce((sum, { sent }) => sum + sent, 0) }
}

/** Gives a page of a search; `where` is the rows' name in the portal's answers. @throws unreadable where not one could be identified */
export function toPage<Row>(rows: Row[], { lost, next }: Omit<MatchingRows<Row>, 'rows'>, where: string): Page<Row> {
  if (next === undefined) requireIdentified({ rows, lost }, where)
  return { rows, ...(lost > 0 ? { lost } : {}), next }
}
