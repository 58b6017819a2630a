import type { Fields, ReadFields, Schema } from './decode'
import * as v from 'valibot'
import { listOf, readFields, unreadable } from './decode'

/*
 * Rows of lists are read field by field, so that one odd value costs its cell and not the list. Their identity is read strictly:
 * a row without an id is left out and counted.
 */

/** A row with what could be read of it. */
export interface ReadRow<Id, F extends Fields> extends ReadFields<F> {
  id: Id
}

/** The rows of one answer; `sent` counts all of them, those without an id included. */
export interface ReadRows<Row> {
  rows: Row[]
  sent: number
}

const ANY_ROW = v.record(v.string(), v.unknown())

/** Makes a schema of one row: strict about its `id`, lenient about everything else. */
export function aRow<Id, F extends Fields>(id: Schema<Id>, fields: F): Schema<ReadRow<Id, F>> {
  return v.pipe(
    ANY_ROW,
    v.rawTransform(({ dataset: { value: row }, addIssue, NEVER }): ReadRow<Id, F> => {
      const known = v.safeParse(id, row.id)
      if (known.success) return { id: known.output, ...readFields(fields, row) }
      addIssue({ path: [{ type: 'object', origin: 'value', input: row, key: 'id', value: row.id }] })
      return NEVER
    }),
  )
}

/** The rows of a list, which the portal wraps under a name of its own; those without an id are left out. */
export function readableRowsUnder<Row>(name: string, row: Schema<Row>): Schema<ReadRows<Row>> {
  return v.pipe(
    v.object({ [name]: listOf(v.unknown()) }),
    v.transform((wrapper): ReadRows<Row> => {
      const sent = wrapper[name] ?? []
      const parsed = sent.map((one) => v.safeParse(row, one))
      return { rows: parsed.flatMap((one) => (one.success ? [one.output] : [])), sent: sent.length }
    }),
  )
}

/** How many rows of an answer are left out because their id could not be read. */
export function countLost({ rows, sent }: ReadRows<unknown>): number {
  return sent - rows.length
}

/** @throws unreadable where rows came and not one of them could be identified: nobody may take that for an empty list */
export function requireIdentified({ rows, lost }: { rows: readonly unknown[]; lost: number }, where: string): void {
  if (rows.length === 0 && lost > 0) throw unreadable(`${where}.0.id`)
}
