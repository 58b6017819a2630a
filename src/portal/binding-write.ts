import type { Wish } from '@/domain/change'
import type { OwnerRef } from '@/domain/owner'
import type { CommandAnswer, RestCommand, Transport } from './transport'
import type { WriteAnswer, WriteOptions } from './write-answer'
import * as v from 'valibot'
import { withChanged } from '@/domain/failure'
import { isSameOwner } from '@/domain/owner'
import { unreadable } from './decode'
import { JOURNAL_ITEMS, noteIn } from './journal-items'
import { addNote, findByKey } from './journal-text'
import { toFailure } from './to-failure'
import { ownerIn, toNotNoted, toOutcome, toOwners, toRefusal, toWrite, toWriteFailure } from './write-rows'

/** A write as it is asked for. */
interface AskedWrite extends WriteOptions {
  wish: Wish
  /** The owner that an unbind removes. */
  before: OwnerRef | null
}

function toReading({ orderId }: Wish): RestCommand {
  return { method: 'crm.orderentity.list', params: { filter: { orderId }, start: -1 } }
}

/** A refused note stops the batch as well: what could not be written down is not done. */
function requireNote({ note, write, now }: Record<string, CommandAnswer>): void {
  if (!note || note.ok) return
  if (write || now) throw unreadable('write.note')
  throw toNotNoted(note)
}

/** Whether the note is kept as it was meant to be, with what the reading before the write showed. */
function isNoted(before: OwnerRef | null | undefined, row: CommandAnswer | undefined): boolean {
  const items = row?.ok ? v.safeParse(JOURNAL_ITEMS, row.answer.result) : undefined
  const note = items?.success ? noteIn(items.output) : undefined
  if (!note || before === undefined) return false
  if (note.seen === 'unfilled') return before === null && note.expected === null
  return isSameOwner(note.seen, before)
}

/** A refused reading stops the batch, so nothing was written; an answer that contradicts that is not known. */
function requireReadings(rows: Record<string, CommandAnswer>): void {
  const refused = [rows.before, rows.guard].find((row) => row !== undefined && !row.ok)
  if (!refused || refused.ok) return
  if (rows.write || rows.now) throw unreadable('write.before')
  throw withChanged(toRefusal(refused, 'crm.orderentity.list'), 'no')
}

/**
 * Writes one binding in one request that stops at the first refusal: the binding as it is, the write, the binding read back.
 * A move is one `add`: the portal replaces the present binding, whatever it is by then, unless the move is guarded; `before` tells
 * what that was.
 * @see api-reference/crm/universal/order-entity/crm-order-entity-add.md
 */
export async function writeBinding(
  transport: Pick<Transport, 'batch'>,
  asked: AskedWrite,
  isGuarded: boolean,
): Promise<WriteAnswer> {
  const { wish, mayLeave, note } = asked
  const write = toWrite({ ...wish, before: asked.before }, isGuarded ? 'guard' : undefined)
  // Nothing to remove, nothing to ask.
  if (!write) return { before: null, outcome: 'mismatch' }
  const commands = {
    before: toReading(wish),
    ...(note && { note: addNote(note, 'before') }),
    ...(write.guard && { guard: write.guard }),
    write: write.write,
    now: toReading(wish),
    ...(note && { noted: findByKey(note.id) }),
  }
  const rows = await transport.batch(commands, { halt: true, mayLeave }).catch((error: unknown) => {
    throw toWriteFailure(toFailure(error, write.write.method))
  })
  requireReadings(rows)
  requireNote(rows)
  const shownBy = (row: CommandAnswer | undefined) => ownerIn(toOwners([wish.orderId], row), wish.orderId)
  const before = shownBy(rows.before)
  return {
    before,
    outcome: toOutcome(write, rows.write),
    now: shownBy(rows.now),
    ...(note && { isNoted: isNoted(before, rows.noted) }),
  }
}
