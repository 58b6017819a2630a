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
}
