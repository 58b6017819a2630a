import type { ClientRef } from './customer'
import type { Moment } from './moment'
import type { Money } from './money'
import { clientKey } from './customer'
import { asGreenwich } from './moment'
import { isSameMoney } from './money'

/** What an order and an owner are compared by. What is absent could not be read, or there is none: it gives no signal. */
export interface Traits {
  clients: readonly ClientRef[]
  /** When the order came in, or the owner was opened. */
  at?: Moment | undefined
  sum?: Money | undefined
  /** Products by their ids in the catalogue. */
  products?: readonly number[] | undefined
}

/** Why an order and an owner may belong together, said of the one that is suggested. */
export type Reason =
  | { kind: 'same-contact' }
  | { kind: 'same-company' }
  | { kind: 'same-sum' }
  | { kind: 'same-products'; count: number }
  /** By how many days it is earlier or later than the other one, as the portal's calendar counts them. */
  | { kind: 'days-apart'; days: number; direction: 'before' | 'after' | 'same-day' }
  /** Too far away to count, but good to know. */
  | { kind: 'opened'; at: Moment }
  /** The store made it for this very order, or for the order with this number. */
  | { kind: 'own-twin' }
  | { kind: 'twin-of'; number: string }

/** How much an order and an owner have in common. */
export interface Likeness {
  /** The strongest first. */
  reasons: readonly Reason[]
  score: number
}

const DAY = 86_400_000
/** What lies further apart has nothing to do with each other by its time. */
const NEAR_DAYS = 31
const STRENGTH = { 'same-contact': 40, 'same-company': 30, 'same-sum': 25, 'same-products': 15, 'days-apart': 20 }
/** Each product that both have beyond the first one. */
const MORE_PRODUCTS = 5
const MOST_PRODUCTS = 3
/** Most owners are there before their orders come. */
const OPENED_LATER = 0.6

interface Weighed {
  reason: Reason
  strength: number
}

function compareClients(order: Traits, owner: Traits): Weighed[] {
  const keys = new Set(owner.clients.map(clientKey))
  const shared = order.clients.filter((ref) => keys.has(clientKey(ref)))
  // A contact mostly buys for one company: naming both would say the same twice.
  if (shared.some(({ type }) => type === 'contact')) {
    return [{ reason: { kind: 'same-contact' }, strength: STRENGTH['same-contact'] }]
  }
  return shared.length > 0 ? [{ reason: { kind: 'same-company' }, strength: STRENGTH['same-company'] }] : []
}

function compareSums({ sum: one }: Traits, { sum: other }: Traits): Weighed[] {
  const isSame = one && other && one.amount !== 0 && isSameMoney(one, other)
  return isSame ? [{ reason: { kind: 'same-sum' }, strength: STRENGTH['same-sum'] }] : []
}

function compareProducts({ products: some = [] }: Traits, { products: others = [] }: Traits): Weighed[] {
  const count = new Set(some.filter((id) => others.includes(id))).size
  if (count === 0) return []
  const strength = STRENGTH['same-products'] + MORE_PRODUCTS * (Math.min(count, MOST_PRODUCTS) - 1)
  return [{ reason: { kind: 'same-products', count }, strength }]
}

/** The day that the portal's calendar showed, counted from any beginning. */
const dayOf = (at: Moment): number => Math.floor(asGreenwich(at).getTime() / DAY)

function compareTimes(suggested: Traits, other: Traits, openedAt: Moment | undefined): Weighed[] {
  if (!suggested.at || !other.at) return []
  const difference = dayOf(suggested.at) - dayOf(other.at)
  const days = Math.abs(difference)
  if (days > NEAR_DAYS) return []
  const direction = days === 0 ? 'same-day' : difference < 0 ? 'before' : 'after'
  const isOpenedLater = direction !== 'same-day' && (direction === 'after') === (openedAt === suggested.at)
  const strength = STRENGTH['days-apart'] * (1 - days / (NEAR_DAYS + 1)) * (isOpenedLater ? OPENED_LATER : 1)
  return [{ reason: { kind: 'days-apart', days, direction }, strength }]
}

/** Tells what an order and an owner have in common; `suggested` is the one of which the reasons speak. */
export function compareTraits(order: Traits, owner: Traits, suggested: 'order' | 'owner'): Likeness {
  const times = suggested === 'owner' ? compareTimes(owner, order, owner.at) : compareTimes(order, owner, owner.at)
  const weighed = [
    ...compareClients(order, owner),
    ...compareSums(order, owner),
    ...compareProducts(order, owner),
    ...times,
  ].toSorted((one, other) => other.strength - one.strength)
  return {
    reasons: weighed.map(({ reason }) => reason),
    score: weighed.reduce((sum, { strength }) => sum + strength, 0),
  }
}

/** Tells whether two are the same customer's; nothing where one of them names nobody who could be compared. */
export function isSameCustomer(one: Traits, other: Traits): boolean | undefined {
  if (compareClients(one, other).length > 0) return true
  const isComparable = one.clients.some(({ type }) => other.clients.some((ref) => ref.type === type))
  return isComparable ? false : undefined
}

/** By how many milliseconds two are apart; what has no time is the furthest. */
export function gapBetween({ at: one }: Traits, { at: other }: Traits): number {
  return one && other ? Math.abs(one.at - other.at) : Number.MAX_SAFE_INTEGER
}
