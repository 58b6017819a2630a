/**
 * Where a page of a list starts, as a former page said. Only the portal makes and reads it: for orders and owners it is
 * the id below which to go on, for bindings an offset.
 */
export type Cursor = number & { readonly of: 'page' }

/** One page of a list. */
export interface Page<Row> {
  rows: Row[]
  /** How many rows are left out because not even their id could be read; none unless told. */
  lost?: number
  /** Where the next page starts; absent on the last one. */
  next?: Cursor
  /** How many rows match in all; absent when it was not asked for. */
  total?: number
}
