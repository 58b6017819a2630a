import type { OwnerTypeId } from '@/domain/id'
import type { Owner, OwnerStage } from '@/domain/owner'
import type { Ask } from './ask'
import type { ClientRef, Customers } from './customers'
import type { StagesByCode } from './stages'
import * as v from 'valibot'
import { ENTITY_TYPE } from '@contract/entity-types'
import { clientKey } from './customers'
import { amount, anOwnerId, optionalId, optionalText, rowsUnder, wholeNumber } from './decode'
import { stageListOf } from './entity-types'
import { createStages } from './stages'

/** Only what is shown; the portal ignores names that a type does not have. */
export const OWNER_FIELDS = [
  'id',
  'title',
  'accountNumber',
  'categoryId',
  'stageId',
  'opportunity',
  'currencyId',
  'contactId',
  'companyId',
]

const OWNER_ROW = v.object({
  id: anOwnerId,
  title: optionalText,
  accountNumber: optionalText,
  categoryId: v.nullish(wholeNumber),
  stageId: optionalText,
  opportunity: v.nullish(amount),
  currencyId: optionalText,
  contactId: optionalId,
  companyId: optionalId,
})
export type OwnerRow = v.InferOutput<typeof OWNER_ROW>

/** `crm.item.list` wraps its rows so. */
export const OWNER_ROWS = rowsUnder('items', OWNER_ROW)
/** `crm.item.get` answers with all fields, whatever is selected. */
export const ONE_OWNER = v.pipe(
  v.object({ item: OWNER_ROW }),
  v.transform(({ item }) => item),
)

/** The contact first; the company where there is none or it may not be read. */
function clientsOf({ contactId, companyId }: OwnerRow): ClientRef[] {
  return [
    ...(contactId === undefined ? [] : [{ entityTypeId: ENTITY_TYPE.contact, id: contactId }]),
    ...(companyId === undefined ? [] : [{ entityTypeId: ENTITY_TYPE.company, id: companyId }]),
  ]
}

function toOwner(typeId: OwnerTypeId, row: OwnerRow, found: { stage?: OwnerStage; customer?: string }): Owner {
  const hasSum = typeof row.opportunity === 'number' && row.currencyId !== undefined
  return {
    ref: { typeId, id: row.id },
    title: row.title ?? row.accountNumber ?? `#${row.id}`,
    ...(hasSum ? { sum: { amount: row.opportunity ?? 0, currency: row.currencyId ?? '' } } : {}),
    ...(found.stage ? { stage: found.stage } : {}),
    ...(found.customer === undefined ? {} : { customer: found.customer }),
  }
}

/** Gives rows of one type their stages and customers, in the same order. */
export type EnrichOwners = (typeId: OwnerTypeId, rows: readonly OwnerRow[]) => Promise<Owner[]>

/** Makes an `EnrichOwners`. Stages are kept for the page's life; what cannot be read is left out. */
export function createEnrichOwners(ask: Ask, customers: Customers): EnrichOwners {
  const readStages = createStages(ask)

  async function stagesOf(typeId: OwnerTypeId, rows: readonly OwnerRow[]): Promise<Map<string, StagesByCode>> {
    const lists = new Set(rows.flatMap((row) => listOf(typeId, row) ?? []))
    return new Map(await Promise.all([...lists].map(async (list) => [list, await readStages(list)] as const)))
  }

  return async (typeId, rows) => {
    const [stages, names] = await Promise.all([stagesOf(typeId, rows), customers.readNames(rows.flatMap(clientsOf))])
    return rows.map((row) => {
      const stage = stages.get(listOf(typeId, row) ?? '')?.get(row.stageId ?? '')
      const customer = clientsOf(row)
        .map((client) => names.get(clientKey(client)))
        .find(Boolean)
      return toOwner(typeId, row, { ...(stage ? { stage } : {}), ...(customer ? { customer } : {}) })
    })
  }
}

/** A type without stages sends no `stageId`. */
function listOf(typeId: OwnerTypeId, { stageId, categoryId }: OwnerRow): string | undefined {
  return stageId === undefined ? undefined : stageListOf(typeId, categoryId ?? 0)
}
