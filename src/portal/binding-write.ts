import type { Wish } from '@/domain/binding'
import type { OwnerRef } from '@/domain/owner'
import type { WriteAnswer } from './portal'
import type { RestCommand, CommandAnswer, Transport } from './transport'
import * as v from 'valibot'
import { ORDER_ENTITY_ERROR } from '@contract/order-binding'
import { BINDING, BINDINGS } from './binding-rows'
import { decode, unreadable } from './decode'
import { toFailure } from './to-failure'
import { TransportError } from './transport'

/** A good write may come back with an empty wrapper (unconfirmed); the binding read back decides anyway. */
const ADDED = v.object({ dealOrder: v.union([BINDING, v.pipe(v.array(v.unknown()), v.length(0))]) })
const REMOVED = v.literal(true)

interface Write {
  command: RestCommand
  /** What the portal answers to a write that ran. */
  schema: v.GenericSchema
  /** The code that says "it is already so". */
  alreadyCode: string
}

function toWrite({ orderId, after }: Wish, before: OwnerRef): Write {
  const owner = after ?? before
  const fields = { orderId, ownerId: owner.id, ownerTypeId: owner.typeId }
  if (after === null) {
    const command = { method: 'crm.orderentity.deleteByFilter', params: { fields } }
    return { command, schema: REMOVED, alreadyCode: ORDER_ENTITY_ERROR.bindingMissing }
  }
  const command = { method: 'crm.orderentity.add', params: { fields } }
  return { command, schema: ADDED, alreadyCode: ORDER_ENTITY_ERROR.bindingExists }
}

function toReadBack({ orderId }: Wish): RestCommand {
  return { method: 'crm.orderentity.list', params: { filter: { orderId }, start: -1 } }
}

/** Tells whether the write ran, or throws what the portal said. */
function readOutcome({ command, schema, alreadyCode }: Write, row: CommandAnswer | undefined): 'written' | 'already' {
  // A missing row says nothing: the portal may have worked and lost its answer.
  if (!row) throw unreadable('write')
  if (row.ok) {
    decode(schema, row.answer.result)
    return 'written'
  }
  if (row.code === alreadyCode) return 'already'
  throw toFailure(new TransportError({ kind: 'refused', code: row.code, description: row.description }), command.method)
}

/** The owner that the portal names right after a write that ran; without one the outcome is not known. */
function readNow({ orderId }: Wish, row: CommandAnswer | undefined): OwnerRef | null {
  if (!row?.ok) throw unreadable('read-back')
  const rows = decode(BINDINGS, row.answer.result)
  if (rows.length > 1 || rows.some((binding) => binding.orderId !== orderId)) throw unreadable('read-back.orderEntity')
  return rows[0]?.owner ?? null
}

/**
 * Writes one binding and reads it back in the same request. A move is one `add`: the portal replaces the present binding.
 * `halt` stops before the read-back when the write is refused.
 * @see api-reference/crm/universal/order-entity/crm-order-entity-add.md
 */
export async function writeBinding(
  transport: Pick<Transport, 'batch'>,
  wish: Wish,
  before: OwnerRef | null,
): Promise<WriteAnswer> {
  const owner = wish.after ?? before
  // Nothing to remove, nothing to ask.
  if (owner === null) return { kind: 'already' }
  const write = toWrite(wish, owner)
  const commands = { write: write.command, now: toReadBack(wish) }
  const rows = await transport.batch(commands, { halt: true }).catch((error: unknown) => {
    throw toFailure(error, write.command.method)
  })
  if (readOutcome(write, rows.write) === 'already') return { kind: 'already' }
  return { kind: 'written', now: readNow(wish, rows.now) }
}
