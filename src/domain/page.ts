/** One page of a list. */
export interface Page<Row> {
  rows: Row[]
  /** Where the next page starts; absent on the last one. */
  next?: number
  /** How many rows match in all; absent when it was not asked for. */
  total?: number
}
