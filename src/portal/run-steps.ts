import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { RunEnding, RunStep } from '@/domain/run'
import type { Ask } from './ask'
import type { Schema } from './decode'
import type { GuardedMoves } from './guarded-moves'
import type { Prepared, Runs } from './runs'
import type { StepWatch } from './step-watch'
import type { CommandAnswer, RestCommand, Transport } from './transport'
import { asFailure, withChanged } from '@/domain/failure'
import { BINDINGS, checkBindings, listBindings } from './binding-rows'
import { decode, id, unreadable } from './decode'
import { inPages } from './in-pages'
import { JOURNAL_ITEMS } from './journal-items'
import { addEnd, addStep, listSteps } from './run-commands'
import { toFailure } from './to-failure'
import { toNotNoted, toRefusal } from './write-rows'

/** Reads a row of the answer. @throws what its refusal means; unreadable where it is lost or says something else */
function readRow<Value>(row: CommandAnswer | undefined, method: string, schema: Schema<Value>): Value {
  if (!row) throw unreadable(method)
  if (!row.ok) throw toRefusal(row, method)
  return decode(schema, row.answer.result)
}

function toCommands(step: RunStep, seen: number, blocks: readonly OrderId[][]): Record<string, RestCommand> {
  const readings = blocks.map((block, index) => [`owners${index}`, listBindings({ '@orderId': block })] as const)
  return { newest: listSteps(step.runId, { above: seen }), step: addStep(step), ...Object.fromEntries(readings) }
}

/** At most one binding an order: 50 orders fit one page. */
function readOwners(rows: Record<string, CommandAnswer>, orders: readonly OrderId[]): Map<OrderId, OwnerRef> {
  const bindings = inPages(orders).flatMap((block, index) => {
    const read = readRow(rows[`owners${index}`], 'crm.orderentity.list', BINDINGS)
    return checkBindings(read, ({ orderId }) => block.includes(orderId))
  })
  return new Map(bindings.map(({ orderId, owner }) => [orderId, owner]))
}

interface StepTools {
  transport: Pick<Transport, 'batch'>
  /** Sends no batch. */
  askUnbatched: Ask
  guardedMoves: GuardedMoves
  watch: StepWatch
}

/** Writes steps of runs down, and notices who else does. */
export function createRunSteps({
  transport,
  askUnbatched,
  guardedMoves,
  watch,
}: StepTools): Pick<Runs, 'prepare' | 'addEnd'> {
  async function prepare(step: RunStep, orders: readonly OrderId[]): Promise<Prepared> {
    const commands = toCommands(step, watch.seenBy(step), inPages(orders))
    const rows = await transport.batch(commands, { halt: true }).catch((error: unknown) => {
      throw toFailure(error, 'entity.item.add')
    })
    const engineBefore = watch.learn(step, readRow(rows.newest, 'entity.item.get', JOURNAL_ITEMS))
    if (rows.step && !rows.step.ok) throw toNotNoted(rows.step)
    watch.expect(step, readRow(rows.step, 'entity.item.add', id))
    return { bindings: readOwners(rows, orders), ...(engineBefore !== undefined && { engineBefore }) }
  }

  return {
    async prepare(step: RunStep, orders: readonly OrderId[]): Promise<Prepared> {
      const prepared = await prepare(step, orders).catch((error: unknown) => {
        // No write was sent yet.
        throw withChanged(asFailure(error), 'no')
      })
      const [first] = prepared.bindings
      if (first) await guardedMoves.prove({ orderId: first[0], owner: first[1] })
      return prepared
    },
    async addEnd(step: RunStep, ending: RunEnding): Promise<void> {
      await askUnbatched(addEnd(step, ending), id)
    },
  }
}
