import type { MethodCall, MethodFamily, MethodReply } from '@emulator/call'
import { ENTITY_TYPE } from '@contract/order-binding'
import { RestError } from '@emulator/errors'
import { toPage } from '@emulator/lists'
import { readLooseParam, readParam, readRequiredInt, isMap } from '@emulator/params'
import { wordsOf } from '@emulator/words'

/** The dynamic types, for CRM administrators only. @see crm/universal/user-defined-object-types/crm-type-list.md */
function listTypes({ portal, caller, params }: MethodCall): MethodReply {
  if (!caller.user.isAdmin) throw new RestError('ACCESS_DENIED', wordsOf(portal.settings.language).readDenied)
  const { page, ...counts } = toPage(portal.data.types, readParam(params, 'start'))
  return { result: { types: page }, ...counts }
}

/** Code `0` is documented for a type that is not there. @see crm/universal/user-defined-object-types/crm-type-get-by-entity-type-id.md */
function getType({ portal, params }: MethodCall): MethodReply {
  const id = readRequiredInt(params, 'entityTypeId')
  const type = portal.data.types.find((candidate) => candidate.entityTypeId === id)
  if (!type) throw new RestError('0', wordsOf(portal.settings.language).smartProcessMissing)
  return { result: { type } }
}

/** The pipelines of a type. @see api-reference/crm/universal/category/crm-category-list.md */
function listCategories({ portal, params }: MethodCall): MethodReply {
  const entityTypeId = readRequiredInt(params, 'entityTypeId')
  const words = wordsOf(portal.settings.language)
  const isKnown = [ENTITY_TYPE.deal, ENTITY_TYPE.smartInvoice].some((id) => id === entityTypeId)
  if (!isKnown && !portal.data.types.some((type) => type.entityTypeId === entityTypeId)) {
    throw new RestError('NOT_FOUND', words.smartProcessMissing)
  }
  const categories = portal.data.categories.filter((category) => category.entityTypeId === entityTypeId)
  return { result: { categories }, total: categories.length }
}

/** Stages as bare rows of strings; equality filters only. @see api-reference/crm/status/crm-status-list.md */
function listStatuses({ portal, params }: MethodCall): MethodReply {
  const filter = readLooseParam(params, 'filter')
  const wanted = isMap(filter) ? Object.entries(filter) : []
  const rows = portal.data.statuses.filter((row) =>
    wanted.every(([key, value]) => String(Reflect.get(row, key.toUpperCase()) ?? '') === String(value)),
  )
  return { result: rows, total: rows.length }
}

/** What describes CRM objects: types, pipelines, stages. */
export const CRM_TYPE_METHODS: MethodFamily = {
  'crm.type.list': { scopes: ['crm'], run: listTypes },
  'crm.type.getbyentitytypeid': { scopes: ['crm'], run: getType },
  'crm.category.list': { scopes: ['crm'], run: listCategories },
  'crm.status.list': { scopes: ['crm'], legacy: true, run: listStatuses },
}
