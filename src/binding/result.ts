import type { Step } from '@/domain/binding'
import type { Change } from '@/domain/change'
import type { PortalFailure } from '@/domain/failure'
import type { OrderId } from '@/domain/id'
import type { Order, OrderDocuments } from '@/domain/order'
import type { OwnerRef, OwnerState } from '@/domain/owner'

/**
 * What a person has to know before a move or an unbind. Parts that could not be read are absent: they are said to be
 * unknown, never guessed.
 */
export interface Question {
  orderId: OrderId
  /** `bind` only when asked again: the order lost its owner while the person was deciding. */
  step: Exclude<Step, 'nothing'>
  before: OwnerState | null
  after: OwnerState | null
  order?: Order
  documents?: OrderDocuments
  /** How many orders the new owner has already. */
  ordersOfAfter?: number
  /** How many orders stay with the old owner; deleting a deal deletes them. */
  ordersLeftBehind?: number
  /** Somebody changed the binding after the person had been asked. */
  isAskedAgain: boolean
}

/** Why a change is not even tried. */
export type Obstacle =
  | { because: 'owner-gone' | 'owner-hidden' | 'owner-unread' | 'in-progress' }
  /** The binding is no longer what the change made it, so undo would overwrite somebody's work. */
  | { because: 'changed-since'; now: OwnerRef | null }

/** A write that may have been carried out or not: neither it nor the readings after it were answered. */
export interface LostWrite {
  kind: 'unknown'
  failure: PortalFailure
  change: Change
  step: Step
}

/**
 * Whether the owner that a write replaced is the one that the person had seen: `unseen` is another one, which `change.before`
 * names; `unread` means that the answer which tells it was lost, and `change.before` is the owner last seen.
 */
export type Replaced = 'as-seen' | 'unseen' | 'unread'

/** How asking for a change ended. Only `done` changed anything for sure; only `unknown` leaves it open. */
export type Result =
  | { kind: 'asked'; question: Question }
  | { kind: 'nothing'; now: OwnerRef | null }
  | ({ kind: 'impossible' } & Obstacle)
  | { kind: 'done'; change: Change; step: Step; replaced: Replaced }
  /** `now` is the owner that the portal shows, where it was read after the attempt. */
  | { kind: 'not-done'; failure: PortalFailure; now?: OwnerRef | null }
  /** The portal shows an owner that is neither the one before nor the one wished: somebody else changed the order meanwhile. */
  | { kind: 'overtaken'; now: OwnerRef | null; ours: 'written' | 'not-written' | 'unknown' }
  | LostWrite

/** What the engine is doing for an order, for the screen. */
export type Stage = 'reading' | 'writing' | 'checking'

/** Told what the engine is doing, and for `checking` in how many milliseconds the end is known at the latest. */
export type OnStage = (stage: Stage, endsIn?: number) => void
