import type { FieldKinds } from '@emulator/lists/filter'
import type { LocalPortal } from '@emulator/portal/state'
import type { ItemFields } from './item-fields'
import { ENTITY_TYPE } from '@contract/entity-types'
import { messagesOf } from '@emulator/portal/messages'
import {
  MINIMAL_FIELDS,
  COMPANY_FIELDS,
  CONTACT_FIELDS,
  DEAL_FIELDS,
  DYNAMIC_FIELDS,
  INVOICE_FIELDS,
} from './item-fields'
import { LEAD_FIELDS } from './lead-fields'
import { mapValues } from './map-values'

/** The built-in CRM types in the order of `crm.enum.ownertype`. @see api-reference/crm/auxiliary/enum/crm-enum-owner-type.md */
const BUILT_IN_TYPES = [
  { id: 1, code: 'LEAD', short: 'L' },
  { id: 2, code: 'DEAL', short: 'D' },
  { id: 3, code: 'CONTACT', short: 'C' },
  { id: 4, code: 'COMPANY', short: 'CO' },
  { id: 5, code: 'INVOICE', short: 'I' },
  { id: 31, code: 'SMART_INVOICE', short: 'SI' },
  { id: 7, code: 'QUOTE', short: 'Q' },
  { id: 8, code: 'REQUISITE', short: 'RQ' },
  { id: 36, code: 'SMART_DOCUMENT', short: 'DO' },
  { id: 39, code: 'SMART_B2E_DOC', short: 'SBD' },
] as const

/** One CRM type with its name in the portal's language. */
interface NamedType {
  id: number
  code: string
  short: string
  name: string
}

/** Gives every CRM type, the built-in ones first. A dynamic type is called `DYNAMIC_<id>` and `T<id in hex>`. */
export function readTypes(portal: LocalPortal): NamedType[] {
  const messages = messagesOf(portal.settings.language)
  const builtIn = BUILT_IN_TYPES.map((type) => ({ ...type, name: messages.types[type.code] ?? type.code }))
  const dynamic = portal.data.types.map(({ entityTypeId, title }) => ({
    id: entityTypeId,
    code: `DYNAMIC_${entityTypeId}`,
    short: `T${entityTypeId.toString(16)}`,
    name: title,
  }))
  return [...builtIn, ...dynamic]
}

/** Types that exist but that `crm.item.*` does not serve: the old invoice and the order. */
const UNSUPPORTED: readonly number[] = [5, ENTITY_TYPE.order]

const FIELDS_BY_TYPE: ReadonlyMap<number, ItemFields> = new Map<number, ItemFields>([
  [ENTITY_TYPE.lead, LEAD_FIELDS],
  [ENTITY_TYPE.deal, DEAL_FIELDS],
  [ENTITY_TYPE.contact, CONTACT_FIELDS],
  [ENTITY_TYPE.company, COMPANY_FIELDS],
  [ENTITY_TYPE.quote, MINIMAL_FIELDS],
  [ENTITY_TYPE.smartInvoice, INVOICE_FIELDS],
])

/** What `crm.item.*` knows about a type: its fields, `unsupported`, or undefined for no such type. */
export function findItemFields(portal: LocalPortal, entityTypeId: number): ItemFields | 'unsupported' | undefined {
  if (UNSUPPORTED.includes(entityTypeId)) return 'unsupported'
  const isDynamic = portal.data.types.some((type) => type.entityTypeId === entityTypeId)
  return FIELDS_BY_TYPE.get(entityTypeId) ?? (isDynamic ? DYNAMIC_FIELDS : undefined)
}

/** How the fields of a type compare. */
export function toKinds(fields: ItemFields): FieldKinds {
  return mapValues(fields, ({ kind }) => kind)
}
