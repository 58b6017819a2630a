/** Which CRM contact or company. */
export interface ClientRef {
  type: 'company' | 'contact'
  id: number
}

/**
 * What is known of a contact or company that an order or an owner names.
 * - `named`: its name; `unnamed`: it is there and has none
 * - `deleted`: the portal said that there is no such object
 * - `hidden`: it may exist, but this person does not see it
 * - `unread`: the answer did not come
 */
export type Client =
  | { kind: 'named'; ref: ClientRef; name: string }
  | { kind: 'unnamed' | 'deleted' | 'hidden' | 'unread'; ref: ClientRef }

/**
 * What is known of the customer of an order or of an owner.
 * - `clients`: who is shown, as the portal does: the company, then the main contact; `refs` are all of them
 * - `buyer`: no client, but a name in the checkout form
 * - `none`: the portal answered that there is none
 * - `unread`: the answer did not come, or made no sense
 */
export type Customer =
  | { kind: 'clients'; shown: readonly [Client, ...Client[]]; refs: readonly ClientRef[] }
  | { kind: 'buyer'; name: string }
  | { kind: 'none' }
  | { kind: 'unread' }

/** Gives one string per client, for maps and keys. */
export function clientKey({ type, id }: ClientRef): string {
  return `${type}:${id}`
}

/** Tells whether something of a customer did not come, so that asking again may help. */
export function isUnread(customer: Customer): boolean {
  if (customer.kind === 'clients') return customer.shown.some(({ kind }) => kind === 'unread')
  return customer.kind === 'unread'
}
