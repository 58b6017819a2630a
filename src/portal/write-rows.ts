import type { Binding } from '@/domain/binding'
import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { CommandAnswer, RestCommand } from './transport'
import type { WriteAnswer } from './write-answer'
import * as v from 'valibot'
import { PortalFailure, withChanged } from '@/domain/failure'
import { ORDER_ENTITY_ERROR } from '@contract/order-binding'
import { BINDING, BINDINGS } from './binding-rows'
import { unreadable } from './decode'
import { guardedOrder, toGuard } from './guarded-moves'
import { isKnownNotToRun, toFailure } from './to-failure'
import { TransportError } from './transport'

/** A good write may come back with an empty wrapper (unconfirmed); the binding read back decides anyway. */
const ADDED = v.object({ dealOrder: v.union([BINDING, v.pipe(v.array(v.unknown()), v.length(0))]) })
const REMOVED = v.literal(true)

/** One write of a batch, and how its row of the answer is read. */
export interface Write {
  /** Stands before the write where it is guarded. */
  guard?: RestCommand
  write: RestCommand
  /** What the portal answers to a write that ran. */
  schema: v.GenericSchema
  /** Codes that say that the binding is not the one to be changed. */
  mismatchCodes: readonly string[]
}

function toUnbind({ orderId, owner }: Binding): Write {
  const fields = { orderId, ownerId: owner.id, ownerTypeId: owner.typeId }
  const write = { method: 'crm.orderentity.deleteByFilter', params: { fields } }
  return { write, schema: REMOVED, mismatchCodes: [ORDER_ENTITY_ERROR.bindingMissing] }
}

function toBind({ orderId, owner }: Binding): Write {
  const fields = { orderId, ownerId: owner.id, ownerTypeId: owner.typeId }
  const write = { method: 'crm.orderentity.add', params: { fields } }
  return { write, schema: ADDED, mismatchCodes: [ORDER_ENTITY_ERROR.bindingExists] }
}

/** Where the guard found nothing, its reference names no order. */
function toGuardedMove(present: Binding, owner: OwnerRef, guardKey: string): Write {
  const { write, schema, mismatchCodes } = toBind({ ...present, owner })
  const fields = { orderId: guardedOrder(guardKey), ownerId: owner.id, ownerTypeId: owner.typeId }
  return {
    guard: toGuard(present),
    write: { ...write, params: { fields } },
    schema,
    mismatchCodes: [...mismatchCodes, ORDER_ENTITY_ERROR.orderIdEmpty],
  }
}

/** What is asked of one order, and the owner that it was seen with. */
interface WantedWrite {
  orderId: OrderId
  before: OwnerRef | null
  after: OwnerRef | null
}

/** Gives the write that brings an order to its owner; `guardKey` where moves are guarded. Nothing where nothing is to be removed. */
export function toWrite({ orderId, before, after }: WantedWrite, guardKey?: string): Write | undefined {
  const present = before && { orderId, owner: before }
  if (!after) return present ? toUnbind(present) : undefined
  return present && guardKey !== undefined ? toGuardedMove(present, after, guardKey) : toBind({ orderId, owner: after })
}

/** Gives the failure that the refusal of a command means. */
export function toRefusal(row: CommandAnswer & { ok: false }, method: string): PortalFailure {
  return toFailure(new TransportError({ kind: 'refused', code: row.code, description: row.description }), method)
}

/** Gives the failure of what could not be written down, so that nothing was done. */
export function toNotNoted(row: CommandAnswer & { ok: false }): PortalFailure {
  const { code, description } = toRefusal(row, 'entity.item.add')
  return new PortalFailure({ kind: 'not-noted', changed: 'no', code, description })
}

/** A write may have run, unless it was answered by a code that comes before the work. */
export function toWriteFailure(failure: PortalFailure): PortalFailure {
  return withChanged(failure, isKnownNotToRun(failure) ? 'no' : 'unknown')
}

/** Tells how a write was answered. A missing row says nothing: the portal may have worked and lost its answer. */
export function toOutcome(
  { write, schema, mismatchCodes }: Write,
  row: CommandAnswer | undefined,
): WriteAnswer['outcome'] {
  if (!row) return unreadable('write')
  if (row.ok) return v.is(schema, row.answer.result) ? 'written' : unreadable('write.result')
  return mismatchCodes.includes(row.code) ? 'mismatch' : toWriteFailure(toRefusal(row, write.method))
}

/** Reads the owners of these orders from a reading of just them; nothing where the answer is lost, or about other orders too. */
export function toOwners(
  orders: readonly OrderId[],
  row: CommandAnswer | undefined,
): ReadonlyMap<OrderId, OwnerRef> | undefined {
  const read = row?.ok ? v.safeParse(BINDINGS, row.answer.result) : undefined
  if (!read?.success || read.output.some(({ orderId }) => !orders.includes(orderId))) return undefined
  const owners = new Map(read.output.map(({ orderId, owner }) => [orderId, owner]))
  // An order has one owner at most: where two are named, neither is to be believed.
  return owners.size < read.output.length ? undefined : owners
}

/** Gives the owner that a reading shows for an order, or none; nothing where there is no reading. */
export function ownerIn(owners: ReadonlyMap<OrderId, OwnerRef> | undefined, id: OrderId): OwnerRef | null | undefined {
  return owners && (owners.get(id) ?? null)
}
