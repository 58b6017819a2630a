import type { LocalPortal } from '@emulator/portal/state'
import type { StoredRow } from './item-rows'
import { ENTITY_TYPE } from '@contract/entity-types'
import { readRows } from './item-rows'
import { readTypes } from './item-types'

/** An object that may have product rows. */
export interface RowOwner {
  entityTypeId: number
  id: number
}

/** The short code of a type, `D` or `T40e`. */
export function toOwnerCode(portal: LocalPortal, entityTypeId: number): string {
  return readTypes(portal).find(({ id }) => id === entityTypeId)?.short ?? ''
}

const CLIENTS: readonly number[] = [ENTITY_TYPE.contact, ENTITY_TYPE.company]
/** The types whose short code is known here, but for those without product rows: the old invoice and what is no CRM object. */
const WITH_ROWS: readonly number[] = [ENTITY_TYPE.lead, ENTITY_TYPE.deal, ENTITY_TYPE.quote, ENTITY_TYPE.smartInvoice]

/**
 * Finds a type by its short code: one with product rows, `client` for contacts and companies, nothing for others. Letter case
 * counts but for the hexadecimal number of a dynamic type. @see api-reference/crm/universal/product-rows/index.md
 */
export function findOwnerType(portal: LocalPortal, code: string): number | 'client' | undefined {
  const written = /^T[0-9a-f]+$/i.test(code) ? `T${code.slice(1).toLowerCase()}` : code
  const id = readTypes(portal).find(({ short }) => short === written)?.id
  if (id === undefined) return undefined
  if (CLIENTS.includes(id)) return 'client'
  return WITH_ROWS.includes(id) || portal.data.types.some(({ entityTypeId }) => entityTypeId === id) ? id : undefined
}

/** The object itself; nothing when there is none. */
export function findOwner(portal: LocalPortal, { entityTypeId, id }: RowOwner): StoredRow | undefined {
  return readRows(portal, entityTypeId).get(id)
}
