import type { Case } from './play'
import { refusal } from './refusals'
import { addSixtyBindings } from './small-portal'

const LIST = 'api-reference/crm/universal/order-entity/crm-order-entity-list.md'
const ADD = 'api-reference/crm/universal/order-entity/crm-order-entity-add.md'

const FIRST = { orderId: 1, ownerId: 201, ownerTypeId: 2 }
const SECOND = { orderId: 2, ownerId: 41, ownerTypeId: 31 }
const list = (filter: object) => ({ method: 'crm.orderentity.list', params: { filter } })
const found = (...rows: object[]) => ({ body: { result: { orderEntity: rows }, total: rows.length } })

/** What the older suite does not say yet: the other prefixes, the other errors, what follows from a binding. */
export const ORDER_ENTITY_CASES: Case[] = [
  { says: '>= means not less', page: LIST, ask: list({ '>=orderId': 2 }), ...found(SECOND) },
  { says: '< means less', page: LIST, ask: list({ '<ownerId': 201 }), ...found(SECOND) },
  { says: '= means equal', page: LIST, ask: list({ '=ownerTypeId': 31 }), ...found(SECOND) },
  { says: '!= means not equal', page: LIST, ask: list({ '!=ownerTypeId': 31 }), ...found(FIRST) },
  { says: '% finds a part of a number', page: LIST, ask: list({ '%ownerId': '0' }), ...found(FIRST) },
  { says: '!% leaves out what has the part', page: LIST, ask: list({ '!%ownerId': '0' }), ...found(SECOND) },
  { says: '=% takes the sign in its value', page: LIST, ask: list({ '=%ownerId': '20%' }), ...found(FIRST) },
  { says: '%= does the same', page: LIST, ask: list({ '%=ownerId': '%1' }), ...found(SECOND, FIRST) },
  { says: '!=% leaves out what fits', page: LIST, ask: list({ '!=%ownerId': '4%' }), ...found(FIRST) },
  { says: '!%= leaves it out too', page: LIST, ask: list({ '!%=ownerId': '%01' }), ...found(SECOND) },
  {
    says: 'a list may give two fields of three',
    page: LIST,
    ask: { method: 'crm.orderentity.list', params: { select: ['orderId', 'ownerId'], filter: { orderId: 1 } } },
    ...found({ orderId: 1, ownerId: 201 }),
  },
  {
    says: 'a portal without a store says so',
    page: LIST,
    faults: [{ method: 'crm.orderentity.list', when: 'every', effect: { kind: 'error', code: '200540400002' } }],
    ask: list({}),
    status: 400,
    body: refusal('200540400002', 'module sale does not exist'),
  },
  {
    says: 'a deleted order takes its binding along',
    page: 'api-reference/sale/order/sale-order-delete.md',
    before: [
      { change: ({ data }) => void data.orders.get(2)?.payments.splice(0) },
      { calls: 1, ask: { method: 'sale.order.delete', params: { id: 2 } } },
    ],
    ask: list({}),
    ...found(FIRST),
  },
  {
    says: 'a deal that was made a moment ago owns an order at once',
    page: ADD,
    before: [
      { calls: 1, ask: { method: 'crm.item.add', params: { entityTypeId: 2, fields: { title: 'New' } } } },
      {
        calls: 1,
        ask: { method: 'crm.orderentity.add', params: { fields: { orderId: 3, ownerId: 5001, ownerTypeId: 2 } } },
      },
    ],
    ask: list({ ownerId: 5001 }),
    ...found({ orderId: 3, ownerId: 5001, ownerTypeId: 2 }),
  },
  {
    says: 'an order that was deleted is bound to nothing',
    page: ADD,
    before: [{ change: ({ data }) => void data.orders.delete(3) }],
    ask: { method: 'crm.orderentity.add', params: { fields: { orderId: 3, ownerId: 201, ownerTypeId: 2 } } },
    status: 400,
    body: refusal('200540400001', 'order does not exist'),
    bindings: { 3: null },
  },
  {
    says: 'a binding may point to a deal that was deleted',
    page: 'FACTS.md: 6',
    settings: { dealDeletion: 'unbinds-orders' },
    before: [{ calls: 1, ask: { method: 'crm.item.delete', params: { entityTypeId: 2, id: 201 } } }],
    ask: { method: 'crm.orderentity.add', params: { fields: { orderId: 3, ownerId: 201, ownerTypeId: 2 } } },
    body: { result: { dealOrder: { orderId: 3, ownerId: 201, ownerTypeId: 2 } } },
  },
  {
    says: 'binding leaves the order as it was',
    page: 'FACTS.md: what a binding changes',
    before: [
      {
        change: ({ data }) =>
          void Object.assign(data.orders.get(3) ?? {}, { version: 4, dateUpdate: '2026-09-03T10:00:00+03:00' }),
      },
      {
        calls: 1,
        ask: { method: 'crm.orderentity.add', params: { fields: { orderId: 3, ownerId: 202, ownerTypeId: 2 } } },
      },
    ],
    ask: { method: 'sale.order.list', params: { filter: { id: 3 }, select: ['version', 'dateUpdate'] } },
    body: { result: { orders: [{ dateUpdate: '2026-09-03T10:00:00+03:00', version: 4 }] }, total: 1 },
  },
  {
    says: 'add without fields is the same on every portal',
    page: 'FACTS.md: 4',
    live: true,
    ask: { method: 'crm.orderentity.add', params: {} },
    status: 400,
    body: refusal('100', 'Could not find value for parameter {fields}'),
  },
  {
    says: 'start -1 may give all rows, as the page of the list says',
    page: LIST,
    settings: { minusOne: 'all-rows' },
    before: [{ change: addSixtyBindings }],
    ask: {
      method: 'crm.orderentity.list',
      params: { filter: { ownerId: 201 }, order: { orderId: 'asc' }, select: ['ownerTypeId'], start: -1 },
    },
    body: { result: { orderEntity: Array.from({ length: 61 }, () => ({ ownerTypeId: 2 })) } },
  },
]
