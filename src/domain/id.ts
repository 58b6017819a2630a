/** Ids carry their meaning, so that an order id cannot be passed as an owner id. */

export type OrderId = number & { readonly of: 'order' }
export type OwnerId = number & { readonly of: 'owner' }
export type OwnerTypeId = number & { readonly of: 'owner type' }

const isId = (value: number): boolean => Number.isSafeInteger(value) && value > 0

/** Gives the number as an order id. @throws RangeError unless it is a positive whole number. */
export function orderId(value: number): OrderId {
  if (!isId(value)) throw new RangeError(`Not an order id: ${value}`)
  return value as OrderId
}

/** Gives the number as an owner id. @throws RangeError unless it is a positive whole number. */
export function ownerId(value: number): OwnerId {
  if (!isId(value)) throw new RangeError(`Not an owner id: ${value}`)
  return value as OwnerId
}

/** Gives the number as an owner type id. @throws RangeError unless it is a positive whole number. */
export function ownerTypeId(value: number): OwnerTypeId {
  if (!isId(value)) throw new RangeError(`Not an owner type id: ${value}`)
  return value as OwnerTypeId
}
