import type { ClientRef, Customer } from './customer'
import type { OwnerId, OwnerTypeId } from './id'
import type { Money } from './money'
import type { UnreadableField } from './unreadable'

/** Which CRM object: its type and its id. */
export interface OwnerRef {
  typeId: OwnerTypeId
  id: OwnerId
}

/** A CRM object that an order can belong to, as one command of a list gives it: what it names is in its `OwnerDetails`. */
export interface Owner {
  ref: OwnerRef
  title: string
  /** Absent where the type has no sums or it could not be read. */
  sum?: Money
  /** Absent where the type has no stages or it could not be read. */
  stage?: StageRef
  /** The main contact and the company; one that could not be read stands in `unreadable`. */
  clients: readonly ClientRef[]
  /** Why something is absent; empty for an owner that was read in full. */
  unreadable: readonly UnreadableField[]
}

/** Which stage of which pipeline. */
export interface StageRef {
  pipelineId: number
  code: string
}

export interface OwnerStage {
  name: string
  /** Whether the object is still in work, won or lost. */
  meaning: 'in-progress' | 'success' | 'failure'
  /** `#9dde6b`; absent where the portal has none. */
  colour?: string | undefined
}

/** The names behind what an owner refers to. */
export interface OwnerDetails {
  /** `none`: the type has no stages; `unread`: the answer did not come, or does not name this stage. */
  stage: OwnerStage | 'none' | 'unread'
  customer: Customer
}

/**
 * What is known of an owner that a binding names.
 * - `hidden`: it may exist, but this person does not see it
 * - `gone`: the portal said that there is no such object
 * - `unread`: not asked for, or the answer did not come
 */
export type OwnerState =
  | { kind: 'present'; owner: Owner }
  | { kind: 'hidden'; ref: OwnerRef }
  | { kind: 'gone'; ref: OwnerRef }
  | { kind: 'unread'; ref: OwnerRef }

/** Tells whether an owner has no sum because it could not be read; its type may have none. */
export function isSumUnread({ unreadable }: Owner): boolean {
  return unreadable.some(({ field }) => field === 'opportunity' || field === 'currencyId')
}

/** Gives one string per owner, for maps and keys. */
export function ownerKey(ref: OwnerRef): string {
  return `${ref.typeId}:${ref.id}`
}

/** Tells whether two references name the same owner; two absent ones do. */
export function isSameOwner(one: OwnerRef | null, other: OwnerRef | null): boolean {
  if (one === null || other === null) return one === other
  return one.typeId === other.typeId && one.id === other.id
}

/** Gives the reference of an owner, whatever is known of it. */
export function refOf(state: OwnerState): OwnerRef {
  return state.kind === 'present' ? state.owner.ref : state.ref
}
