import type { OwnerId, OwnerTypeId } from './id'
import type { Money } from './money'

/** Which CRM object: its type and its id. */
export interface OwnerRef {
  typeId: OwnerTypeId
  id: OwnerId
}

/** A CRM object that an order can belong to. */
export interface Owner {
  ref: OwnerRef
  title: string
  /** The stage's name; absent where the type has no stages or the person may not read them. */
  stage?: OwnerStage
  sum?: Money
  customer?: string
}

export interface OwnerStage {
  name: string
  /** Whether the object is still in work, won or lost. */
  meaning: 'in-progress' | 'success' | 'failure'
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
