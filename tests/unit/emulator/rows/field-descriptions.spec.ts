import { describe, expect, it } from 'vitest'
import { LEGACY_DEAL } from '@emulator/rows/deal-rows'
import { describeItemFields } from '@emulator/rows/item-field-descriptions'
import { DYNAMIC_FIELDS } from '@emulator/rows/item-fields'
import { describeLegacyFields } from '@emulator/rows/legacy-fields'

/** @see api-reference/crm/deals/crm-deal-fields.md */
const DEAL_FIELDS: [name: string, description: object][] = [
  ['ID', { type: 'integer', isReadOnly: true }],
  ['TITLE', { type: 'string', isReadOnly: false }],
  ['TYPE_ID', { type: 'crm_status', statusType: 'DEAL_TYPE' }],
  ['CATEGORY_ID', { type: 'crm_category', isImmutable: true, isReadOnly: false }],
  ['STAGE_ID', { type: 'crm_status', statusType: 'DEAL_STAGE', isImmutable: false }],
  ['IS_RETURN_CUSTOMER', { type: 'char', isReadOnly: false }],
  ['CLOSED', { type: 'char', isReadOnly: false }],
  ['IS_NEW', { type: 'char', isReadOnly: true }],
  ['OPPORTUNITY', { type: 'double' }],
  ['COMPANY_ID', { type: 'crm_company', settings: { parentEntityTypeId: 4 } }],
  ['CONTACT_ID', { type: 'crm_contact', isDeprecated: true, isMultiple: false }],
  ['CONTACT_IDS', { type: 'crm_contact', isMultiple: true }],
  ['QUOTE_ID', { type: 'crm_quote', isReadOnly: true, settings: { parentEntityTypeId: 7 } }],
  ['LEAD_ID', { type: 'crm_lead', isReadOnly: true, settings: { parentEntityTypeId: 1 } }],
  ['BEGINDATE', { type: 'date' }],
  ['DATE_CREATE', { type: 'datetime', isReadOnly: true }],
  ['ASSIGNED_BY_ID', { type: 'user', isReadOnly: false }],
  ['SOURCE_ID', { type: 'crm_status', statusType: 'SOURCE' }],
]

describe('a field of a deal in its old shape', () => {
  it.each(DEAL_FIELDS)('%s is described as documented', (name, description) => {
    expect(describeLegacyFields(LEGACY_DEAL)[name]).toMatchObject({
      isRequired: false,
      isDynamic: false,
      ...description,
    })
  })
})

/** @see api-reference/crm/universal/crm-item-fields.md */
const ITEM_FIELDS: [name: string, description: object][] = [
  ['id', { type: 'integer', isReadOnly: true, upperName: 'ID' }],
  ['assignedById', { type: 'user', isReadOnly: false, upperName: 'ASSIGNED_BY_ID' }],
  ['opened', { type: 'boolean', isRequired: true, upperName: 'OPENED' }],
  ['begindate', { type: 'date', upperName: 'BEGINDATE' }],
  ['movedTime', { type: 'datetime', isReadOnly: true, upperName: 'MOVED_TIME' }],
  ['contactIds', { type: 'crm_contact', isMultiple: true, upperName: 'CONTACT_IDS' }],
  ['opportunity', { type: 'double', upperName: 'OPPORTUNITY' }],
  ['parentId2', { type: 'crm_entity', upperName: 'PARENT_ID_2' }],
  ['mycompanyId', { type: 'crm_company', upperName: 'MYCOMPANY_ID' }],
]

describe('a field of an item', () => {
  it.each(ITEM_FIELDS)('%s is described as documented', (name, description) => {
    expect(describeItemFields(DYNAMIC_FIELDS).fields[name]).toMatchObject({ isDynamic: false, ...description })
  })
})
