import type { Ending } from '@/domain/change'
import type { ChangeNote, ChangeOutcome } from '@/domain/journal'
import type { OwnerRef } from '@/domain/owner'
import type { RestCommand } from './transport'
import * as v from 'valibot'
import { anOrderId, anOwnerId, anOwnerTypeId } from './decode'
import { toBatchKey } from './encode-command'

/** Code of the journal's storage. */
export const JOURNAL = 'journal'
/** Properties of its items and their types: text or number. Everything else is dropped by the portal without a word. */
export const JOURNAL_PROPERTIES = {
  KIND: 'S',
  KEY: 'S',
  RUN: 'S',
  BODY: 'S',
  SEQ: 'N',
  LOW: 'N',
  HIGH: 'N',
} as const

/** What a body begins with; one that begins otherwise was written by another version. */
const VERSION = '1'
const NONE = '-'
const NOT_KNOWN = '?'
const ENDINGS: readonly Ending[] = ['done', 'not-done', 'unknown']

export const toOwnerText = (owner: OwnerRef | null): string => (owner ? `${owner.typeId}:${owner.id}` : NONE)

/** The owner that a command of the same batch showed; the zeros keep what is not there from being taken for something. */
function seenBy(key: string): string {
  const row = `0$result[${toBatchKey(key)}][orderEntity][0]`
  return `${row}[ownerTypeId]:${row}[ownerId]`
}

function toItem(
  kind: 'change' | 'outcome',
  { id, orderId }: Pick<ChangeNote, 'id' | 'orderId'>,
  words: string[],
): RestCommand {
  const BODY = [VERSION, orderId, ...words].join(' ')
  const values = { KIND: kind, KEY: id, BODY, LOW: orderId, HIGH: orderId }
  return { method: 'entity.item.add', params: { ENTITY: JOURNAL, NAME: kind, PROPERTY_VALUES: values } }
}

/** Writes a change down, with what the reading under this key of the same batch showed. */
export function addNote(note: ChangeNote, readingKey: string): RestCommand {
  const { expected, after, undoes = NONE } = note
  return toItem('change', note, [toOwnerText(expected), toOwnerText(after), undoes, seenBy(readingKey)])
}

/** Writes down how a change ended. */
export function addOutcome(outcome: ChangeOutcome): RestCommand {
  const { ending, before, after } = outcome
  const replaced = before === undefined ? NOT_KNOWN : toOwnerText(before)
  return toItem('outcome', outcome, [ending, replaced, toOwnerText(after)])
}

/** Reads the items that have this key. */
export function findByKey(id: string): RestCommand {
  return {
    method: 'entity.item.get',
    params: { ENTITY: JOURNAL, FILTER: { '=PROPERTY_KEY': id }, SORT: { ID: 'ASC' } },
  }
}

export const OWNER = v.pipe(
  v.string(),
  v.transform((text): unknown => text.split(':')),
  v.strictTuple([anOwnerTypeId, anOwnerId]),
  v.transform(([typeId, id]): OwnerRef => ({ typeId, id })),
)
export const OWNER_OR_NONE = v.union([
  v.pipe(
    v.literal(NONE),
    v.transform(() => null),
  ),
  OWNER,
])
/** What came in the place of the reference; whatever is neither an owner nor clearly none was not filled in. */
const SEEN = v.union([
  v.pipe(
    v.literal('0:0'),
    v.transform(() => null),
  ),
  OWNER,

  v.pipe(
    v.string(),
    v.transform(() => 'unfilled' as const),
  ),
])
export const A_KEY = v.pipe(v.string(), v.regex(/^[\da-z]{4,40}$/))

const NOTE = v.strictTuple([
  v.literal(VERSION),
  anOrderId,
  OWNER_OR_NONE,
  OWNER_OR_NONE,
  v.union([v.literal(NONE), A_KEY]),
  SEEN,
])
const OUTCOME = v.strictTuple([
  v.literal(VERSION),
  anOrderId,
  v.picklist(ENDINGS),
  v.union([v.literal(NOT_KNOWN), OWNER_OR_NONE]),
  OWNER_OR_NONE,
])

/** A note as it was stored. */
export interface StoredNote extends Omit<ChangeNote, 'id'> {
  /** The owner right before the write; `unfilled` where the portal did not put it in. */
  seen: OwnerRef | null | 'unfilled'
}

/** Reads the body of a change; nothing where this version cannot. */
export function readNote(body: string): StoredNote | undefined {
  const read = v.safeParse(NOTE, body.split(' '))
  if (!read.success) return undefined
  const [, orderId, expected, after, undoes, seen] = read.output
  return { orderId, expected, after, seen, ...(undoes !== NONE && { undoes }) }
}

/** Reads the body of an outcome; nothing where this version cannot. */
export function readOutcome(body: string): Omit<ChangeOutcome, 'id'> | undefined {
  const read = v.safeParse(OUTCOME, body.split(' '))
  if (!read.success) return undefined
  const [, orderId, ending, before, after] = read.output
  return { orderId, ending, after, ...(before !== NOT_KNOWN && { before }) }
}
