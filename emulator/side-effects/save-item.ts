import type { LocalPortal } from '@emulator/portal/state'
import type { DraftRow, StoredRow } from '@emulator/rows/item-rows'
import { hasMultifields, storeRow } from '@emulator/rows/item-rows'
import { withMultifields } from '@emulator/rows/multifields'
import { linkClients } from './link-clients'

/** What a call writes: the checked row, and the phones and e-mails that were sent, if any. */
interface ItemChange {
  entityTypeId: number
  row: DraftRow
  fm: unknown
}

/** Stores an object with what follows from it: phones and e-mails get their ids, contacts and companies name each other. */
export function saveItem(portal: LocalPortal, { entityTypeId, row, fm }: ItemChange): StoredRow {
  const whole = hasMultifields(entityTypeId) ? withMultifields(portal, row, fm) : row
  const stored = storeRow(portal, entityTypeId, whole)
  linkClients(portal, { entityTypeId, id: stored.id })
  return stored
}
