import type { Statement } from './statement'
import { READ_DENIED, refusal } from './refusals'

const list = (params: Record<string, unknown>, rest: Omit<Statement, 'method' | 'params'>): Statement => ({
  method: 'sale.order.list',
  params: { select: ['id'], ...params },
  ...rest,
})
const found = (...ids: number[]) => ({ result: { orders: ids.map((id) => ({ id })) }, total: ids.length })
const CLIENT = { isPrimary: 'Y', roleId: 0, sort: 0 }
const ADA = { ...CLIENT, id: 901, orderId: 1, entityTypeId: 3, entityId: 1 }
const NORTHLIGHT = { ...CLIENT, id: 902, orderId: 1, entityTypeId: 4, entityId: 1 }

/** @see api-reference/sale/order/sale-order-list.md */
export const ORDER_STATEMENTS: Statement[] = [
  list({}, { says: 'orders come by id', body: found(1, 2, 3) }),
  list(
    { select: ['price', 'id', 'currency'], filter: { id: 2 } },
    {
      says: 'rows have the selected fields',
      body: { result: { orders: [{ currency: 'EUR', id: 2, price: 250.5 }] }, total: 1 },
    },
  ),
  list({ filter: { '%accountNumber': '002' } }, { says: '% finds a part of the number', body: found(2) }),
  list({ filter: { '=%accountNumber': '%3' } }, { says: '=% takes a pattern', body: found(3) }),
  list(
    { filter: { '>=dateInsert': '2026-09-02T07:00:00+00:00' } },
    { says: 'dates compare as moments, whatever their offset', body: found(2, 3) },
  ),
  list({ filter: { '@statusId': ['N', 'P'] } }, { says: 'a status is one of several', body: found(1, 2) }),
  list({ filter: { canceled: 'N', payed: 'N' } }, { says: 'conditions add up', body: found(2) }),
  list({ filter: { '>price': 99.5 } }, { says: 'sums compare as numbers', body: found(1, 2) }),
  list({ filter: { unknown: 5 } }, { says: 'an unknown filter is ignored', body: found(1, 2, 3) }),
  list({ filter: { ID: 1 } }, { says: 'a filter in upper case is ignored', body: found(1, 2, 3) }),
  list({ order: { price: 'desc' } }, { says: 'orders sort by a field', body: found(2, 1, 3) }),
  list(
    { start: -1 },
    { says: 'start -1 counts nothing', body: { result: { orders: [{ id: 1 }, { id: 2 }, { id: 3 }] } } },
  ),
  list(
    {},
    {
      says: 'a manager reads orders by other sources',
      as: 'manager',
      settings: { saleRead: 'manager' },
      body: found(1, 2, 3),
    },
  ),
  list(
    {},
    {
      says: 'a manager reads no orders by the documentation',
      as: 'manager',
      settings: { saleRead: 'administrator' },
      ...READ_DENIED,
    },
  ),
  list(
    {},
    {
      says: 'a store administrator reads orders by both',
      as: 'store administrator',
      settings: { saleRead: 'administrator' },
      body: found(1, 2, 3),
    },
  ),
  list({}, { says: 'an employee reads no orders', as: 'employee', ...READ_DENIED }),

  {
    says: 'get wants an id',
    method: 'sale.order.get',
    params: {},
    status: 400,
    body: refusal('100', 'Could not find value for parameter {id}'),
  },
  {
    says: 'get wants a number',
    method: 'sale.order.get',
    params: { id: 'abc' },
    status: 400,
    body: refusal('100', 'Invalid value {abc} to match with parameter {id}. Should be value of type int.'),
  },
  {
    says: 'get knows no such order',
    method: 'sale.order.get',
    params: { id: 77 },
    status: 400,
    body: refusal('200540400001', 'order is not exists'),
  },
  {
    says: 'get is refused to an employee',
    as: 'employee',
    method: 'sale.order.get',
    params: { id: 1 },
    ...READ_DENIED,
  },

  {
    says: 'clients of several orders come in one list',
    method: 'crm.ordercontactcompany.list',
    params: { filter: { '@orderId': [1, 3] } },
    body: { result: { clients: [ADA, NORTHLIGHT] }, total: 2 },
  },
  {
    says: 'orders of a contact are found by the contact',
    method: 'crm.ordercontactcompany.list',
    params: { filter: { entityTypeId: 3, entityId: 1 }, select: ['orderId'] },
    body: { result: { clients: [{ orderId: 1 }] }, total: 1 },
  },
  {
    says: 'a manager reads clients whatever sale.* allows',
    as: 'manager',
    settings: { saleRead: 'administrator' },
    method: 'crm.ordercontactcompany.list',
    params: { filter: { orderId: 3 } },
    body: { result: { clients: [] }, total: 0 },
  },
  { says: 'an employee reads no clients', as: 'employee', method: 'crm.ordercontactcompany.list', ...READ_DENIED },

  {
    says: 'statuses have no names',
    method: 'sale.status.list',
    params: { filter: { type: 'D' }, select: ['id', 'type', 'xmlId'] },
    body: {
      result: {
        statuses: [
          { id: 'DN', type: 'D', xmlId: null },
          { id: 'DF', type: 'D', xmlId: null },
        ],
      },
      total: 2,
    },
  },
  {
    says: 'names of statuses come by language',
    method: 'sale.statusLang.list',
    params: { filter: { 'lid': 'ru', '@statusId': ['F'] }, select: ['name'] },
    body: { result: { statusLangs: [{ name: 'Выполнен' }] }, total: 1 },
  },
  {
    says: 'a language may have no names at all',
    method: 'sale.statusLang.list',
    params: { filter: { lid: 'de' } },
    body: { result: { statusLangs: [] }, total: 0 },
  },
  { says: 'statuses are refused to an employee', as: 'employee', method: 'sale.status.list', ...READ_DENIED },
]
