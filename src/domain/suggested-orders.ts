import type { ClientRef } from './customer'
import type { OrderId } from './id'
import type { Order } from './order'
import type { OwnerRef } from './owner'
import type { Likeness, Reason, Traits } from './suggestion'
import { isSameOwner } from './owner'
import { compareTraits, gapBetween } from './suggestion'

/** An order that could be brought to an owner, with what it is compared by. */
export interface OrderCandidate {
  order: Order
  /** As far as they are known: those of the newest orders are not asked for. */
  clients: readonly ClientRef[]
  products?: readonly number[] | undefined
  /** The owner that it has now; absent where it is not known. */
  owner?: OwnerRef | null | undefined
}

export interface SuggestedOrder {
  order: Order
  /** The owner that the order had when it was suggested; absent where it could not be read. */
  owner?: OwnerRef | null | undefined
  /** The strongest first; a row shows two of them. */
  reasons: readonly Reason[]
}

/**
 * Suggested orders under one heading; never an empty group, and no order in two of them.
 * - `same-customer`: of the owner's customer
 * - `without-owner`: among the newest ones
 * - `recent`: the newest others
 */
export interface OrderSuggestions {
  kind: 'same-customer' | 'without-owner' | 'recent'
  rows: readonly SuggestedOrder[]
  /** There are more than these. */
  hasMore: boolean
}

/** How many rows a group shows. */
const MOST_ROWS = 5

interface OrderChoice {
  owner: { ref: OwnerRef } & Traits
  ofCustomer: readonly OrderCandidate[]
  /** Newest first. */
  newest: readonly OrderCandidate[]
}

interface Compared extends Likeness {
  candidate: OrderCandidate
  gap: number
}

function compare(owner: Traits, candidate: OrderCandidate): Compared {
  const { order, clients, products } = candidate
  const traits: Traits = { clients, at: order.createdAt, sum: order.sum, products }
  return { candidate, ...compareTraits(traits, owner, 'order'), gap: gapBetween(traits, owner) }
}

function byLikeness(one: Compared, other: Compared): number {
  return other.score - one.score || one.gap - other.gap || other.candidate.order.id - one.candidate.order.id
}

/** That a stranger's order came in the same week says nothing. */
const withoutTime = ({ reasons }: Compared): Reason[] => reasons.filter(({ kind }) => kind !== 'days-apart')

/** Those that have something in common first, else in the order given. */
const likeFirst = (one: Compared, other: Compared): number => withoutTime(other).length - withoutTime(one).length

function toGroup(
  kind: OrderSuggestions['kind'],
  compared: readonly Compared[],
  toReasons: (one: Compared) => readonly Reason[],
): OrderSuggestions {
  const rows = compared.slice(0, MOST_ROWS).map((one) => {
    const { order, owner } = one.candidate
    return { order, owner, reasons: toReasons(one) }
  })
  return { kind, rows, hasMore: compared.length > rows.length }
}

function withoutRepeats(candidates: readonly OrderCandidate[], except: ReadonlySet<OrderId>): OrderCandidate[] {
  const byId = new Map(candidates.map((candidate) => [candidate.order.id, candidate]))
  return [...byId.values()].filter(({ order }) => !except.has(order.id))
}

/** Sorts orders into groups, the likeliest first; those that the owner has already are left out. */
export function groupOrders({ owner, ofCustomer, newest }: OrderChoice): OrderSuggestions[] {
  const isElsewhere = ({ owner: now }: OrderCandidate) => !isSameOwner(now ?? null, owner.ref)
  const toCompared = (candidates: readonly OrderCandidate[]) =>
    candidates.filter(isElsewhere).map((candidate) => compare(owner, candidate))
  const customers = withoutRepeats(ofCustomer, new Set())
  const others = toCompared(withoutRepeats(newest, new Set(customers.map(({ order }) => order.id))))
  const free = others.filter(({ candidate }) => candidate.owner === null)
  const recent = others.filter((one) => !free.includes(one))
  const groups = [
    toGroup('same-customer', toCompared(customers).toSorted(byLikeness), ({ reasons }) => reasons),
    toGroup('without-owner', free.toSorted(likeFirst), withoutTime),
    toGroup('recent', recent, withoutTime),
  ]
  return groups.filter(({ rows }) => rows.length > 0)
}
