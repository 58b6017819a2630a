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

/**
 * Tells whether an order and an owner are the same customer's: they share a company or a contact. A contact and a company cannot be
 * compared, nor can what is not known; where one of the two has no customer there is nothing to compare.
 */
export function compareCustomers(one: Customer, other: Customer): 'same' | 'different' | 'unknown' | 'none' {
  if (one.kind === 'unread' || other.kind === 'unread') return 'unknown'
  if (one.kind !== 'clients' || other.kind !== 'clients') return 'none'
  const keys = other.refs.map(clientKey)
  if (one.refs.some((ref) => keys.includes(clientKey(ref)))) return 'same'
  const isComparable = one.refs.some(({ type }) => other.refs.some((ref) => ref.type === type))
  return isComparable ? 'different' : 'unknown'
}

/** Gives the names of a customer, the company first; as many as are known. */
export function namesOf(customer: Customer): string[] {
  if (customer.kind === 'buyer') return [customer.name]
  return customer.kind === 'clients' ? customer.shown.flatMap((client) => ('name' in client ? [client.name] : [])) : []
}
