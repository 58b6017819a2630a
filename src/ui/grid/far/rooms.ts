/** Room for rows of a list that are far from what is seen. */
export interface Room {
  /** No row's. */
  id: number
  /** How many rows. */
  count: number
  /** Pixels. */
  room: number
}

/** Puts room in the place of some rows. */
export type OmitFar<Row> = (rows: readonly Row[]) => readonly (Row | Room)[]

/** A list that is able to. */
export interface RoomyList<Row> {
  omitFar: OmitFar<Row> | undefined
  /** What is rendered now. */
  parts: readonly (Row | Room)[]
  /** The element around its table. */
  $el: unknown
}
