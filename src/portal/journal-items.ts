import type { JournalEntry, UnreadEntry } from '@/domain/journal'
import type { Moment } from '@/domain/moment'
import type { StoredNote } from './journal-text'
import * as v from 'valibot'
import { date, filledText, id, listOf, text } from './decode'
import { readNote, readOutcome } from './journal-text'

const TEXT = v.nullish(text)
const VALUES = v.object({ KIND: TEXT, KEY: TEXT, RUN: TEXT, BODY: TEXT })

/** An item of the journal. Author and times are the portal's own. */
const ITEM = v.object({
  ID: id,
  CREATED_BY: v.fallback(id, 0),
  MODIFIED_BY: v.fallback(id, 0),
  DATE_CREATE: v.fallback(v.union([date, v.undefined()]), undefined),
  TIMESTAMP_X: v.fallback(v.union([date, v.undefined()]), undefined),
  PROPERTY_VALUES: v.fallback(VALUES, {}),
})

export const JOURNAL_ITEMS = listOf(ITEM)
export type JournalItem = v.InferOutput<typeof ITEM>

const KEY = v.object({ PROPERTY_VALUES: v.object({ KEY: filledText, BODY: filledText }) })

/** The last note under a key, as it was really stored; nothing where it is not there or lacks what was declared. */
export function noteIn(items: readonly JournalItem[]): StoredNote | undefined {
  const notes = items.filter(({ PROPERTY_VALUES }) => PROPERTY_VALUES.KIND === 'change')
  return notes.flatMap(({ PROPERTY_VALUES }) => readNote(PROPERTY_VALUES.BODY ?? '') ?? []).at(-1)
}

/** Tells whether somebody has changed an item since it was made. */
export function isAltered({ CREATED_BY, MODIFIED_BY, DATE_CREATE, TIMESTAMP_X }: JournalItem): boolean {
  return CREATED_BY !== MODIFIED_BY || !isSameMoment(DATE_CREATE, TIMESTAMP_X)
}

const isSameMoment = (one: Moment | undefined, other: Moment | undefined) => one?.at === other?.at

/** What the last of the outcomes says; later readings know more than earlier ones. */
function outcomeIn(items: readonly JournalItem[]) {
  const outcomes = items.filter(({ PROPERTY_VALUES }) => PROPERTY_VALUES.KIND === 'outcome')
  return outcomes.flatMap(({ PROPERTY_VALUES }) => readOutcome(PROPERTY_VALUES.BODY ?? '') ?? []).at(-1)
}

/** Puts a change together: its note, and the outcomes under its key, oldest first. Nothing where this version cannot read the note. */
export function toEntry(item: JournalItem, outcomes: readonly JournalItem[]): JournalEntry | undefined {
  const keyed = v.safeParse(KEY, item)
  const note = keyed.success ? readNote(keyed.output.PROPERTY_VALUES.BODY) : undefined
  if (!keyed.success || !note) return undefined
  const outcome = outcomeIn(
    outcomes.filter(({ PROPERTY_VALUES }) => PROPERTY_VALUES.KEY === keyed.output.PROPERTY_VALUES.KEY),
  )
  const seen = note.seen === 'unfilled' ? note.expected : note.seen
  /** A reference that names nothing is not filled in: that is what was expected where no owner was. */
  const isSeen = note.seen !== 'unfilled' || note.expected === null
  return {
    id: keyed.output.PROPERTY_VALUES.KEY,
    orderId: note.orderId,
    before: outcome?.before === undefined ? seen : outcome.before,
    isBeforeKnown: outcome?.before !== undefined || isSeen,
    after: note.after,
    ending: outcome?.ending ?? 'open',
    ...(note.undoes && { undoes: note.undoes }),
    at: item.DATE_CREATE,
    by: item.CREATED_BY,
    isAltered: isAltered(item) || outcomes.some(isAltered),
  }
}

/** Gives an item of another version. */
export const toUnread = ({ ID, DATE_CREATE, CREATED_BY }: JournalItem): UnreadEntry => ({
  itemId: ID,
  at: DATE_CREATE,
  by: CREATED_BY || undefined,
})
