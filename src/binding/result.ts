import type { Step } from '@/domain/binding'
import type { Change, Wish } from '@/domain/change'
import type { Customer } from '@/domain/customer'
import type { PortalFailure } from '@/domain/failure'
import type { Order, OrderDocuments } from '@/domain/order'
import type { OwnerDetails, OwnerRef, OwnerState } from '@/domain/owner'

/**
 * What a person has to know before a move or an unbind. Parts that could not be read are absent: they are said to be
 * unknown, never guessed.
 */
export interface Question {
  /** `bind` only when asked again: the order lost its owner while the person was deciding. */
  step: Exclude<Step, 'nothing'>
  before: OwnerState | null
  after: OwnerState | null
  order?: Order
  customer?: Customer
  documents?: OrderDocuments
  stageOfBefore?: OwnerDetails['stage']
  /** Stage and customer of the new owner. */
  detailsOfAfter?: OwnerDetails
  /** How many orders the old owner has, this one included. */
  ordersOfBefore?: number
  /** How many orders the new owner has already. */
  ordersOfAfter?: number
  /** Somebody changed the binding after the person had been asked. */
  isAskedAgain: boolean
}

/** Why a change is not even tried. */
type Obstacle = 'owner-gone' | 'owner-hidden' | 'owner-unread' | 'in-progress'

/**
 * Whether the owner that a write replaced is the one that the person had seen: `unseen` is another one, which `change.before`
 * names; `unread` means that the answer which tells it was lost, and `change.before` is the owner last seen.
 */
export type Replaced = 'as-seen' | 'unseen' | 'unread'

/** A change that was sent, with what it replaced. */
interface Sent {
  change: Change
  replaced: Replaced
  /** `false` where the portal keeps changes, and what this one replaced could not be written down there. */
  isKept?: boolean
}

/** How asking for a change ended. Only `done` changed anything for sure; only `unknown` leaves it open. */
type End =
  | { kind: 'asked'; question: Question }
  | { kind: 'nothing'; now: OwnerRef | null }
  | { kind: 'impossible'; because: Obstacle }
  | ({ kind: 'done' } & Sent)
  /** `now` is the owner that the portal shows, where it was read after the attempt. */
  | { kind: 'not-done'; failure: PortalFailure; now?: OwnerRef | null }
  /** Somebody else changed the order: it has neither the owner that it was to be taken from nor the one wished. */
  | { kind: 'overtaken'; now: OwnerRef | null; ours: 'written' | 'not-written' | 'unknown' }
  /** There is no such order any more, which is not the same as one without an owner. */
  | { kind: 'order-gone' }
  /**
   * The write may have been carried out or not: neither it nor the readings after it were answered, or a mistake of ours ended
   * it. `sentAt` in milliseconds of the engine's clock.
   */
  | ({ kind: 'unknown'; failure: PortalFailure; sentAt: number } & Sent)

export type Result = End & { wish: Wish }
export type ResultOf<Kind extends Result['kind']> = Extract<Result, { kind: Kind }>

/** What the engine is doing for an order; for `checking`, since when, in milliseconds of its clock. */
export type Stage = { kind: 'reading' } | { kind: 'writing' } | { kind: 'checking'; since: number }

/** Is told what the engine is doing. */
export type OnStage = (stage: Stage) => void
