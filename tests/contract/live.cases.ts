import type { Case } from './case'
import { expect } from 'vitest'
import { refusal } from './refusals'

const ITEM = 'api-reference/crm/universal'
const BINDING = `${ITEM}/order-entity`
const ID: unknown = expect.any(Number)
const FIELD = { isImmutable: true, isReadOnly: false, isRequired: true, type: 'integer' }
const ADD_DEAL = 'crm.item.add?entityTypeId=2&fields[title]=Contract suite, may be deleted'
const DELETE_DEAL = 'crm.item.delete?entityTypeId=2&id='

const batch = (cmd: Record<string, string>) => ({ method: 'batch', params: { cmd } })
const batchResult = (result: object, result_error: unknown = []) => ({
  body: { result: { result, result_error, result_total: expect.anything(), result_next: [] } },
})

/** What can be asked of every portal. Those that write make rows of their own and delete them in the same batch. */
export const LIVE_CASES: Case[] = [
  {
    name: 'the fields of a binding are the same on every portal',
    page: `${BINDING}/crm-order-entity-get-fields.md`,
    live: true,
    request: { method: 'crm.orderentity.getFields', auth: 'webhook' },
    body: { result: { orderEntity: { orderId: FIELD, ownerId: FIELD, ownerTypeId: FIELD } } },
  },
  {
    name: 'every portal lists the deal as an owner type',
    page: 'api-reference/crm/auxiliary/enum/crm-enum-get-order-owner-types.md',
    live: true,
    request: { method: 'crm.enum.getorderownertypes', auth: 'webhook' },
    body: { result: expect.arrayContaining([expect.objectContaining({ attribute: 'DYN', code: 'DEAL', id: 2 })]) },
  },
  {
    name: 'no binding has the order 0 on any portal',
    page: `${BINDING}/crm-order-entity-list.md`,
    live: true,
    request: { method: 'crm.orderentity.list', params: { filter: { orderId: 0 } }, auth: 'webhook' },
    body: { result: { orderEntity: [] }, total: 0 },
  },
  {
    name: 'an unknown filter of items is refused on every portal',
    page: `${ITEM}/crm-item-list.md`,
    live: true,
    request: { method: 'crm.item.list', params: { entityTypeId: 2, filter: { nonsense: 1 } }, auth: 'webhook' },
    status: 400,
    body: refusal('INVALID_ARG_VALUE', "Invalid filter: field 'nonsense' is not allowed in filter"),
  },
  {
    name: 'a batch adds a deal, reads it by reference, and deletes it',
    page: `${ITEM}/crm-item-add.md`,
    live: 'writes',
    request: {
      ...batch({
        made: `${ADD_DEAL}&fields[opportunity]=12.5`,
        read: 'crm.item.list?entityTypeId=2&select[]=id&select[]=opportunity&filter[id]=$result[made][item][id]',
        gone: `${DELETE_DEAL}$result[made][item][id]`,
      }),
      auth: 'webhook',
    },
    ...batchResult({
      made: { item: expect.objectContaining({ id: ID, opportunity: 12.5 }) },
      read: { items: [{ id: ID, opportunity: 12.5 }] },
      gone: [],
    }),
  },
  {
    name: 'a deal that was deleted is not found',
    page: `${ITEM}/crm-item-delete.md`,
    live: 'writes',
    request: {
      ...batch({
        made: ADD_DEAL,
        gone: `${DELETE_DEAL}$result[made][item][id]`,
        read: 'crm.item.get?entityTypeId=2&id=$result[made][item][id]',
      }),
      auth: 'webhook',
    },
    ...batchResult(
      { made: { item: expect.objectContaining({ id: ID }) }, gone: [] },
      { read: { error: 'NOT_FOUND', error_description: expect.any(String) } },
    ),
  },
  {
    name: 'a binding to an order that is not there is refused, and nothing is kept',
    page: `${BINDING}/crm-order-entity-add.md`,
    live: 'writes',
    request: {
      ...batch({
        made: ADD_DEAL,
        bound:
          'crm.orderentity.add?fields[orderId]=999999999&fields[ownerTypeId]=2&fields[ownerId]=$result[made][item][id]',
        gone: `${DELETE_DEAL}$result[made][item][id]`,
      }),
      auth: 'webhook',
    },
    ...batchResult(
      { made: { item: expect.objectContaining({ id: ID }) }, gone: [] },
      { bound: refusal('200540400001', 'order does not exist') },
    ),
  },
]
