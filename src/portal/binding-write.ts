import type { Binding } from '@/domain/binding'
import type { Wish } from '@/domain/change'
import type { OwnerRef } from '@/domain/owner'
import type { CommandAnswer, RestCommand, Transport } from './transport'
import type { WriteAnswer, WriteOptions } from './write-answer'
import * as v from 'valibot'
import { PortalFailure, withChanged } from '@/domain/failure'
import { isSameOwner } from '@/domain/owner'
import { ORDER_ENTITY_ERROR } from '@contract/order-binding'
import { BINDING, BINDINGS } from './binding-rows'
import { unreadable } from './decode'
import { GUARDED_ORDER, toGuard } from './guarded-moves'
import { JOURNAL_ITEMS, noteIn } from './journal-items'
import { addNote, findByKey } from './journal-text'
import { isKnownNotToRun, toFailure } from './to-failure'
import { TransportError } from './transport'

/** A good write may come back with an empty wrapper (unconfirmed); the binding read back decides anyway. */
const ADDED = v.object({ dealOrder: v.union([BINDING, v.pipe(v.array(v.unknown()), v.length(0))]) })
const REMOVED = v.literal(true)

/** A write as it is asked for. */
interface AskedWrite extends WriteOptions {
  wish: Wish
  /** The owner that an unbind removes. */
  before: OwnerRef | null
}

interface Write {
  /** What stands between the two readings; the write itself is called `write`. */
  commands: { guard?: RestCommand; write: RestCommand }
  /** What the portal answers to a write that ran. */
  schema: v.GenericSchema
  /** Codes that say that the binding is not the one to be changed. */
  mismatchCodes: readonly string[]
}

function toUnbind({ orderId, owner }: Binding): Write {
  const fields = { orderId, ownerId: owner.id, ownerTypeId: owner.typeId }
  const write = { method: 'crm.orderentity.deleteByFilter', params: { fields } }
  return { commands: { write }, schema: REMOVED, mismatchCodes: [ORDER_ENTITY_ERROR.bindingMissing] }
}

function toBind({ orderId, owner }: Binding, guarded?: Binding): Write {
  const fields = { orderId: guarded ? GUARDED_ORDER : orderId, ownerId: owner.id, ownerTypeId: owner.typeId }
  const write = { method: 'crm.orderentity.add', params: { fields } }
  const exists = ORDER_ENTITY_ERROR.bindingExists
  if (!guarded) return { commands: { write }, schema: ADDED, mismatchCodes: [exists] }
  // Where the guard found nothing, its reference names no order.
  const mismatchCodes = [exists, ORDER_ENTITY_ERROR.orderIdEmpty]
  return { commands: { guard: toGuard(guarded), write }, schema: ADDED, mismatchCodes }
}

function toReading({ orderId }: Wish): RestCommand {
  return { method: 'crm.orderentity.list', params: { filter: { orderId }, start: -1 } }
}

function toRefusal(row: CommandAnswer & { ok: false }, method: string): PortalFailure {
  return toFailure(new TransportError({ kind: 'refused', code: row.code, description: row.description }), method)
}

/** A write may have run, unless it was answered by a code that comes before the work. */
function toWriteFailure(failure: PortalFailure): PortalFailure {
  return withChanged(failure, isKnownNotToRun(failure) ? 'no' : 'unknown')
}

/** How the write itself was answered. A missing row says nothing: the portal may have worked and lost its answer. */
function toOutcome({ commands, schema, mismatchCodes }: Write, row: CommandAnswer | undefined): WriteAnswer['outcome'] {
  if (!row) return unreadable('write')
  if (row.ok) return v.is(schema, row.answer.result) ? 'written' : unreadable('write.result')
  return mismatchCodes.includes(row.code) ? 'mismatch' : toWriteFailure(toRefusal(row, commands.write.method))
}

/** The owner in a reading of this order's binding; nothing where the answer is lost, or not about this order alone. */
function toOwner({ orderId }: Wish, row: CommandAnswer | undefined): OwnerRef | null | undefined {
  if (!row?.ok) return undefined
  const read = v.safeParse(BINDINGS, row.answer.result)
  if (!read.success || read.output.length > 1 || read.output.some((binding) => binding.orderId !== orderId))
    return undefined
  return read.output[0]?.owner ?? null
}

/** A refused note stops the batch as well: what could not be written down is not done. */
function requireNote({ note, write, now }: Record<string, CommandAnswer>): void {
  if (!note || note.ok) return
  if (write || now) throw unreadable('write.note')
  const { code, description } = toRefusal(note, 'entity.item.add')
  throw new PortalFailure({ kind: 'not-noted', changed: 'no', code, description })
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

function toWrite({ wish: { orderId, after }, before }: AskedWrite, isGuarded: boolean): Write | undefined {
  const present = before && { orderId, owner: before }
  if (after) return toBind({ orderId, owner: after }, isGuarded && present ? present : undefined)
  return present ? toUnbind(present) : undefined
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
  const write = toWrite(asked, isGuarded)
  // Nothing to remove, nothing to ask.
  if (!write) return { before: null, outcome: 'mismatch' }
  const commands = {
    before: toReading(wish),
    ...(note && { note: addNote(note, 'before') }),
    ...write.commands,
    now: toReading(wish),
    ...(note && { noted: findByKey(note.id) }),
  }
  const rows = await transport.batch(commands, { halt: true, mayLeave }).catch((error: unknown) => {
    throw toWriteFailure(toFailure(error, write.commands.write.method))
  })
  requireReadings(rows)
  requireNote(rows)
  const before = toOwner(wish, rows.before)
  return {
    before,
    outcome: toOutcome(write, rows.write),
    now: toOwner(wish, rows.now),
    ...(note && { isNoted: isNoted(before, rows.noted) }),
  }
}
