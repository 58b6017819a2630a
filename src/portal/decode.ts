import type { Moment } from '@/domain/moment'
import type { Cursor } from '@/domain/page'
import type { UnreadableField } from '@/domain/unreadable'
import * as v from 'valibot'
import { PortalFailure } from '@/domain/failure'
import { orderId, ownerId, ownerTypeId } from '@/domain/id'
import { toMoment } from '@/domain/moment'
import { foundIn } from '@/domain/unreadable'
import { PAGE_SIZE } from '@contract/rest'

/** A schema that reads anything the portal may send into a value of ours, or says where it cannot. */
export type Schema<Output> = v.GenericSchema<unknown, Output>

/**
 * Reads an answer of the portal. Fields that the schema does not name are ignored.
 * @throws unreadable; `code` is the path of the field that could not be read, never its value
 */
export function decode<Output>(schema: Schema<Output>, value: unknown): Output {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return parsed.output
  // No cause: a schema's issues hold the values, and these are customers' data.
  throw unreadable(v.getDotPath(parsed.issues[0]) ?? 'result')
}

/** The failure of an answer that came and is not what was asked for; `where` is a path in it. */
export function unreadable(where: string): PortalFailure {
  return new PortalFailure({ kind: 'unreadable', changed: 'unknown', code: where })
}

/** The portal sends numbers as numbers or as their digits. */
const digits = (pattern: RegExp) => v.union([v.number(), v.pipe(v.string(), v.regex(pattern), v.transform(Number))])

/** A whole number that JavaScript holds exactly; a larger one would be rounded to somebody else's id, and is refused. */
const whole = v.pipe(digits(/^\d+$/), v.safeInteger())

/** A positive whole number. */
export const id = v.pipe(whole, v.minValue(1))
/** An id, or nothing where the portal sends null, zero, an empty string or no such field. */
export const optionalId = v.pipe(
  v.nullish(v.union([id, v.picklist(['', '0', 0])])),
  v.transform((value) => (typeof value === 'number' && value > 0 ? value : undefined)),
)

export const anOrderId = v.pipe(id, v.transform(orderId))
export const anOwnerId = v.pipe(id, v.transform(ownerId))
export const anOwnerTypeId = v.pipe(id, v.transform(ownerTypeId))

/** A count, an offset or a category: a whole number from zero on. */
export const wholeNumber = v.pipe(whole, v.minValue(0))

/** Gives the place in a list as a cursor; the brand keeps the screens from making one. */
export const toCursor = (place: number): Cursor => place as Cursor

/** A sum of money. */
export const amount = v.pipe(digits(/^-?\d+(\.\d+)?$/), v.finite())

/** A number whose digits are those that the portal sent. */
const isExact = (value: number) => Number.isSafeInteger(value) || !Number.isInteger(value)
/** Text; a number counts as its digits. */
export const text = v.union([v.string(), v.pipe(v.number(), v.check(isExact), v.transform(String))])
/** Text that says something: a code, a currency. */
export const filledText = v.pipe(text, v.nonEmpty())
/** Text, or nothing where the portal sends null, an empty string or no such field. */
export const optionalText = v.pipe(
  v.nullish(text),
  v.transform((value) => value || undefined),
)

/** A colour, `#9DDE6B`, or nothing where the portal sends anything else or no such field: it only decorates. */
export const optionalColour = v.pipe(
  v.optional(v.unknown()),
  v.transform((value) => (typeof value === 'string' && /^#[\da-f]{6}$/i.test(value) ? value : undefined)),
)

/** `Y` or `N`. */
export const yesNo = v.pipe(
  v.picklist(['Y', 'N']),
  v.transform((value) => value === 'Y'),
)

/** ISO 8601 with an offset, in any of its spellings; a day that the month does not have is refused. */
export const date = v.pipe(
  v.string(),
  v.transform(toMoment),
  v.custom<Moment>((moment) => moment !== undefined),
)

/**
 * A list of rows: at most as many as a page can hold, unless told. More are refused before they are read, as reading 150,000 would
 * freeze the screen.
 */
export function listOf<Row>(row: Schema<Row>, most = PAGE_SIZE): Schema<Row[]> {
  const isShort = (value: unknown) => Array.isArray(value) && value.length <= most
  return v.pipe(v.custom<unknown[]>(isShort), v.array(row))
}

/** The most rows of what a portal sets up once: types, stages, statuses. It has a few dozen. */
export const MAX_DIRECTORY = 1_000

/** The rows of a page, which the portal wraps under a name of its own. */
export function rowsUnder<Row>(name: string, row: Schema<Row>): Schema<Row[]> {
  return v.pipe(
    v.object({ [name]: listOf(row) }),
    v.transform((wrapper) => wrapper[name] ?? []),
  )
}

/** Schemas by the names of a row's fields. */
export type Fields = Record<string, Schema<unknown>>

/** What could be read of a row; a field that could not is absent from `values`. */
export interface ReadFields<F extends Fields> {
  values: { [Name in keyof F]?: v.InferOutput<F[Name]> }
  unreadable: UnreadableField[]
}

/** Reads a row field by field, so that an odd value costs its field and not the row. */
export function readFields<F extends Fields>(fields: F, row: Record<string, unknown>): ReadFields<F> {
  const read = Object.entries(fields).map(([name, schema]) => [name, v.safeParse(schema, row[name])] as const)
  const odd = read.filter(([, { success }]) => !success).map(([name]) => ({ field: name, found: foundIn(row[name]) }))
  const good = read.filter(([, { success }]) => success).map(([name, { output }]) => [name, output])
  return { values: Object.fromEntries(good) as ReadFields<F>['values'], unreadable: odd }
}
