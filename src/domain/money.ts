/** A sum in one currency. */
export interface Money {
  amount: number
  /** ISO 4217, as the portal spells it. */
  currency: string
}

/** Tells whether two sums are the same to the cent; sums in different currencies never are. */
export function isSameMoney(one: Money, other: Money): boolean {
  return one.currency === other.currency && Math.round(one.amount * 100) === Math.round(other.amount * 100)
}
