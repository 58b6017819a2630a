import type { OrderId } from './id'
import type { ImportLine } from './import-line'
import type { NamedOrder } from './import-order'
import type { PlanLine } from './plan'

/** What the portal has of the orders that a list names. */
interface KnownOrders {
  byNumber: ReadonlyMap<string, readonly OrderId[]>
  ids: ReadonlySet<OrderId>
}

/** Which order a cell names. `isOther`: there is one, if the column is read the other way. */
type ResolvedOrder =
  | { kind: 'one'; id: OrderId }
  /** Read as the column is, it is this order; read the other way, another one. */
  | { kind: 'either'; id: OrderId }
  | { kind: 'several' }
  | { kind: 'missing'; isOther: boolean }

/** One line of a list with the order that it names. */
export type ResolvedLine = { source: ImportLine; order?: ResolvedOrder }

function byId({ id, numbers }: NamedOrder & { id: OrderId }, { ids, byNumber }: KnownOrders): ResolvedOrder {
  const others = numbers.flatMap((number) => byNumber.get(number) ?? []).filter((other) => other !== id)
  if (!ids.has(id)) return { kind: 'missing', isOther: others.length > 0 }
  if (others.length === 0) return { kind: 'one', id }
  // `ID7`, which is a number, too: what is said of the column says nothing of it.
  return numbers.includes(String(id)) ? { kind: 'either', id } : { kind: 'several' }
}

function byNumber({ id, numbers }: NamedOrder, known: KnownOrders): ResolvedOrder {
  const other = id !== undefined && known.ids.has(id) ? id : undefined
  const [found, ...more] = new Set(numbers.flatMap((number) => known.byNumber.get(number) ?? []))
  if (found === undefined) return { kind: 'missing', isOther: other !== undefined }
  if (more.length > 0) return { kind: 'several' }
  return { kind: other === undefined || other === found ? 'one' : 'either', id: found }
}

/** Finds out which order a line names, from what the portal has. */
export function resolveLine(source: ImportLine, known: KnownOrders): ResolvedLine {
  if (source.kind === 'mistake') return { source }
  const { said, id, numbers } = source.order
  if (said === 'number') return { source, order: byNumber(source.order, known) }
  return { source, order: id === undefined ? { kind: 'missing', isOther: false } : byId({ said, id, numbers }, known) }
}

/**
 * Gives a line as a plan takes it. `trustsReading`: a person has said that lines which would be another order if they were read the
 * other way are meant as their column is.
 */
export function toPlanLine({ source, order }: ResolvedLine, trustsReading: boolean): PlanLine {
  const { line, text } = source
  if (source.kind === 'mistake') return { kind: 'mistake', mistake: source.mistake, text, line }
  if (order?.kind === 'one' || (order?.kind === 'either' && trustsReading)) {
    return { kind: 'wish', orderId: order.id, after: source.after, line }
  }
  return { kind: 'mistake', mistake: order?.kind === 'missing' || !order ? 'order-missing' : 'ambiguous', text, line }
}
