import type { Binding } from '@/domain/binding'
import * as v from 'valibot'
import { anOrderId, anOwnerId, anOwnerTypeId, rowsUnder } from './decode'

/** One row of `crm.orderentity.list`: strict, all three ids. @see api-reference/crm/universal/order-entity/crm-order-entity-list.md */
export const BINDING = v.pipe(
  v.object({ orderId: anOrderId, ownerId: anOwnerId, ownerTypeId: anOwnerTypeId }),
  v.transform((row): Binding => ({ orderId: row.orderId, owner: { typeId: row.ownerTypeId, id: row.ownerId } })),
)

export const BINDINGS = rowsUnder('orderEntity', BINDING)
