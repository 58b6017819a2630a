import type { ClientRef } from './customer'
import type { OwnerId } from './id'
import type { Moment } from './moment'
import type { Owner, OwnerRef } from './owner'
import type { Likeness, Reason, Traits } from './suggestion'
import type { TwinOrder } from './twin'
import { ownerKey } from './owner'
import { compareTraits, gapBetween, isSameCustomer } from './suggestion'
import { isTwin, otherTwinOf } from './twin'

/** An owner that an order could belong to, with what it is compared by. */
export interface OwnerCandidate {
  owner: Owner
  /** All of them, where the owner names more than its main contact. */
  clients: readonly ClientRef[]
  openedAt?: Moment | undefined
  /** Absent where the type has no stages or they could not be read: then it counts as open. */
  isOpen?: boolean | undefined
  products?: readonly number[] | undefined
}

/** The order that an owner is wanted for. */
export interface WantingOrder extends TwinOrder {
  clients: readonly ClientRef[]
  products: readonly number[]
}

export interface SuggestedOwner {
  owner: Owner
  /** The strongest first; a row shows two of them. */
  reasons: readonly Reason[]
}

/**
 * Suggested owners under one heading; never an empty group, and no owner in two of them.
 * - `suggested`: of the order's customer, open ones first
 * - `open`: others that are open, `recent`: others that this person chose lately
 * - `twins`: made by the store for one order; that of this very order last
 */
export interface OwnerSuggestions {
  kind: 'suggested' | 'open' | 'recent' | 'twins'
  rows: readonly SuggestedOwner[]
  /** There are more than these. */
  hasMore: boolean
}

/** How many rows a group shows. */
const MOST_ROWS = 5
/** How many owners are compared by their products. */
export const BEST = 5
/** With so much in common an owner is suggested although the customer of one of the two is not known. */
const ENOUGH = 40

interface Compared extends Likeness {
  candidate: OwnerCandidate
  gap: number
  isCustomers: boolean | undefined
}

const toTraits = ({ owner, clients, openedAt, products }: OwnerCandidate): Traits => ({
  clients,
  at: openedAt,
  sum: owner.sum,
  products,
})

function compare(order: WantingOrder, candidate: OwnerCandidate): Compared {
  const traits = toTraits(candidate)
  const wanting: Traits = { ...order, at: order.createdAt }
  return {
    candidate,
    ...compareTraits(wanting, traits, 'owner'),
    gap: gapBetween(wanting, traits),
    isCustomers: isSameCustomer(wanting, traits),
  }
}

const isOpen = ({ candidate }: Compared): boolean => candidate.isOpen !== false
const keyOf = ({ candidate }: Compared): string => ownerKey(candidate.owner.ref)

function byLikeness(one: Compared, other: Compared): number {
  return other.score - one.score || one.gap - other.gap || other.candidate.owner.ref.id - one.candidate.owner.ref.id
}

const openFirst = (one: Compared, other: Compared): number =>
  Number(isOpen(other)) - Number(isOpen(one)) || byLikeness(one, other)

const isSuggested = ({ isCustomers, score }: Compared): boolean =>
  isCustomers === true || (isCustomers === undefined && score >= ENOUGH)

/** When it was opened stands in for a reason that time does not give. */
function withOpening(reasons: readonly Reason[], { openedAt }: OwnerCandidate): readonly Reason[] {
  if (!openedAt || reasons.some(({ kind }) => kind === 'days-apart')) return reasons
  return [...reasons, { kind: 'opened', at: openedAt }]
}

/** That a stranger's owner was opened in the same week says nothing. */
const withoutTime = ({ reasons }: Compared): Reason[] => reasons.filter(({ kind }) => kind !== 'days-apart')

function toGroup(
  kind: OwnerSuggestions['kind'],
  compared: readonly Compared[],
  toReasons: (one: Compared) => readonly Reason[],
): OwnerSuggestions {
  const rows = compared
    .slice(0, MOST_ROWS)
    .map((one) => ({ owner: one.candidate.owner, reasons: withOpening(toReasons(one), one.candidate) }))
  return { kind, rows, hasMore: compared.length > rows.length }
}

interface OwnerChoice {
  order: WantingOrder
  candidates: readonly OwnerCandidate[]
  /** Newest choice first. */
  recent: readonly OwnerRef[]
  /** Orders that titles of candidates name, by number. */
  ordersByNumber: ReadonlyMap<string, TwinOrder>
}

/** Sorts twins out: first those of other orders, the likest first, then that of this order. */
function toTwins({ order, ordersByNumber }: OwnerChoice, compared: readonly Compared[]) {
  const own = compared.filter(({ candidate: { owner, openedAt } }) => isTwin(order, { ...owner, openedAt }))
  const others = compared.flatMap((one) => {
    const { owner, openedAt } = one.candidate
    const number = own.includes(one) ? undefined : otherTwinOf({ ...owner, openedAt }, ordersByNumber)
    // Its title names this very order, and it is no twin of it any more.
    return number === undefined || number === order.number ? [] : [{ one, number }]
  })
  return { own, others }
}

function toTwinGroup({ own, others }: ReturnType<typeof toTwins>): OwnerSuggestions {
  const shown = others.toSorted(({ one }, { one: other }) => byLikeness(one, other)).slice(0, MOST_ROWS - own.length)
  const rows = [
    ...shown.map(({ one, number }) => ({ one, reason: { kind: 'twin-of' as const, number } })),
    ...own.map((one) => ({ one, reason: { kind: 'own-twin' as const } })),
  ]
  return {
    kind: 'twins',
    rows: rows.map(({ one, reason }) => ({ owner: one.candidate.owner, reasons: [reason] })),
    hasMore: others.length > shown.length,
  }
}

function withoutRepeats(candidates: readonly OwnerCandidate[]): OwnerCandidate[] {
  return [...new Map(candidates.map((candidate) => [ownerKey(candidate.owner.ref), candidate])).values()]
}

/** Sorts owners into groups, the likeliest first. */
export function groupOwners(choice: OwnerChoice): OwnerSuggestions[] {
  const compared = withoutRepeats(choice.candidates).map((candidate) => compare(choice.order, candidate))
  const twins = toTwins(choice, compared)
  const twinKeys = new Set([...twins.own, ...twins.others.map(({ one }) => one)].map(keyOf))
  const others = compared.filter((one) => !twinKeys.has(keyOf(one)))
  const suggested = others.filter(isSuggested).toSorted(openFirst)
  const rest = others.filter((one) => !isSuggested(one))
  const recent = choice.recent.flatMap((ref) => rest.find((one) => keyOf(one) === ownerKey(ref)) ?? [])
  const open = rest
    .filter((one) => isOpen(one) && !recent.includes(one))
    .toSorted((one, other) => withoutTime(other).length - withoutTime(one).length || byNewest(one, other))
  const groups = [
    toGroup('suggested', suggested, ({ reasons }) => reasons),
    toGroup('open', open, withoutTime),
    toGroup('recent', recent, withoutTime),
    toTwinGroup(twins),
  ]
  return groups.filter(({ rows }) => rows.length > 0)
}

const byNewest = (one: Compared, other: Compared): number => other.candidate.owner.ref.id - one.candidate.owner.ref.id

/** Gives the owners whose products are worth comparing: the best of those that would be suggested. */
export function bestOwners(choice: OwnerChoice): OwnerId[] {
  const suggested = groupOwners(choice).find(({ kind }) => kind === 'suggested')
  return (suggested?.rows ?? []).slice(0, BEST).map(({ owner }) => owner.ref.id)
}
