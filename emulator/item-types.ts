import type { LocalPortal } from '@emulator/state'
import type { FieldKinds } from '@emulator/filter'
import { ENTITY_TYPE } from '@contract/order-binding'
import { wordsOf } from '@emulator/words'

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
export interface NamedType {
  id: number
  code: string
  short: string
  name: string
}

/** Gives every CRM type, the built-in ones first. A dynamic type is called `DYNAMIC_<id>` and `T<id in hex>`. */
export function readTypes(portal: LocalPortal): NamedType[] {
  const words = wordsOf(portal.settings.language)
  const builtIn = BUILT_IN_TYPES.map((type) => ({ ...type, name: words.types[type.code] ?? type.code }))
  const dynamic = portal.data.types.map(({ entityTypeId, title }) => ({
    id: entityTypeId,
    code: `DYNAMIC_${entityTypeId}`,
    short: `T${entityTypeId.toString(16)}`,
    name: title,
  }))
  return [...builtIn, ...dynamic]
}

const COMMON_KINDS: FieldKinds = {
  id: 'int',
  title: 'string',
  createdTime: 'date',
  updatedTime: 'date',
  createdBy: 'int',
  assignedById: 'int',
  opened: 'string',
  companyId: 'int',
  contactId: 'int',
  opportunity: 'float',
  isManualOpportunity: 'string',
  currencyId: 'string',
  categoryId: 'int',
  stageId: 'string',
  begindate: 'date',
  closedate: 'date',
}

const DEAL_KINDS: FieldKinds = {
  ...COMMON_KINDS,
  closed: 'string',
  orderStage: 'string',
  parentId7: 'int',
  stageSemanticId: 'string',
  typeId: 'string',
}

const INVOICE_KINDS: FieldKinds = {
  ...COMMON_KINDS,
  accountNumber: 'string',
  mycompanyId: 'int',
  parentId2: 'int',
  parentId7: 'int',
}

const CONTACT_KINDS: FieldKinds = { id: 'int', name: 'string', lastName: 'string' }
const COMPANY_KINDS: FieldKinds = { id: 'int', title: 'string' }

/** Types that exist but that `crm.item.*` does not serve: the old invoice and the order. */
const UNSUPPORTED: readonly number[] = [5, ENTITY_TYPE.order]

/** What `crm.item.*` knows about a type: its filterable fields, `unsupported`, or undefined for no such type. */
export function findItemKinds(portal: LocalPortal, entityTypeId: number): FieldKinds | 'unsupported' | undefined {
  if (UNSUPPORTED.includes(entityTypeId)) return 'unsupported'
  if (entityTypeId === ENTITY_TYPE.deal) return DEAL_KINDS
  if (entityTypeId === ENTITY_TYPE.smartInvoice) return INVOICE_KINDS
  if (entityTypeId === ENTITY_TYPE.contact) return CONTACT_KINDS
  if (entityTypeId === ENTITY_TYPE.company) return COMPANY_KINDS
  if (entityTypeId === ENTITY_TYPE.lead || entityTypeId === ENTITY_TYPE.quote) return COMMON_KINDS
  return portal.data.types.some((type) => type.entityTypeId === entityTypeId) ? INVOICE_KINDS : undefined
}
