import type { PortalFailure } from './failure'
import type { OrderId } from './id'
import type { Order } from './order'
import type { OwnerRef, OwnerState } from './owner'
import type { RunRow } from './run'
import { refOf } from './owner'
import { inRunOrder } from './run'

/** Why a line of a list names nothing that can be planned. */
export type LineMistake =
  /** The order's or the owner's text is none: `1,23E+05`, words, nothing. */
  | 'unreadable-order'
  | 'unreadable-owner'
  /** What it names is there and cannot own orders in this portal. */
  | 'type-not-offered'
  /** Read as a number it is one order, read as an id another one, or several orders have this number. */
  | 'ambiguous'
  /** No order has this number. */
  | 'order-missing'

/**
 * One wish, before anything is known of it; `line` is its place in the list that it came from, counted from 1. `from`: the owner that
 * the order has to have still, as on that owner's page or where something is taken back; elsewhere it is left alone.
 */
export type PlanLine =
  | { kind: 'wish'; orderId: OrderId; after: OwnerRef | null; from?: OwnerRef | null; line?: number }
  | { kind: 'mistake'; mistake: LineMistake; text: string; line: number }

/** What becomes of a row. The first three are written, nothing else is. */
export const PLANNED = ['bind', 'move', 'detach'] as const
export const NOT_PLANNED = [
  'already-there',
  /** It is not where the wish says that it was: somebody has changed it since. */
  'changed-since',
  'order-missing',
  'owner-missing',
  'owner-hidden',
  'type-not-offered',
  /** The list names the order more than once: the first line counts where all wish the same, none where they do not. */
  'duplicate',
  'ambiguous',
  'unreadable',
  'no-right',
  /** It could not be read: nothing is known, so nothing is written. */
  'not-read',
] as const

export type Planned = (typeof PLANNED)[number]
export type PlanKind = Planned | (typeof NOT_PLANNED)[number]

/**
 * What is worth knowing before a row is written, as far as it is cheap to know. `not-checked`: what is put back is the owner that the
 * plan of the run showed, as nothing was read right before its write; `told-by-other`: it is one that somebody else than the run's author has
 * noted, and nothing else says so.
 */
export type PlanNote = 'paid' | 'sums-differ' | 'owner-has-orders' | 'not-checked' | 'told-by-other'

export interface PlanRow {
  kind: PlanKind
  line?: number
  /** What the line says of its order or owner, where that could not be read. */
  text?: string
  /** Absent where the line names none. */
  orderId?: OrderId
  order?: Order
  /** Whom the order belongs to now. Nothing where that is not known. */
  before?: OwnerState | null
  /** Whom it is to belong to. Nothing where that could not be read. */
  after?: OwnerState | null
  notes: readonly PlanNote[]
  failure?: PortalFailure
}

/** What a run would do. */
export interface Plan {
  rows: readonly PlanRow[]
  /** When its bindings were read, in milliseconds of the engine's clock. */
  readAt: number
}

/** Tells whether a row of this kind is to be written. */
export function isPlanned(kind: PlanKind): kind is Planned {
  return PLANNED.some((planned) => planned === kind)
}

/** Gives what a run of these rows writes, sorted by order; what is not planned is left out. */
export function toRunRows(rows: readonly PlanRow[]): RunRow[] {
  const planned = rows.flatMap(({ kind, orderId, before, after }): RunRow[] => {
    const isKnown = orderId !== undefined && before !== undefined && after !== undefined
    return isPlanned(kind) && isKnown
      ? [{ orderId, expected: before && refOf(before), after: after && refOf(after) }]
      : []
  })
  return inRunOrder(planned)
}

/** Counts the rows by what becomes of them; kinds without rows are absent. */
export function countPlan(rows: readonly PlanRow[]): ReadonlyMap<PlanKind, number> {
  const counts = new Map<PlanKind, number>()
  for (const { kind } of rows) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}
