import type { FieldDescription, FieldDescriptions } from '@contract/field-descriptions'
import type { FieldKind } from '@emulator/lists/filter'
import type { LegacyType } from './legacy-type'
import { ENTITY_TYPE } from '@contract/entity-types'
import { hasMultifields } from './item-rows'
import { MULTIFIELD_NAMES } from './legacy-multifields'

const TYPE_BY_KIND: Record<FieldKind, string> = {
  int: 'integer',
  float: 'double',
  date: 'datetime',
  day: 'date',
  flag: 'char',
  string: 'string',
}

/** Types that tell more than how a value compares. */
const TYPES: Readonly<Record<string, string>> = {
  ASSIGNED_BY_ID: 'user',
  CREATED_BY_ID: 'user',
  MODIFY_BY_ID: 'user',
  MOVED_BY_ID: 'user',
  LAST_ACTIVITY_BY: 'user',
  LEAD_ID: 'crm_lead',
  QUOTE_ID: 'crm_quote',
  COMPANY_ID: 'crm_company',
  COMPANY_IDS: 'crm_company',
  CONTACT_ID: 'crm_contact',
  CONTACT_IDS: 'crm_contact',
  CATEGORY_ID: 'crm_category',
  CURRENCY_ID: 'crm_currency',
  LOCATION_ID: 'location',
  PHOTO: 'file',
  LOGO: 'file',
  ADDRESS_LOC_ADDR_ID: 'integer',
  REG_ADDRESS_LOC_ADDR_ID: 'integer',
}

const DIRECTORIES: Readonly<Record<string, string>> = {
  HONORIFIC: 'HONORIFIC',
  SOURCE_ID: 'SOURCE',
  STATUS_ID: 'STATUS',
  COMPANY_TYPE: 'COMPANY_TYPE',
  INDUSTRY: 'INDUSTRY',
  EMPLOYEES: 'EMPLOYEES',
}

/** These come from the object that this one was made from. */
const FROM_ORIGIN = ['LEAD_ID', 'QUOTE_ID']

/** What calls may set though the portal does not keep it: files and addresses. */
const NOT_KEPT = /^(?:PHOTO|LOGO|(?:REG_)?ADDRESS.*)$/

/** The portal has titles of its own for them, in its language; these are made from the names. unconfirmed */
function toTitle(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/\bid\b/, 'ID')
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`
}

/** Types of the objects that fields name, but for those that stand in lists as well. */
const PARENTS: Readonly<Record<string, number>> = {
  LEAD_ID: ENTITY_TYPE.lead,
  QUOTE_ID: ENTITY_TYPE.quote,
  COMPANY_ID: ENTITY_TYPE.company,
}

function toSettings(type: LegacyType, legacy: string): Pick<FieldDescription, 'settings'> {
  const parentEntityTypeId = Object.hasOwn(type.lists, `${legacy}S`) ? undefined : PARENTS[legacy]
  return parentEntityTypeId === undefined ? {} : { settings: { parentEntityTypeId } }
}

function describe(type: LegacyType, legacy: string, name: string): FieldDescription {
  const directories: Readonly<Record<string, string>> = { ...DIRECTORIES, ...type.directories }
  const statusType = directories[legacy]
  const field = type.table[name]
  return {
    type: statusType ? 'crm_status' : (TYPES[legacy] ?? TYPE_BY_KIND[field?.kind ?? 'string']),
    isRequired: type.required.includes(legacy),
    isReadOnly: FROM_ORIGIN.includes(legacy) || !(field?.isWritable || NOT_KEPT.test(legacy)),
    isImmutable: type.immutable?.includes(legacy) ?? false,
    isMultiple: field?.isList === true,
    isDynamic: false,
    ...(Object.hasOwn(type.lists, `${legacy}S`) ? { isDeprecated: true as const } : {}),
    ...(statusType ? { statusType } : {}),
    title: toTitle(legacy),
    ...toSettings(type, legacy),
  }
}

function describeMultifield(name: string): FieldDescription {
  const flags = { isRequired: false, isReadOnly: false, isImmutable: false, isMultiple: true, isDynamic: false }
  return { type: 'crm_multifield', ...flags, title: toTitle(name) }
}

/** Describes the fields of a type. @see api-reference/crm/contacts/crm-contact-fields.md */
export function describeLegacyFields(type: LegacyType): FieldDescriptions {
  const single = Object.entries(type.names).map(
    ([legacy, name]) => [legacy, describe(type, legacy, name ?? '')] as const,
  )
  const lists = Object.entries(type.lists).map(([legacy, name]) => [legacy, describe(type, legacy, name)] as const)
  const several = hasMultifields(type.entityTypeId)
    ? MULTIFIELD_NAMES.map((name) => [name, describeMultifield(name)] as const)
    : []
  return Object.fromEntries([...single, ...lists, ...several])
}
