import type { OwnerTypeId } from './id'

/** A CRM object type that the portal lists as a possible owner of an order. */
export interface OwnerType {
  id: OwnerTypeId
  /** The portal's own name for the type, in the person's language. */
  name: string
  /** `DEAL`, `SMART_INVOICE`, … */
  code: string
  /** As the portal sends it; its meaning is not documented. */
  attribute: string
  /** The portal does not list it; an administrator has set that it is offered all the same. */
  isUnlisted?: boolean
}

/** What texts call an owner of a type: `item` goes with the portal's name for the type. */
export type OwnerWord = 'deal' | 'invoice' | 'item'
