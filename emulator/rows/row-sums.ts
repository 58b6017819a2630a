import type { Params } from '@emulator/calls/call'
import type { LocalPortal } from '@emulator/portal/state'
import type { RowOwner } from './row-owners'
import { omitFields } from '@emulator/lists/lists'
import { readProductRows } from './product-rows'
import { toRowSums } from './row-prices'

/** Sums that follow the product rows of an object, unless it counts them by hand. */
const SUMS = ['opportunity', 'taxValue']

/** Leaves out sums that a call cannot set: those of an object with product rows. unconfirmed */
export function withoutRowSums(
  portal: LocalPortal,
  owner: RowOwner,
  { values, before }: Record<'values' | 'before', Params>,
): Params {
  const isManual = { ...before, ...values }.isManualOpportunity === 'Y'
  return isManual || readProductRows(portal, owner).length === 0 ? values : omitFields(values, SUMS)
}

/** Gives an object the sums of its product rows, if it has any and does not count by hand. */
export function withRowSums(portal: LocalPortal, owner: RowOwner, row: Params): Params {
  const rows = row.isManualOpportunity === 'Y' ? [] : readProductRows(portal, owner)
  return rows.length === 0 ? row : { ...row, ...toRowSums(rows) }
}
