import type { ItemFieldsResult } from '@contract/field-descriptions'
import type { FieldKind } from '@emulator/lists/filter'
import type { ItemField, ItemFields } from './item-fields'
import { mapValues } from './map-values'

const TYPE_BY_KIND: Record<FieldKind, string> = {
  int: 'integer',
  float: 'double',
  date: 'datetime',
  day: 'date',
  flag: 'boolean',
  string: 'string',
}

/** Types that tell more than how a value compares. */
const TYPES: Readonly<Record<string, string>> = {
  createdBy: 'user',
  updatedBy: 'user',
  assignedById: 'user',
  movedBy: 'user',
  lastActivityBy: 'user',
  observers: 'user',
  companyId: 'crm_company',
  companyIds: 'crm_company',
  mycompanyId: 'crm_company',
  contactId: 'crm_contact',
  contactIds: 'crm_contact',
  leadId: 'crm_lead',
  quoteId: 'crm_quote',
  categoryId: 'crm_category',
  currencyId: 'crm_currency',
  stageId: 'crm_status',
  previousStageId: 'crm_status',
  sourceId: 'crm_status',
  sourceDescription: 'text',
  comments: 'text',
  locationId: 'location',
}

/** `assignedById` → `ASSIGNED_BY_ID`, `parentId2` → `PARENT_ID_2`. */
function toUpperName(name: string): string {
  return name.replace(/([A-Z]|\d+$)/g, '_$1').toUpperCase()
}

function describe({ kind, isWritable, isList }: ItemField, name: string): ItemFieldsResult['fields'][string] {
  const upperName = toUpperName(name)
  const type = name.startsWith('parentId') ? 'crm_entity' : (TYPES[name] ?? TYPE_BY_KIND[kind])
  const flags = { isRequired: name === 'opened', isImmutable: false, isDynamic: false }
  // unconfirmed: the portal has titles in its language.
  return { type, ...flags, isReadOnly: !isWritable, isMultiple: isList === true, title: upperName, upperName }
}

/** Describes the fields of a type. @see api-reference/crm/universal/crm-item-fields.md */
export function describeItemFields(table: ItemFields): ItemFieldsResult {
  return { fields: mapValues(table, describe) }
}
