import type { Caller, Params } from '@emulator/calls/call'
import type { LocalPortal, StartRows } from '@emulator/portal/state'
import type { DraftRow } from '@emulator/rows/item-rows'
import { ENTITY_TYPE } from '@contract/entity-types'
import { draftItem } from '@emulator/rows/item-draft'
import { storeRow } from '@emulator/rows/item-rows'
import { findItemFields } from '@emulator/rows/item-types'
import { draftOrder } from '@emulator/rows/order-draft'
import { toAccountNumber } from '@emulator/rows/order-fields'
import { draftProductRow } from '@emulator/rows/product-row-draft'
import { deleteProductRows } from '@emulator/rows/product-rows'

type RowsOfType = [entityTypeId: number, rows: readonly DraftRow[]]

function byType({ items = {}, contacts = [], companies = [] }: StartRows): RowsOfType[] {
  const others = Object.entries(items).map(([id, rows]): RowsOfType => [Number(id), rows])
  return [...others, [ENTITY_TYPE.contact, contacts], [ENTITY_TYPE.company, companies]]
}

/** The highest id of these rows; 0 without any. */
export function highestId(rows: StartRows): number {
  const given = [...byType(rows).flatMap(([, items]) => items), ...(rows.orders ?? []), ...(rows.productRows ?? [])]
  const ids = given.map(({ id }) => id)
  return ids.reduce((highest, id) => Math.max(highest, id), 0)
}

/** Gives a row what a new one of its type has, then the values given for it. */
function completeItem(portal: LocalPortal, entityTypeId: number, row: DraftRow): DraftRow {
  const table = findItemFields(portal, entityTypeId)
  if (table === undefined || table === 'unsupported')
    throw new Error(`The portal keeps no items of the entity type ${entityTypeId}.`)
  const caller = firstCaller(portal)
  // A new row's title and number come from its id.
  const own = { ...portal, nextId: () => row.id }
  const values: Params = { ...row }
  return Object.assign(draftItem({ portal: own, caller, entityTypeId, table }, values), values, { id: row.id })
}

function firstCaller({ users }: LocalPortal): Caller {
  const [user] = users
  if (!user) throw new Error('A portal needs a person.')
  return { user, via: 'webhook', scopes: [] }
}

function addProductRow(portal: LocalPortal, values: NonNullable<StartRows['productRows']>[number]): void {
  const owner = { entityTypeId: values.ownerTypeId, id: values.ownerId }
  const drafted = draftProductRow({ ...portal, nextId: () => values.id }, owner, { values })
  portal.data.productRows.set(values.id, { ...drafted, ...structuredClone(values) })
}

/** Adds rows to a portal that has those of its sample; the same id takes a row's place. Throws one plain sentence. */
export function addStartRows(portal: LocalPortal, rows: StartRows): void {
  for (const [entityTypeId, given] of byType(rows)) {
    for (const row of given) {
      storeRow(portal, entityTypeId, completeItem(portal, entityTypeId, structuredClone(row)))
      // Those of the sample's row that it takes the place of.
      deleteProductRows(portal, { entityTypeId, id: row.id })
    }
  }
  for (const given of rows.orders ?? []) {
    const { id } = given
    const drafted = draftOrder({ ...portal, nextId: () => id }, firstCaller(portal), {})
    portal.data.orders.set(id, { ...drafted, accountNumber: toAccountNumber(id), ...structuredClone(given) })
  }
  for (const values of rows.productRows ?? []) addProductRow(portal, values)
  for (const { orderId, ownerId, ownerTypeId } of rows.bindings ?? [])
    portal.data.bindings.set(orderId, { ownerId, ownerTypeId })
}
