import type { OwnerTypeId } from '@/domain/id'
import type { Ask } from './ask'
import type { OwnerRow } from './owner-rows'
import type { ReadRows } from './row-fields'
import type { ItemFilter } from './title-filter'
import { asFailure, PortalFailure } from '@/domain/failure'
import { OWNER_FIELDS, OWNER_ROWS } from './owner-rows'

/** Reads one page of owners of a type, newest first. */
export type ReadOwnerPage = (typeId: OwnerTypeId, filter: ItemFilter) => Promise<ReadRows<OwnerRow>>

/** A list says NOT_FOUND of its type: no owner is gone then, the portal just does not have such a list. */
function throwAboutType(error: unknown): never {
  const failure = asFailure(error)
  if (failure.kind !== 'owner-gone') throw failure
  const { changed, code, description } = failure
  throw new PortalFailure({ kind: 'refused', changed, code, description, cause: failure })
}

/** Makes the read of one page of owners of a type, newest first. */
export function createReadOwnerPage(ask: Ask): ReadOwnerPage {
  return async (typeId, filter) => {
    const params = { entityTypeId: typeId, select: OWNER_FIELDS, filter, order: { id: 'DESC' }, start: -1 }
    return (await ask({ method: 'crm.item.list', params }, OWNER_ROWS).catch(throwAboutType)).result
  }
}
