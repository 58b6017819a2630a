import type { Send } from './batch-reads'
import type { Schema } from './decode'
import type { RestCommand } from './transport'
import * as v from 'valibot'
import { rethrowUnlessFailure } from '@/domain/failure'
import { decode, wholeNumber } from './decode'
import { toFailure } from './to-failure'

/** A decoded answer; `total` and `next` by lists that were asked from a `start`. */
export interface DecodedAnswer<Value> {
  result: Value
  total?: number
  next?: number
}

/** Asks the portal for something and reads the answer. @throws PortalFailure of any kind, and nothing else */
export type Ask = <Value>(command: RestCommand, schema: Schema<Value>) => Promise<DecodedAnswer<Value>>

const PAGING = v.object({ total: v.optional(wholeNumber), next: v.optional(wholeNumber) })

/** Makes an `Ask` on any way of sending. The command leaves in the turn in which it is asked for. */
export function createAsk(send: Send): Ask {
  return async (command, schema) => {
    const answer = await send(command).catch((error: unknown) => {
      throw toFailure(error, command.method)
    })
    return { result: decode(schema, answer.result), ...decode(PAGING, { total: answer.total, next: answer.next }) }
  }
}

/** Asks for every page of a list, one after the other. For short lists: stages, statuses, customers of a page. */
export async function askAllPages<Row>(ask: Ask, command: RestCommand, schema: Schema<Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for (let start: number | undefined = 0; start !== undefined;) {
    const page: DecodedAnswer<Row[]> = await ask({ ...command, params: { ...command.params, start } }, schema)
    rows.push(...page.result)
    // An offset that does not grow would never end.
    start = page.next !== undefined && page.next > start ? page.next : undefined
  }
  return rows
}

/**
 * For what only decorates a list, a stage or a customer's name: its failure must not take the list away.
 * What needs the decoration itself asks without this.
 */
export async function ifReadable<Value>(read: Promise<Value>, fallback: Value): Promise<Value> {
  try {
    return await read
  } catch (error) {
    rethrowUnlessFailure(error)
    return fallback
  }
}
