/** A row that a search found. */
export type Found<Row> = Row & {
  /** Its id is what was typed, and nothing else of it: shown on the row, as a number may look the same. */
  isFoundById?: true
}

/** Marks a row that was found by its id. */
export function toFound<Row extends object>(row: Row, isFoundById: boolean): Found<Row> {
  return { ...row, ...(isFoundById ? { isFoundById } : {}) }
}

/** What belongs to the customers who are called what was typed, the newest first. */
export interface OfCustomers<Row> {
  rows: readonly Row[]
  /** They have more than these. */
  hasMore: boolean
  /** More customers are called so than were looked at. */
  hasMoreCustomers: boolean
  /** Orders were looked for on the customers' deals: those on none of them are not found. */
  isByDeals: boolean
}

export const OF_NO_CUSTOMERS: OfCustomers<never> = {
  rows: [],
  hasMore: false,
  hasMoreCustomers: false,
  isByDeals: false,
}
