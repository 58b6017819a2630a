import type { Binding } from '@/domain/binding'
import type { RestCommand, Transport } from './transport'
import * as v from 'valibot'
import { rethrowUnlessFailure } from '@/domain/failure'
import { ownerId } from '@/domain/id'
import { isSameOwner } from '@/domain/owner'
import { BINDINGS } from './binding-rows'
import { Reference } from './reference'
import { toFailure } from './to-failure'

/** The order's id, if just the binding that this guard lists is there: what a guarded move names as its order. */
export const guardedOrder = (guardKey: string) => new Reference(guardKey, ['orderEntity', 0, 'orderId'])

/** Lists just this binding, or nothing. */
export function toGuard({ orderId, owner }: Binding): RestCommand {
  const filter = { orderId, ownerId: owner.id, ownerTypeId: owner.typeId }
  return { method: 'crm.orderentity.list', params: { filter, start: -1 } }
}

function toGuarded(key: string): RestCommand {
  return { method: 'crm.orderentity.list', params: { filter: { orderId: guardedOrder(key) }, start: -1 } }
}

/** Any owner that the order does not have. */
const elsewhere = ({ orderId, owner: { typeId, id } }: Binding): Binding => ({
  orderId,
  owner: { typeId, id: ownerId(id === 1 ? 2 : id - 1) },
})

/** Moves that the portal carries out only while the order is where it was seen. */
export interface GuardedMoves {
  /**
   * Finds out, once in the page's life, whether the portal resolves references as guarded moves need it, by reading: a binding that
   * is there is found through its reference, and nothing is found through one that is not. Never throws a failure.
   */
  prove(binding: Binding): Promise<void>
  /** The app is set to guard moves. */
  isWanted(): boolean
  isProven(): boolean
}

/**
 * Unconfirmed: what a reference to a missing place gives. So moves are guarded only where `isWanted`, and where a reading of the
 * same shape has shown it.
 */
export function createGuardedMoves(transport: Pick<Transport, 'batch'>, isWanted: () => boolean): GuardedMoves {
  let proof: Promise<boolean> | undefined
  let isProven = false

  async function read(binding: Binding): Promise<boolean> {
    const commands = {
      match: toGuard(binding),
      matched: toGuarded('match'),
      none: toGuard(elsewhere(binding)),
      unmatched: toGuarded('none'),
    }
    const { matched, unmatched } = await transport.batch(commands, { halt: false }).catch((error: unknown) => {
      throw toFailure(error)
    })
    if (!matched?.ok || !unmatched) return false
    const rows = v.safeParse(BINDINGS, matched.answer.result)
    const isFound = rows.success && rows.output.length === 1 && rows.output.every((row) => isSameBinding(row, binding))
    return isFound && (!unmatched.ok || isEmpty(unmatched.answer.result))
  }

  return {
    isWanted,
    isProven: () => isProven && isWanted(),
    async prove(binding) {
      if (!isWanted()) return
      proof ??= read(binding)
      try {
        isProven = await proof
      } catch (error) {
        rethrowUnlessFailure(error)
        // Not known: the next question asks again.
        proof = undefined
      }
    },
  }
}

const isSameBinding = (one: Binding, other: Binding): boolean =>
  one.orderId === other.orderId && isSameOwner(one.owner, other.owner)

function isEmpty(result: unknown): boolean {
  const rows = v.safeParse(BINDINGS, result)
  return rows.success && rows.output.length === 0
}
