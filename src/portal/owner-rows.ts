import type { ClientRef } from '@/domain/customer'
import type { OwnerTypeId } from '@/domain/id'
import type { Owner, StageRef } from '@/domain/owner'
import type { UnreadableField } from '@/domain/unreadable'
import type { ReadRow } from './row-fields'
import * as v from 'valibot'
import { amount, anOwnerId, anOwnerTypeId, optionalId, optionalText, wholeNumber } from './decode'
import { toMoney } from './order-rows'
import { aRow, readableRowsUnder } from './row-fields'

/** Only what is shown; the portal ignores names that a type does not have. */
const FIELDS = {
  title: optionalText,
  accountNumber: optionalText,
  categoryId: v.nullish(wholeNumber),
  stageId: optionalText,
  opportunity: v.nullish(amount),
  currencyId: optionalText,
  contactId: optionalId,
  companyId: optionalId,
}
export const OWNER_FIELDS = ['id', ...Object.keys(FIELDS)]

/** One row of `crm.item.list`, or the object that `crm.item.get` answers. */
export const OWNER_ROW = aRow(anOwnerId, FIELDS)
export type OwnerRow = ReadRow<Owner['ref']['id'], typeof FIELDS>
type OwnerValues = OwnerRow['values']

/** `crm.item.list` wraps its rows so. */
export const OWNER_ROWS = readableRowsUnder('items', OWNER_ROW)
/** `crm.item.get` answers with all fields, whatever is selected. */
export const ONE_OWNER = v.pipe(
  v.object({ item: OWNER_ROW }),
  v.transform(({ item }) => item),
)

/** The same as an owner, whose type the answer itself names. */
export const ONE_OWNER_WITH_TYPE = v.pipe(
  v.object({ item: v.intersect([v.object({ entityTypeId: anOwnerTypeId }), OWNER_ROW]) }),
  v.transform(({ item }) => toOwner(item.entityTypeId, item)),
)

export function toOwner(typeId: OwnerTypeId, { id, values, unreadable }: OwnerRow): Owner {
  return {
    ref: { typeId, id },
    title: values.title ?? values.accountNumber ?? `#${id}`,
    sum: toMoney(values.opportunity ?? undefined, values.currencyId),
    stage: stageOf(values, unreadable),
    clients: clientsOf(values),
    unreadable: [...unreadable, ...missingCurrency(values, unreadable)],
  }
}

/** The company first, as the portal shows a customer. */
function clientsOf({ contactId, companyId }: OwnerValues): ClientRef[] {
  return [
    ...(companyId === undefined ? [] : [{ type: 'company' as const, id: companyId }]),
    ...(contactId === undefined ? [] : [{ type: 'contact' as const, id: contactId }]),
  ]
}

/** A type without stages sends no `stageId`; one without pipelines no `categoryId`. */
function stageOf({ stageId, categoryId }: OwnerValues, unreadable: UnreadableField[]): StageRef | undefined {
  const isPipelineOdd = unreadable.some(({ field }) => field === 'categoryId')
  return stageId === undefined || isPipelineOdd ? undefined : { pipelineId: categoryId ?? 0, code: stageId }
}

/** A type without sums sends neither; a sum without its currency could not be read. */
function missingCurrency({ opportunity, currencyId }: OwnerValues, unreadable: UnreadableField[]): UnreadableField[] {
  if (!opportunity || currencyId !== undefined || unreadable.some(({ field }) => field === 'currencyId')) return []
  return [{ field: 'currencyId', found: 'empty' }]
}
