import type { Wish } from '@/domain/change'
import type { PortalFailure } from '@/domain/failure'
import type { OwnerRef } from '@/domain/owner'
import type { WriteAnswer } from './portal'
import type { CommandAnswer, MayLeave, RestCommand, Transport } from './transport'
import * as v from 'valibot'
import { withChanged } from '@/domain/failure'
import { ORDER_ENTITY_ERROR } from '@contract/order-binding'
import { BINDING, BINDINGS } from './binding-rows'
import { unreadable } from './decode'
import { isKnownNotToRun, toFailure } from './to-failure'
import { TransportError } from './transport'

/** A good write may come back with an empty wrapper (unconfirmed); the binding read back decides anyway. */
const ADDED = v.object({ dealOrder: v.union([BINDING, v.pipe(v.array(v.unknown()), v.length(0))]) })
const REMOVED = v.literal(true)

/** A write as it is asked for. */
interface AskedWrite {
  wish: Wish
  /** The owner that an unbind removes. */
  before: OwnerRef | null
  mayLeave?: MayLeave
}

interface Write {
  command: RestCommand
  /** What the portal answers to a write that ran. */
  schema: v.GenericSchema
  /** The code that says that the binding is not the one to be changed. */
  mismatchCode: string
}

function toWrite({ orderId, after }: Wish, before: OwnerRef): Write {
  const owner = after ?? before
  const fields = { orderId, ownerId: owner.id, ownerTypeId: owner.typeId }
  if (after === null) {
    const command = { method: 'crm.orderentity.deleteByFilter', params: { fields } }
    return { command, schema: REMOVED, mismatchCode: ORDER_ENTITY_ERROR.bindingMissing }
  }
  const command = { method: 'crm.orderentity.add', params: { fields } }
  return { command, schema: ADDED, mismatchCode: ORDER_ENTITY_ERROR.bindingExists }
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
function toOutcome({ command, schema, mismatchCode }: Write, row: CommandAnswer | undefined): WriteAnswer['outcome'] {
  if (!row) return unreadable('write')
  if (row.ok) return v.is(schema, row.answer.result) ? 'written' : unreadable('write.result')
  return row.code === mismatchCode ? 'mismatch' : toWriteFailure(toRefusal(row, command.method))
}

/** The owner in a reading of this order's binding; nothing where the answer is lost, or not about this order alone. */
function toOwner({ orderId }: Wish, row: CommandAnswer | undefined): OwnerRef | null | undefined {
  if (!row?.ok) return undefined
  const read = v.safeParse(BINDINGS, row.answer.result)
  if (!read.success || read.output.length > 1 || read.output.some((binding) => binding.orderId !== orderId))
    return undefined
  return read.output[0]?.owner ?? null
}

/** A refused reading stops the batch, so nothing was written; an answer that contradicts that is not known. */
function requireReading(rows: Record<string, CommandAnswer>): void {
  if (!rows.before || rows.before.ok) return
  if (rows.write || rows.now) throw unreadable('write.before')
  throw withChanged(toRefusal(rows.before, 'crm.orderentity.list'), 'no')
}

/**
 * Writes one binding in one request that stops at the first refusal: the binding as it is, the write, the binding read back.
 * A move is one `add`: the portal replaces the present binding, whatever it is by then; `before` tells what that was.
 * @see api-reference/crm/universal/order-entity/crm-order-entity-add.md
 */
export async function writeBinding(
  transport: Pick<Transport, 'batch'>,
  { wish, before, mayLeave }: AskedWrite,
): Promise<WriteAnswer> {
  const owner = wish.after ?? before
  // Nothing to remove, nothing to ask.
  if (owner === null) return { before: null, outcome: 'mismatch' }
  const write = toWrite(wish, owner)
  const commands = { before: toReading(wish), write: write.command, now: toReading(wish) }
  const rows = await transport.batch(commands, { halt: true, mayLeave }).catch((error: unknown) => {
    throw toWriteFailure(toFailure(error, write.command.method))
  })
  requireReading(rows)
  return { before: toOwner(wish, rows.before), outcome: toOutcome(write, rows.write), now: toOwner(wish, rows.now) }
}
