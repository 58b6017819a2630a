import type { Case } from './case'
import { add, get, invalidValue, listOne, NEW_DEAL, oneItem } from './crm-items'
import { refusal } from './refusals'
import { removePayments } from './small-portal'
import { NOW } from './test-clock'

const UPDATE = 'api-reference/crm/universal/crm-item-update.md'
const DELETE = 'api-reference/crm/universal/crm-item-delete.md'
const FIELDS = 'api-reference/crm/universal/object-fields.md'

const DENIED = { status: 400, body: refusal('ACCESS_DENIED', 'Access denied') }
const NOT_FOUND = { status: 400, body: refusal('NOT_FOUND', 'Element not found') }

const update = (entityTypeId: number, id: number, fields: unknown) => ({
  method: 'crm.item.update',
  params: { entityTypeId, id, fields },
})
const remove = (entityTypeId: number, id: number) => ({ method: 'crm.item.delete', params: { entityTypeId, id } })

/** Update and delete, and what follows from them. */
export const CRM_ITEM_CHANGE_CASES: Case[] = [
  {
    name: 'update changes what is sent and answers the whole item',
    page: UPDATE,
    before: [{ times: 1, request: add(2, { title: 'x' }) }],
    request: update(2, 5001, { title: 'Ten chairs' }),
    body: { result: { item: NEW_DEAL } },
  },
  {
    name: 'update leaves the rest alone',
    page: UPDATE,
    before: [{ times: 1, request: update(2, 201, { title: 'Alpha stools' }) }],
    request: listOne(2, 201, ['title', 'opportunity', 'currencyId']),
    ...oneItem({ title: 'Alpha stools', opportunity: 500, currencyId: 'USD' }),
  },
  {
    name: 'update records who changed the item and when',
    page: FIELDS,
    before: [{ times: 1, request: { ...update(2, 201, { title: 'x' }), user: 'store administrator' } }],
    request: listOne(2, 201, ['updatedBy', 'updatedTime']),
    ...oneItem({ updatedBy: 4, updatedTime: NOW }),
  },
  {
    name: 'an update without a change saves nothing',
    page: UPDATE,
    before: [
      { times: 1, request: add(2, { title: 'x' }) },
      { moveMs: 60_000 },
      { times: 1, request: { ...update(2, 5001, { title: 'x' }), user: 'store administrator' } },
    ],
    request: listOne(2, 5001, ['updatedBy', 'updatedTime']),
    ...oneItem({ updatedBy: 1, updatedTime: NOW }),
  },
  {
    name: 'an update to another stage records the move',
    page: FIELDS,
    before: [{ times: 1, request: { ...update(2, 201, { stageId: 'EXECUTING' }), user: 'store administrator' } }],
    request: listOne(2, 201, ['stageId', 'movedBy', 'movedTime']),
    ...oneItem({ stageId: 'EXECUTING', movedBy: 4, movedTime: NOW }),
  },
  {
    name: 'an item that changes its pipeline begins at its first stage',
    page: 'FACTS.md: another pipeline',
    before: [{ times: 1, request: update(2, 201, { categoryId: 9 }) }],
    request: listOne(2, 201, ['categoryId', 'stageId']),
    ...oneItem({ categoryId: 9, stageId: 'C9:NEW' }),
  },
  {
    name: 'an empty value takes a field away',
    page: UPDATE,
    before: [
      { times: 1, request: add(2, { comments: 'Call first' }) },
      { times: 1, request: update(2, 5001, { comments: '' }) },
    ],
    request: listOne(2, 5001, ['comments']),
    ...oneItem({ comments: '' }),
  },
  {
    name: 'update refuses a stage that is not there',
    page: UPDATE,
    request: update(2, 201, { stageId: 'NONSENSE' }),
    ...invalidValue('stageId'),
  },
  {
    name: 'update requires an id',
    page: UPDATE,
    live: true,
    request: { method: 'crm.item.update', params: { entityTypeId: 2, fields: { title: 'x' } } },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {id}'),
  },
  {
    name: 'update finds no such item',
    page: 'api-reference/crm/universal/crm-item-get.md',
    request: update(2, 999, { title: 'x' }),
    ...NOT_FOUND,
  },
  {
    name: 'update is refused for a deal of somebody else',
    page: UPDATE,
    request: { ...update(2, 201, { title: 'x' }), user: 'manager' },
    ...DENIED,
    after: [{ request: listOne(2, 201, ['title']), ...oneItem({ title: 'Alpha chairs' }) }],
  },
  {
    name: 'update is open to whoever is responsible',
    page: UPDATE,
    before: [
      { times: 1, request: { ...add(2, { title: 'x' }), user: 'employee' } },
      { times: 1, request: { ...update(2, 5001, { title: 'Mine' }), user: 'employee' } },
    ],
    request: listOne(2, 5001, ['title']),
    ...oneItem({ title: 'Mine' }),
  },
  {
    name: 'delete answers an empty list',
    page: DELETE,
    before: [{ change: removePayments }],
    request: remove(2, 202),
    body: { result: [] },
  },
  {
    name: 'a deleted item is gone',
    page: DELETE,
    before: [{ times: 1, request: remove(2, 202) }],
    request: get(2, 202),
    ...NOT_FOUND,
  },
  {
    name: 'delete requires an id',
    page: DELETE,
    live: true,
    request: { method: 'crm.item.delete', params: { entityTypeId: 2 } },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {id}'),
  },
  { name: 'delete finds no such item', page: DELETE, request: remove(31, 999), ...NOT_FOUND },
  {
    name: 'delete finds no such type',
    page: DELETE,
    request: remove(777, 1),
    status: 400,
    body: refusal('NOT_FOUND', 'Smart process not found'),
  },
  {
    name: 'delete is refused for a deal of somebody else',
    page: DELETE,
    request: { ...remove(2, 201), user: 'employee' },
    ...DENIED,
  },
  {
    name: 'deleting a deal deletes its orders',
    page: 'FACTS.md: a deleted deal',
    before: [{ change: removePayments }, { times: 1, request: remove(2, 201) }],
    request: { method: 'sale.order.get', params: { id: 1 } },
    status: 400,
    body: refusal('200540400001', 'order is not exists'),
    bindings: { 1: null },
  },
  {
    name: 'a deal with a paid order is not deleted',
    page: 'FACTS.md: a deleted deal',
    before: [
      {
        change: ({ data }) =>
          void data.orders.get(1)?.payments.push({
            id: 1,
            orderId: 1,
            accountNumber: '1/1',
            paid: 'Y',
            sum: 100,
            currency: 'USD',
            paySystemName: 'Card',
          }),
      },
    ],
    request: remove(2, 201),
    status: 400,
    body: refusal('SALE_ORDER_CANCEL_PAYMENT_EXIST_ACTIVE', 'The order has active payments'),
    bindings: { 1: [2, 201] },
    after: [{ request: listOne(2, 201, ['id']), ...oneItem({ id: 201 }) }],
  },
  {
    name: 'a portal may keep the orders of a deleted deal',
    page: 'FACTS.md: a deleted deal',
    settings: { dealDeletion: 'unbinds-orders' },
    before: [{ times: 1, request: remove(2, 201) }],
    request: { method: 'sale.order.list', params: { filter: { id: 1 }, select: ['id'] } },
    body: { result: { orders: [{ id: 1 }] }, total: 1 },
    bindings: { 1: null },
  },
  {
    name: 'deleting an invoice keeps its orders',
    page: 'FACTS.md: a deleted invoice',
    before: [{ times: 1, request: remove(31, 41) }],
    request: { method: 'sale.order.list', params: { filter: { id: 2 }, select: ['id'] } },
    body: { result: { orders: [{ id: 2 }] }, total: 1 },
    bindings: { 2: null },
  },
  {
    name: 'an e-mail is changed by its id',
    page: 'api-reference/crm/data-types.md',
    before: [
      { times: 1, request: add(3, { fm: [{ typeId: 'EMAIL', valueType: 'WORK', value: 'old@example.com' }] }) },
      { times: 1, request: update(3, 5001, { fm: [{ id: 5002, value: 'new@example.com' }] }) },
    ],
    request: listOne(3, 5001, ['email']),
    ...oneItem({ email: 'new@example.com' }),
  },
]
