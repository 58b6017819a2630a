import type { ClientRef } from '@/domain/customer'
import type { OrderId } from '@/domain/id'
import * as v from 'valibot'
import { ENTITY_TYPE } from '@contract/entity-types'
import { anOrderId, id, wholeNumber, yesNo } from './decode'

/** The clients of one order, the main ones first; `unread` where one of its rows makes no sense. */
export type OrderClients = readonly ClientRef[] | 'unread'

const CLIENT = v.object({
  entityTypeId: v.pipe(id, v.picklist([ENTITY_TYPE.contact, ENTITY_TYPE.company])),
  entityId: id,
  isPrimary: yesNo,
  sort: v.fallback(v.nullish(wholeNumber, 0), 0),
})
type ClientRow = v.InferOutput<typeof CLIENT>

const toRef = ({ entityTypeId, entityId }: ClientRow): ClientRef => ({
  type: entityTypeId === ENTITY_TYPE.company ? 'company' : 'contact',
  id: entityId,
})

/** Reads the clients of one order: primary ones first, then the portal's own order. One odd row makes all of it unread. */
export function toOrderClients(sent: readonly unknown[]): OrderClients {
  const parsed = sent.map((row) => v.safeParse(CLIENT, row))
  const rows = parsed.flatMap((row) => (row.success ? [row.output] : []))
  if (rows.length < sent.length) return 'unread'
  return rows
    .toSorted((one, other) => Number(other.isPrimary) - Number(one.isPrimary) || one.sort - other.sort)
    .map(toRef)
}

const OF_ORDER = v.object({ orderId: anOrderId })

/**
 * Sorts the rows of a list by order. Nothing where a row belongs to none of the orders that were asked for: such a list does not
 * tell whose clients it leaves out.
 */
export function clientsByOrder(
  sent: readonly unknown[],
  asked: readonly OrderId[],
): ReadonlyMap<OrderId, OrderClients> | undefined {
  const owners = sent.map((row) => v.safeParse(OF_ORDER, row))
  if (!owners.every((row) => row.success && asked.includes(row.output.orderId))) return undefined
  const idAt = (index: number) => owners[index]?.success && owners[index].output.orderId
  const listed = asked.filter((one) => owners.some((_, index) => idAt(index) === one))
  return new Map(listed.map((one) => [one, toOrderClients(sent.filter((_, index) => idAt(index) === one))]))
}
