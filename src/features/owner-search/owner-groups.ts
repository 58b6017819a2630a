import type { Found } from '@/domain/found'
import type { Owner } from '@/domain/owner'
import type { OwnerSuggestions } from '@/domain/suggested-owners'
import type { Reason } from '@/domain/suggestion'

export interface OwnerRow {
  owner: Found<Owner>
  /** Why it is suggested; empty for one that is not. */
  reasons: readonly Reason[]
}

/** The part of a list under one heading; never an empty one. */
export interface OwnerGroup {
  heading: OwnerSuggestions['kind'] | 'newest' | 'found' | 'ofCustomers'
  rows: readonly OwnerRow[]
  /** A search finds more than these. */
  hasMore?: boolean
}

const idOf = ({ ref: { id } }: Owner): number => id

/** Gives two groups of owners of one type; whom the first has, the second does not repeat. */
function toPair(
  [first, owners]: [OwnerGroup['heading'], readonly Found<Owner>[]],
  [second, others]: [OwnerGroup['heading'], readonly Found<Owner>[]],
): OwnerGroup[] {
  const known = new Set(owners.map(idOf))
  const toRow = (owner: Found<Owner>): OwnerRow => ({ owner, reasons: [] })
  const groups = [
    { heading: first, rows: owners.map(toRow) },
    { heading: second, rows: others.filter((owner) => !known.has(idOf(owner))).map(toRow) },
  ]
  return groups.filter(({ rows }) => rows.length > 0)
}

/** Groups what a search found; an owner that was found by itself is not shown again under its customer. */
export function foundGroups(found: readonly Found<Owner>[], ofCustomers: readonly Owner[]): OwnerGroup[] {
  return toPair(['found', found], ['ofCustomers', ofCustomers])
}

/** Groups what is shown where nothing is suggested. */
export function newestGroups(recent: readonly Owner[], newest: readonly Found<Owner>[]): OwnerGroup[] {
  return toPair(['recent', recent], ['newest', newest])
}
