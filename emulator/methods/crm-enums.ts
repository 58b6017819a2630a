import type { MethodCall, MethodTable, ReplyOf } from '@emulator/calls/call'
import type { LocalPortal } from '@emulator/portal/state'
import { ENTITY_TYPE } from '@contract/entity-types'
import { readTypes } from '@emulator/rows/item-types'

/** Ids of the types that the setting `ownerTypes` lists. unconfirmed but for `deal`, which the documentation shows. */
function listedTypeIds({ settings, data }: LocalPortal): number[] {
  if (settings.ownerTypes === 'none') return []
  if (settings.ownerTypes === 'deal') return [ENTITY_TYPE.deal]
  const dealAndInvoice = [ENTITY_TYPE.deal, ENTITY_TYPE.smartInvoice]
  if (settings.ownerTypes === 'deal+invoice') return dealAndInvoice
  return [...dealAndInvoice, ...data.types.map((type) => type.entityTypeId)]
}

/** Open to every user. @see api-reference/crm/auxiliary/enum/crm-enum-get-order-owner-types.md */
function getOrderOwnerTypes({ portal }: MethodCall): ReplyOf<'crm.enum.getorderownertypes'> {
  const types = readTypes(portal)
  const rows = listedTypeIds(portal).flatMap((id) => {
    const type = types.find((candidate) => candidate.id === id)
    return type ? [{ attribute: 'DYN', code: type.code, id, name: type.name }] : []
  })
  return { result: rows }
}

/** Open to every user. @see api-reference/crm/auxiliary/enum/crm-enum-owner-type.md */
function ownerType({ portal }: MethodCall): ReplyOf<'crm.enum.ownertype'> {
  const rows = readTypes(portal).map(({ id, name, code, short }) => ({
    ID: id,
    NAME: name,
    SYMBOL_CODE: code,
    SYMBOL_CODE_SHORT: short,
  }))
  return { result: rows }
}

/** The lists of CRM's own constants. */
export const CRM_ENUM_METHODS = {
  'crm.enum.getorderownertypes': { scopes: ['crm'], legacy: true, run: getOrderOwnerTypes },
  'crm.enum.ownertype': { scopes: ['crm'], legacy: true, run: ownerType },
} satisfies Partial<MethodTable>
