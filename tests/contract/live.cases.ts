import type { Case } from './case'
import { expect } from 'vitest'
import { refusal } from './refusals'

const ITEM = 'api-reference/crm/universal'
const BINDING = `${ITEM}/order-entity`
const ID: unknown = expect.any(Number)
const FIELD = { isImmutable: true, isReadOnly: false, isRequired: true, type: 'integer' }
const DEAL = 'crm.item.add?entityTypeId=2&fields[title]=Contract suite, may be deleted'
const GONE = 'crm.item.delete?entityTypeId=2&id='

const batch = (cmd: Record<string, string>) => ({ method: 'batch', params: { cmd } })
const came = (result: object, result_error: unknown = []) => ({
  body: { result: { result, result_error, result_total: expect.anything(), result_next: [] } },
})

/** What can be asked of every portal. Those that write make rows of their own and delete them in the same batch. */
export const LIVE_CASES: Case[] = [
  {
    says: 'the fields of a binding are the same on every portal',
    page: `${BINDING}/crm-order-entity-get-fields.md`,
    live: true,
    ask: { method: 'crm.orderentity.getFields', by: 'webhook' },
    body: { result: { orderEntity: { orderId: FIELD, ownerId: FIELD, ownerTypeId: FIELD } } },
  },
  {
    says: 'every portal lists the deal as an owner type',
    page: 'api-reference/crm/auxiliary/enum/crm-enum-get-order-owner-types.md',
    live: true,
    ask: { method: 'crm.enum.getorderownertypes', by: 'webhook' },
    body: { result: expect.arrayContaining([expect.objectContaining({ attribute: 'DYN', code: 'DEAL', id: 2 })]) },
  },
  {
    says: 'no binding has the order 0 on any portal',
    page: `${BINDING}/crm-order-entity-list.md`,
    live: true,
    ask: { method: 'crm.orderentity.list', params: { filter: { orderId: 0 } }, by: 'webhook' },
    body: { result: { orderEntity: [] }, total: 0 },
  },
  {
    says: 'an unknown filter of items is refused on every portal',
    page: `${ITEM}/crm-item-list.md`,
    live: true,
    ask: { method: 'crm.item.list', params: { entityTypeId: 2, filter: { nonsense: 1 } }, by: 'webhook' },
    status: 400,
    body: refusal('INVALID_ARG_VALUE', "Invalid filter: field 'nonsense' is not allowed in filter"),
  },
  {
    says: 'a batch adds a deal, reads it by reference, and deletes it',
    page: `${ITEM}/crm-item-add.md`,
    live: 'writes',
    ask: {
      ...batch({
        made: `${DEAL}&fields[opportunity]=12.5`,
        read: 'crm.item.list?entityTypeId=2&select[]=id&select[]=opportunity&filter[id]=$result[made][item][id]',
        gone: `${GONE}$result[made][item][id]`,
      }),
      by: 'webhook',
    },
    ...came({
      made: { item: expect.objectContaining({ id: ID, opportunity: 12.5 }) },
      read: { items: [{ id: ID, opportunity: 12.5 }] },
      gone: [],
    }),
  },
  {
    says: 'a deal that was deleted is not found',
    page: `${ITEM}/crm-item-delete.md`,
    live: 'writes',
    ask: {
      ...batch({
        made: DEAL,
        gone: `${GONE}$result[made][item][id]`,
        read: 'crm.item.get?entityTypeId=2&id=$result[made][item][id]',
      }),
      by: 'webhook',
    },
    ...came(
      { made: { item: expect.objectContaining({ id: ID }) }, gone: [] },
      { read: { error: 'NOT_FOUND', error_description: expect.any(String) } },
    ),
  },
  {
    says: 'a binding to an order that is not there is refused, and nothing is kept',
    page: `${BINDING}/crm-order-entity-add.md`,
    live: 'writes',
    ask: {
      ...batch({
        made: DEAL,
        bound:
          'crm.orderentity.add?fields[orderId]=999999999&fields[ownerTypeId]=2&fields[ownerId]=$result[made][item][id]',
        gone: `${GONE}$result[made][item][id]`,
      }),
      by: 'webhook',
    },
    ...came(
      { made: { item: expect.objectContaining({ id: ID }) }, gone: [] },
      { bound: refusal('200540400001', 'order does not exist') },
    ),
  },
]
