import type { CrmTypeGetResult, CrmTypeRelation, CrmTypeRow } from '@contract/crm-items'
import type { MethodCall, MethodTable, ReplyOf } from '@emulator/calls/call'
import type { FieldKinds } from '@emulator/lists/filter'
import { ENTITY_TYPE } from '@contract/entity-types'
import { RestError } from '@emulator/calls/errors'
import { readMap, readParam, readRequiredInt } from '@emulator/calls/params'
import { WHOLESALE_CATEGORY } from '@emulator/calls/rights'
import { readStrictOrder, toStrictCondition } from '@emulator/lists/filter-strict'
import { readLegacyMap, toLegacyCondition, toLegacyOrder } from '@emulator/lists/legacy-list'
import { sortRows, toPage } from '@emulator/lists/lists'
import { messagesOf } from '@emulator/portal/messages'

const TYPE_KINDS: FieldKinds = {
  id: 'int',
  title: 'string',
  code: 'string',
  createdBy: 'int',
  entityTypeId: 'int',
  customSectionId: 'int',
  isCategoriesEnabled: 'flag',
  isStagesEnabled: 'flag',
  isBeginCloseDatesEnabled: 'flag',
  isClientEnabled: 'flag',
  isUseInUserfieldEnabled: 'flag',
  isLinkWithProductsEnabled: 'flag',
  isMycompanyEnabled: 'flag',
  isDocumentsEnabled: 'flag',
  isSourceEnabled: 'flag',
  isObserversEnabled: 'flag',
  isRecyclebinEnabled: 'flag',
  isAutomationEnabled: 'flag',
  isBizProcEnabled: 'flag',
  isSetOpenPermissions: 'flag',
  isPaymentsEnabled: 'flag',
  isCountersEnabled: 'flag',
  createdTime: 'date',
  updatedTime: 'date',
  updatedBy: 'int',
}

const STATUS_KINDS: FieldKinds = {
  ID: 'int',
  ENTITY_ID: 'string',
  STATUS_ID: 'string',
  NAME: 'string',
  NAME_INIT: 'string',
  SORT: 'int',
  SYSTEM: 'flag',
  CATEGORY_ID: 'string',
  COLOR: 'string',
  SEMANTICS: 'string',
}

const BY_ID = { field: 'id', descending: false }

/** The dynamic types, for CRM administrators only. @see crm/universal/user-defined-object-types/crm-type-list.md */
function listTypes({ portal, caller, params }: MethodCall): ReplyOf<'crm.type.list'> {
  if (!caller.user.isAdmin) throw new RestError('ACCESS_DENIED', messagesOf(portal.settings.language).readDenied)
  const spelling = { plain: 'camel-case', prefixed: 'camel-case' } as const
  const found = portal.data.types.filter(toStrictCondition(readMap(params, 'filter'), TYPE_KINDS, spelling))
  const keys = readStrictOrder(readMap(params, 'order'), TYPE_KINDS, spelling.plain)
  const sorted = sortRows(found, [...keys, BY_ID], TYPE_KINDS)
  const { page, ...counts } = toPage(sorted, readParam(params, 'start'))
  return { result: { types: page }, ...counts }
}

/** Every item of a dynamic type is related to clients, may be related to deals and invoices, and has nothing below it. */
function withRelations(type: CrmTypeRow): CrmTypeGetResult['type'] {
  const above = [ENTITY_TYPE.contact, ENTITY_TYPE.company, ENTITY_TYPE.deal, ENTITY_TYPE.smartInvoice]
  const parent = above.map((entityTypeId): CrmTypeRelation => {
    const isClient = entityTypeId === ENTITY_TYPE.contact || entityTypeId === ENTITY_TYPE.company
    return { entityTypeId, isChildrenListEnabled: 'Y', isPredefined: isClient ? 'Y' : 'N' }
  })
  return { ...type, relations: { parent, child: [] }, linkedUserFields: [], customSections: [] }
}

/** Code `0` is documented for a type that is not there. @see crm/universal/user-defined-object-types/crm-type-get.md */
function readType({ portal, params }: MethodCall, name: 'id' | 'entityTypeId'): ReplyOf<'crm.type.get'> {
  const wanted = readRequiredInt(params, name)
  const type = portal.data.types.find((candidate) => candidate[name] === wanted)
  if (!type) throw new RestError('0', messagesOf(portal.settings.language).smartProcessMissing)
  return { result: { type: withRelations(type) } }
}

/** The pipelines of a type that the caller may see. @see api-reference/crm/universal/category/crm-category-list.md */
function listCategories({ portal, caller, params }: MethodCall): ReplyOf<'crm.category.list'> {
  const entityTypeId = readRequiredInt(params, 'entityTypeId')
  const messages = messagesOf(portal.settings.language)
  if (entityTypeId === ENTITY_TYPE.lead)
    throw new RestError('ENTITY_TYPE_NOT_SUPPORTED', messages.typeNotSupported(messages.types.LEAD ?? 'LEAD'))
  const isKnown = [ENTITY_TYPE.deal, ENTITY_TYPE.smartInvoice].some((id) => id === entityTypeId)
  if (!isKnown && !portal.data.types.some((type) => type.entityTypeId === entityTypeId)) {
    throw new RestError('NOT_FOUND', messages.smartProcessMissing)
  }
  const isOpen = (id: number) => id !== WHOLESALE_CATEGORY || caller.user.storeRight !== 'D' || caller.user.isAdmin
  const categories = portal.data.categories.filter(
    (category) => category.entityTypeId === entityTypeId && isOpen(category.id),
  )
  return { result: { categories }, total: categories.length }
}

/** Stages and other directories as bare rows of strings, all of them at once. @see api-reference/crm/status/crm-status-list.md */
function listStatuses({ portal, params }: MethodCall): ReplyOf<'crm.status.list'> {
  const matches = toLegacyCondition(readStatusMap(params, 'filter'), STATUS_KINDS)
  const sortKeys = toLegacyOrder(readStatusMap(params, 'order'), STATUS_KINDS)
  const found = portal.data.statuses.filter(matches)
  const rows = sortKeys.length > 0 ? sortRows(found, sortKeys, STATUS_KINDS) : found
  return { result: rows, total: rows.length }
}

function readStatusMap(params: MethodCall['params'], name: string): MethodCall['params'] {
  try {
    return readLegacyMap(params, name)
  } catch (error) {
    if (error instanceof RestError) throw new RestError('Invalid parameters.', 'Incorrect parameters passed.')
    throw error
  }
}

/** What describes CRM objects: types, pipelines, stages. */
export const CRM_TYPE_METHODS = {
  'crm.type.list': { scopes: ['crm'], run: listTypes },
  'crm.type.get': { scopes: ['crm'], run: (call) => readType(call, 'id') },
  'crm.type.getbyentitytypeid': { scopes: ['crm'], run: (call) => readType(call, 'entityTypeId') },
  'crm.category.list': { scopes: ['crm'], run: listCategories },
  'crm.status.list': { scopes: ['crm'], legacy: true, run: listStatuses },
} satisfies Partial<MethodTable>
