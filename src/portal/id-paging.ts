import type { Cursor } from '@/domain/page'
import type { ReadRows } from './row-fields'
import { PAGE_SIZE } from '@contract/rest'
import { toCursor } from './decode'

/*
 * Lists of orders and owners are read newest first with `start: -1`: the portal does not count then, which is the cheap
 * way, and gives neither total nor next. So pages follow each other by id.
 */

/** Gives the filter of the page that the cursor names; none for the first page. */
export function toPageFilter(cursor: Cursor | undefined): Record<string, unknown> {
  return cursor === undefined ? {} : { '<id': cursor }
}

/** A full page means that there may be more; the next one starts below the smallest id of this one. */
export function nextCursor({ rows, sent }: ReadRows<{ id: number }>): Cursor | undefined {
  return sent < PAGE_SIZE || rows.length === 0 ? undefined : toCursor(Math.min(...rows.map(({ id }) => id)))
}
