import type { Send } from './batch-reads'
import type { Schema } from './decode'
import type { RestCommand } from './transport'
import * as v from 'valibot'
import { rethrowUnlessFailure } from '@/domain/failure'
import { decode, MAX_DIRECTORY, unreadable, wholeNumber } from './decode'
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

/**
 * Asks for every page of a list, one after the other. For short lists: stages, statuses, customers of a page.
 * @throws unreadable, also for a list that does not end
 */
export async function askAllPages<Row>(ask: Ask, command: RestCommand, schema: Schema<Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for (let start = 0; start < MAX_DIRECTORY;) {
    const page = await ask({ ...command, params: { ...command.params, start } }, schema)
    rows.push(...page.result)
    if (page.next === undefined) return rows
    // An offset that does not grow would never end.
    if (page.next <= start) break
    start = page.next
  }
  throw unreadable('next')
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
